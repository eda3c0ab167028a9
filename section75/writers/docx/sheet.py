"""What a shell says of its styles, lists and margins: the writer follows it, so that restyling a shell restyles the output.

In: the styles, numbering and main parts of a shell. Out: a `Sheet` with its style ids, list levels, text indents and width.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from section75.document.numbering import letters, roman
from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lxml.etree import _Element

A4_TEXT: Final = 9026
"""Twips between the margins of A4 with 72 pt on either side: the width where a shell states none."""
_PLACE = re.compile(r"%([1-9])")
_FIGURES: Final[dict[str, Callable[[int], str]]] = {
    "decimal": str,
    "lowerLetter": letters,
    "upperLetter": lambda number: letters(number).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda number: roman(number).upper(),
    "none": lambda _: "",
}


@dataclass(frozen=True, slots=True)
class Level:
    """A level of a list: its style, the form of its figure, its words (`%1.%2`), and where its text stands, in twips."""

    style: str
    figure: str
    words: str
    left: int = 0
    hanging: int = 0

    def above(self) -> list[int]:
        """Return the levels whose figures the words print, counted from 0."""
        return list(_above(self.words))


@cache
def _printed(words: str) -> tuple[tuple[str | None, int], ...]:
    """Return the pieces of a level's words: words, or nothing and the level whose figure stands there."""
    pieces = _PLACE.split(words)
    return tuple((None, int(piece) - 1) if at % 2 else (piece, 0) for at, piece in enumerate(pieces) if piece)


@cache
def _above(words: str) -> tuple[int, ...]:
    return tuple(int(place) - 1 for place in _PLACE.findall(words))


@dataclass(frozen=True, slots=True)
class Sheet:
    """The style ids of a shell, its lists, which style stands at which (list, level), and the twips between its margins."""

    styles: frozenset[str]
    levels: dict[int, dict[int, Level]]
    bound: dict[str, tuple[int, int]]
    lefts: dict[str, int]
    width: int = A4_TEXT

    def direct(self, style: str) -> tuple[int, int] | None:
        """Return the (list, level) that a paragraph must state itself: a level hears only to the style it names."""
        number, place = self.bound.get(style, (0, 0))
        level = self.levels.get(number, {}).get(place)
        return None if level is None or level.style == style else (number, place)

    def first(self, styles: Sequence[str]) -> str:
        """Return the first of the styles that the shell has, or else Normal."""
        return next((style for style in styles if style in self.styles), "Normal")

    def left(self, style: str) -> int:
        """Return where text in a style begins, in twips from the margin."""
        number, place = self.bound.get(style, (0, 0))
        level = self.levels.get(number, {}).get(place)
        return level.left if level else self.lefts.get(style, 0)

    def words(self, number: int, place: int, counts: Sequence[int]) -> str | None:
        """Return the label that Word prints at a level, or nothing where a level above has not begun."""
        levels = self.levels[number]
        level = levels[place]
        if any(not counts[above] for above in level.above()):
            return None
        return "".join(_figure(levels, place, counts) if words is None else words for words, place in _printed(level.words))


def _figure(levels: dict[int, Level], place: int, counts: Sequence[int]) -> str:
    return _FIGURES.get(levels[place].figure, str)(counts[place])


def read(styles: _Element, numbering: _Element, document: _Element) -> Sheet:
    """Return what the three parts of a shell say."""
    found = {style.get(tag("styleId"), ""): style for style in styles.iter(tag("style"))}
    lists = {_number(one, "abstractNumId"): _levels(one) for one in numbering.iterchildren(tag("abstractNum"))}
    levels = {_number(one, "numId"): lists.get(int(_value(one, "abstractNumId", "-1")), {}) for one in numbering.iterchildren(tag("num"))}
    return Sheet(
        styles=frozenset(found),
        levels=levels,
        bound={name: place for name in found if (place := _bound(name, found))[0] in levels},
        lefts={name: _left(name, found) for name in found},
        width=_width(document),
    )


def _width(document: _Element) -> int:
    """Return the twips between the margins of the last section."""
    size, margins = (next(reversed(list(document.iter(tag(name)))), None) for name in ("pgSz", "pgMar"))
    if size is None or margins is None:
        return A4_TEXT
    return _number(size, "w") - _number(margins, "left") - _number(margins, "right")


def _number(element: _Element, name: str) -> int:
    return int(element.get(tag(name), "0"))


def _value(element: _Element, name: str, otherwise: str) -> str:
    found = element.find(f"{{*}}{name}")
    return otherwise if found is None else found.get(tag("val"), otherwise)


def _levels(one: _Element) -> dict[int, Level]:
    return {_number(level, "ilvl"): _level(level) for level in one.iterchildren(tag("lvl"))}


def _level(level: _Element) -> Level:
    indent = level.find(f"{tag('pPr')}/{tag('ind')}")
    left, hanging = (0, 0) if indent is None else (_number(indent, "left"), _number(indent, "hanging"))
    figure, words = _value(level, "numFmt", "decimal"), _value(level, "lvlText", "")
    return Level(_value(level, "pStyle", ""), figure, words, left, hanging)


def _bound(name: str, found: dict[str, _Element]) -> tuple[int, int]:
    """Return the list and level of a style, its own or of those it is based on."""
    while name in found:
        numbering = found[name].find(f"{tag('pPr')}/{tag('numPr')}")
        if numbering is not None:
            return int(_value(numbering, "numId", "0")), int(_value(numbering, "ilvl", "0"))
        name = _value(found[name], "basedOn", "")
    return (0, 0)


def _left(name: str, found: dict[str, _Element]) -> int:
    while name in found:
        indent = found[name].find(f"{tag('pPr')}/{tag('ind')}")
        if indent is not None:
            return _number(indent, "left")
        name = _value(found[name], "basedOn", "")
    return 0
