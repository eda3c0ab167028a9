"""Counting as Word counts: every label that Word's lists will print is worked out and held against the tree.

In: the sheet of a shell; then, paragraph by paragraph, the styles that would do and the label wanted. Out: the
style to use, and whether the label comes from the style's own list, from a restarted list, or has to be typed
(a number kept from a signed text such as `14A.`, which no list can count).

The two texts of a redline are counted apart, each as if the other were not there: so Word counts either aright, once all
changes are accepted or rejected.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.document.typography import FIXED_SPACE

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.writers.docx.sheet import Sheet

LONGEST: Final = 500
"""No list is looked through further for a number to restart at."""


@dataclass(frozen=True, slots=True)
class Restart:
    """A further instance of a list: of which one, under what id, and what starts at which figure."""

    of: int
    number: int
    level: int
    start: int


@dataclass(frozen=True, slots=True)
class Label:
    r"""How a paragraph gets its number.

    `number` is a (list, level) to state in the paragraph, `typed` are the words of a number that has to be typed.
    `list` and `full` serve references: the list that counts it (0: none), and what `REF \w` prints of it.
    """

    style: str
    number: tuple[int, int] | None = None
    typed: str = ""
    list: int = 0
    full: str = ""


class Lists:
    """The lists of one text, as far as it has been printed."""

    def __init__(self, sheet: Sheet) -> None:
        """Begin with every list at its beginning."""
        self._sheet = sheet
        self._counts: dict[int, list[int]] = {}
        self._met: set[int] = set()
        self._now: dict[int, int] = {}
        self._theirs: dict[int, int] = {}
        self.restarts: list[Restart] = []

    def beside(self, other: Lists) -> None:
        """Count the other text of the same redline, and share its instances of lists where both come to them."""
        self.restarts = other.restarts
        self._theirs, other._theirs = other._now, self._now

    def label(self, styles: Sequence[str], wanted: str) -> Label:
        """Count a paragraph in the first of the styles whose list gives the label wanted."""
        known = [style for style in styles if style in self._sheet.styles] or ["Normal"]
        for style in known:
            if label := self._counted(style, wanted):
                return label
        for style in known:
            if label := self._restarted(style, wanted):
                return label
        off = (0, 0) if known[0] in self._sheet.bound else None
        return Label(known[0], off, wanted)

    def _counted(self, style: str, wanted: str) -> Label | None:
        """Return the label if the style's own list prints it next; a style without list prints none."""
        if style not in self._sheet.bound:
            return None if wanted else Label(style)
        number, level = self._sheet.bound[style]
        counts = self._next(number, level)
        if self._words(number, level, counts) != wanted:
            return None
        return self._taken(style, counts)

    def _restarted(self, style: str, wanted: str) -> Label | None:
        """Return the label from a new instance of the list that starts there, if the level stands alone."""
        if not wanted or style not in self._sheet.bound:
            return None
        number, level = self._sheet.bound[style]
        if self._sheet.levels[number][level].above() != [level]:
            return None
        counts = self._next(number, level)
        for start in range(1, LONGEST):
            counts[level] = start
            if self._words(number, level, counts) == wanted:
                self._now[number] = self._instance(number, level, start)
                self._met.add(self._now[number])
                return self._taken(style, counts)
        return None

    def _instance(self, of: int, level: int, start: int) -> int:
        """Return the instance at which the other text is, if it starts alike and this one has not met it, or else a fresh one."""
        theirs = self._theirs.get(of)
        if theirs and theirs not in self._met and Restart(of, theirs, level, start) in self.restarts:
            return theirs
        fresh = max((*self._sheet.levels, *(one.number for one in self.restarts))) + 1
        self.restarts.append(Restart(of, fresh, level, start))
        return fresh

    def _next(self, number: int, level: int) -> list[int]:
        counts = list(self._counts.get(number, [0] * 9))
        counts[level] += 1
        counts[level + 1 :] = [0] * (8 - level)
        return counts

    def _taken(self, style: str, counts: list[int]) -> Label:
        number, level = self._sheet.bound[style]
        self._counts[number] = counts
        instance = self._now.get(number)
        return Label(
            style,
            number=(instance, level) if instance else self._sheet.direct(style),
            list=number,
            full=self._full(number, level, counts),
        )

    def _words(self, number: int, level: int, counts: list[int]) -> str | None:
        words = self._sheet.words(number, level, counts)
        return words and words.replace(FIXED_SPACE, " ")

    def _full(self, number: int, level: int, counts: list[int]) -> str:
        """Return the number in full context: the labels above that its own words do not repeat, then its own."""
        words = ""
        while level >= 0:
            words = (self._words(number, level, counts) or "").rstrip(".") + words
            level = min([level, *self._sheet.levels[number][level].above()]) - 1
        return words
