"""Tracked changes: what Word keeps of who changed what, and when.

In: runs, paragraph marks and rows, and how they changed. Out: their XML. Author and date are given, never asked of
the machine, so that equal redlines are equal bytes.

A change is named as WordprocessingML names it: `ins`, `del`, `moveTo`, `moveFrom`; words that stand in both texts
have none.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, Generic, Literal, TypeVar

from section75.document.writing_time import writing_time
from section75.writers.docx.xml import escape, run, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.comparison.settling import Side
    from section75.document.references import Numbered

Change = Literal["", "ins", "del", "moveTo", "moveFrom"]

MARKS: Final[dict[str, Change]] = {"inserted": "ins", "deleted": "del", "moved-to": "moveTo", "moved-from": "moveFrom"}
"""How a block or part of a redline that bears a mark is tracked."""
SIDES: Final[dict[str, tuple[Side, ...]]] = {
    "": ("old", "new"),
    "ins": ("new",),
    "moveTo": ("new",),
    "del": ("old",),
    "moveFrom": ("old",),
}
"""The texts in which what is tracked so stands."""
ONLY: Final[dict[Side, Change]] = {"old": "del", "new": "ins"}
"""How words are tracked that stand in one text only."""

Printed = TypeVar("Printed")


@dataclass(frozen=True, slots=True)
class Sided(Generic[Printed]):
    """What the older text prints, and what the newer one prints in its place."""

    old: Printed
    new: Printed

    def each(self, change: Change) -> tuple[tuple[Printed, Change], ...]:
        """Return what is printed of it and how that is tracked, if what holds it is tracked so."""
        if change:
            return ((self.new if "new" in SIDES[change] else self.old, change),)
        if self.old == self.new:
            return ((self.new, ""),)
        return ((self.old, "del"), (self.new, "ins"))


NOTHING: Final = Sided("", "")


@dataclass(frozen=True, slots=True)
class Reviser:
    """Who changed the text, and on which day (`2027-03-09`)."""

    author: str = "Section 75 toolkit"
    day: str = field(default_factory=lambda: writing_time().date().isoformat())


class Tracker:
    """Writes the tracked changes of one document, each with an id of its own."""

    def __init__(self, ids: Iterator[int], reviser: Reviser) -> None:
        """Take ids from the counter that bookmarks use too."""
        self._ids = ids
        self._says = f'w:author="{escape(reviser.author)}" w:date="{reviser.day}T00:00:00Z"'

    def mark(self, change: Change) -> str:
        """Return what says in the properties of a paragraph mark or row that it is new or gone."""
        return f'<w:{change} w:id="{next(self._ids)}" {self._says}/>' if change else ""

    def around(self, change: Change, runs: str) -> str:
        """Return runs as new or gone."""
        if not change or not runs:
            return runs
        return f'<w:{change} w:id="{next(self._ids)}" {self._says}>{runs}</w:{change}>'

    def typed(self, words: Sided[str], change: Change) -> str:
        """Return words that the writer types itself, tracked where the two texts differ."""
        each = ((text(said, deleted=how == "del"), how) for said, how in words.each(change) if said)
        return "".join(self.around(how, run(printed)) for printed, how in each)

    def properties(self, older: str) -> str:
        """Return what says that a paragraph had other properties, already XML."""
        return f'<w:pPrChange w:id="{next(self._ids)}" {self._says}>{older}</w:pPrChange>'

    def moved(self, node: Numbered, content: str) -> str:
        """Return the paragraphs of a block or part, already tracked, as one end of its move, if it is one."""
        kind, _, pair = node.change.partition(":")
        change = MARKS.get(kind, "")
        if not pair or not change.startswith("move") or not content:
            return content
        number = next(self._ids)
        start = f'<w:{change}RangeStart w:id="{number}" {self._says} w:name="s75move{escape(pair)}"/>'
        return f'{content.replace("</w:pPr>", f"</w:pPr>{start}", 1)}<w:{change}RangeEnd w:id="{number}"/>'


def change_of(node: Numbered, inherited: Change) -> Change:
    """Return how a block or part is tracked: by its own mark, or as what holds it."""
    return MARKS.get(node.change.partition(":")[0], inherited)
