"""The one way in which each rule guards against a lawful agreement being broken, so that a test can break it.

In: nothing, or words of a text. Out: `Mutation`, which rule files list under `MUTATIONS`, and edits that put in such words.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Literal

if TYPE_CHECKING:
    from collections.abc import Mapping

CLAUSE: Final = "clauses/585-letters.md"
"""A clause of the partnership's own, which the library has not."""
SECTION: Final = "report/governance.md"
"""A section that the partnership writes for its report, in place of the library's."""
IN_CLAUSE: Final = f"{CLAUSE}:3:1"
"""Where the words of `clause` begin."""
IN_SECTION: Final = f"{SECTION}:3:1"
"""Where the words of `section` begin."""


def clause(words: str) -> dict[str, str]:
    """Return an edit by which the agreement has a clause of the partnership's own, with words in house Markdown under its heading."""
    return {CLAUSE: f"# Letters {{#letters}}\n\n{words}\n"}


def section(words: str) -> dict[str, str]:
    """Return an edit by which a section of the report is the partnership's own: a lawful sentence, then words in house Markdown."""
    return {SECTION: f"The board meets every quarter.\n\n{words}\n"}


@dataclass(frozen=True, slots=True)
class Mutation:
    """Changes to the facts or own texts of a lawful partnership, after which this rule finds something at one place, and no other does.

    A key is a dotted path in `agreement.yaml`: `{"functions.care.sections": "[18, 69]"}`. One that begins with `report`, `equality` or
    `figures` is a path in that file; one that ends with `.md` is a text of the partnership's folder, a section of its report under
    `report/`. What is not there is added, and nothing in place of YAML or of a text takes it out.
    """

    edits: Mapping[str, str | None]
    """YAML by dotted path, and texts by file."""
    at: str
    """The path that the finding points at; of a list's items by number: `functions.care.sections.1`. A map is pointed at by its key.

    In a text it is the file with line and column: `clauses/910-letters.md:3:1`.
    """
    lawful: Mapping[str, str | None] = field(default_factory=dict)
    """Changes made before, which leave the partnership lawful."""
    base: str = "fully-stated"
    """The folder of `tests/cases/good` that holds the lawful partnership."""
    also: tuple[str, ...] = ()
    """Other rules that the same break offends as well: a reference to words that are gone, say, or what the same clause does besides."""
    paper: Literal["agreement", "report", "equality", "figures"] = "agreement"
    """The paper that is judged, besides all facts."""
