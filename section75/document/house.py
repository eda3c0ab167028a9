"""How a house numbers and dresses its papers: plain data that numbering and the writers read.

In: nothing; `section75.text.houses` reads it from `templates/houses/<council>/`. Out: `Scheme`, `House`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

DECIMAL = ("1.", "1.1", "1.1.1", "(a)", "(i)")
ALPHA = ("1.", "1.1", "(a)", "(i)", "(A)")


@dataclass(frozen=True, slots=True)
class Scheme:
    """The printed form of a number at each depth, shown by its first member.

    Known forms: `1.` `1.0` `1.1` `1.1.1` `(1)` `1)` `(a)` `a)` `(i)` `(A)` and nothing, for no number.
    """

    clauses: tuple[str, ...] = DECIMAL
    schedules: tuple[str, ...] = ("1.", "1.1", "(a)", "(i)")
    parties: tuple[str, ...] = ("(1)", "(a)")
    recitals: tuple[str, ...] = ("(A)", "(a)", "(i)")
    definitions: tuple[str, ...] = ("(a)", "(i)")
    sections: tuple[str, ...] = ("1.", "")
    section_items: tuple[str, ...] = ("1.1", "(a)", "(i)")
    recommendations: tuple[str, ...] = ("1.", "(a)")


@dataclass(frozen=True, slots=True)
class House:
    """A council's dress. Files that a house lacks come from the default house, so a path is always there."""

    name: str
    scheme: Scheme
    shells: dict[str, Path] = field(default_factory=dict)
    """The Word shell for each kind of document: agreement, report, equality."""
    sheets: tuple[Path, ...] = ()
    """Style sheets for HTML and PDF, in the order in which they apply."""
    screen: Path | None = None
    """The style sheet that only the HTML page links."""
