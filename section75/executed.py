"""The executed texts of a partnership: what was signed, in `agreements/<name>/executed/`.

In: the root folder and the name of a partnership. Out: the names of its executed texts, their records, and the signed text whose numbers
its agreement keeps. `<date>.md` is an agreement; what else was signed bears the name of its paper behind the date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from section75.records import read_record

if TYPE_CHECKING:
    from pathlib import Path

    from section75.filing.store import Store
    from section75.records import Record

FOLDER: Final = "executed"
OF_AN_AGREEMENT: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Executed:
    """The executed texts of one partnership."""

    root: Path
    name: str
    store: Store | None = None
    """Where what was read of them is kept."""

    @property
    def folder(self) -> Path:
        """Where they are kept."""
        return self.root / "agreements" / self.name / FOLDER

    @cached_property
    def stems(self) -> list[str]:
        """The names of the texts, the oldest first."""
        return sorted(path.stem for path in self.folder.glob("[!.]*.md"))

    @property
    def papers(self) -> list[str]:
        """Their names among the papers of the partnership."""
        return [f"{FOLDER}/{stem}" for stem in self.stems]

    def read(self, stem: str) -> Record:
        """Return a text with what is known of it. Raises `Refused` where it is missing or was altered."""
        path = self.folder / f"{stem}.md"
        return read_record(path, path.relative_to(self.root).as_posix(), self.store)

    @property
    def last(self) -> str:
        """The name of the agreement as it was last signed, first or as varied since; empty where it was never signed."""
        return next((stem for stem in reversed(self.stems) if OF_AN_AGREEMENT.fullmatch(stem)), "")

    @cached_property
    def agreement(self) -> Record | None:
        """The agreement as it was last signed, if it was. Raises `Refused` where its text was altered."""
        return self.read(self.last) if self.last else None


def is_executed(paper: str) -> bool:
    """Return whether a paper is a text that was signed: it is printed as it was, and no rule judges it any more."""
    return paper.startswith(f"{FOLDER}/")


def stem_of(paper: str, day: str) -> str:
    """Return the name under which a paper is kept that was signed on a day (ISO 8601).

    >>> stem_of("agreement", "2026-03-30"), stem_of("instruments/2026-09-29-deed", "2026-09-29"), stem_of("instruments/mou", "2026-10-01")
    ('2026-03-30', '2026-09-29-deed', '2026-10-01-mou')
    """
    own = paper.rpartition("/")[2].removeprefix(f"{day}-")
    return day if paper == "agreement" else f"{day}-{own}"
