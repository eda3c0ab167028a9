"""Where a built file says it came from: one line that every format carries in its metadata.

In: the name of an agreement, that of a paper, its Document. Out: `Source`, and the Document that bears it. The fingerprint is that of the
text of record, so the same words have the same one in every format, and whoever built them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from section75.writers import written

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document

LINE: Final = re.compile(r"section75:(?!\.\.?/)([^/\\\s]+)/(\S+) ([0-9a-f]{16})")
"""Whoever altered a file may have written anything here: no name of an agreement leads to another folder."""
LONG: Final = 16
"""How many figures of the fingerprint are told."""


@dataclass(frozen=True, slots=True)
class Source:
    """An agreement, one of its papers, and the fingerprint of its text."""

    name: str
    paper: str
    fingerprint: str

    def __str__(self) -> str:
        """Return the line that a file carries."""
        return f"section75:{self.name}/{self.paper} {self.fingerprint}"


def told_in(line: str) -> Source | None:
    """Return what a line of metadata tells, or nothing.

    >>> told_in("section75:hill/reports/2026-03-10-cabinet 0123456789abcdef").paper
    'reports/2026-03-10-cabinet'
    """
    found = LINE.fullmatch(line.strip())
    return Source(found[1], found[2], found[3]) if found else None


def fingerprint(document: Document, house: House) -> str:
    """Return the fingerprint of a text."""
    return sha256(written(replace(document, source=""), house, "md")).hexdigest()[:LONG]


def bearing(document: Document, house: House, name: str, paper: str) -> Document:
    """Return the document with the line that says where it came from."""
    return replace(document, source=str(Source(name, paper, fingerprint(document, house))))
