"""Counting for the independent reader: the numbers that Word's lists give to the paragraphs that are left.

In: the styles and numbering parts of a Word file; then, paragraph by paragraph, its properties. Out: style and number.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.numbering import letters, roman
from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Callable

    from lxml.etree import _Element

LEVELS: Final = 9
PLACE: Final = re.compile(r"%([1-9])")
"""Where the words of a level print the figure of one."""
FIGURES: Final[dict[str, Callable[[int], str]]] = {
    "lowerLetter": letters,
    "upperLetter": lambda figure: letters(figure).upper(),
    "lowerRoman": roman,
    "upperRoman": lambda figure: roman(figure).upper(),
    "none": lambda _: "",
}


class Counting:
    """The lists of a file, as far as its paragraphs have been counted."""

    def __init__(self, styles: _Element, numbering: _Element) -> None:
        """Begin with every list at its beginning."""
        self._styles = {one.get(tag("styleId"), ""): one for one in styles.iter(tag("style"))}
        self._kinds = {_value(one, "abstractNumId", of=True): one for one in numbering.iterchildren(tag("abstractNum"))}
        self._lists = {_value(one, "numId", of=True): one for one in numbering.iterchildren(tag("num"))}
        self._levels: dict[tuple[str, int], tuple[str, str]] = {}
        self._bound: dict[str, tuple[str, int]] = {}
        self._counts: dict[str, list[int]] = {}
        self._begun: set[tuple[str, int]] = set()

    def next(self, properties: _Element | None) -> tuple[str, str]:
        """Count a paragraph with these properties; return its style and the number that it prints."""
        style = "" if properties is None else _value(properties, "pStyle")
        number, level = self._place(properties, style)
        if number not in self._lists:
            return style, ""
        kind = _value(self._lists[number], "abstractNumId")
        counts = self._counts.setdefault(kind, [0] * LEVELS)
        start = self._start(number, level)
        counts[level] = counts[level] + 1 if start is None else start
        counts[level + 1 :] = [0] * (LEVELS - 1 - level)
        return style, PLACE.sub(lambda found: self._figure(kind, int(found[1]) - 1), self._level(kind, level)[1])

    def _place(self, properties: _Element | None, style: str) -> tuple[str, int]:
        """Return list and level of a paragraph: its own, or its style's or that of a style below it."""
        own = None if properties is None else properties.find(tag("numPr"))
        if own is not None:
            return _list(own)
        if style not in self._bound:
            self._bound[style] = self._of_style(style)
        return self._bound[style]

    def _of_style(self, style: str) -> tuple[str, int]:
        while style in self._styles:
            found = self._styles[style].find(f"{tag('pPr')}/{tag('numPr')}")
            if found is not None:
                return _list(found)
            style = _value(self._styles[style], "basedOn")
        return "", 0

    def _start(self, number: str, level: int) -> int | None:
        """Return the figure at which a list is told to begin, where it begins."""
        if (number, level) in self._begun:
            return None
        self._begun.add((number, level))
        for told in self._lists[number].iterchildren(tag("lvlOverride")):
            if told.get(tag("ilvl")) == str(level) and (start := _value(told, "startOverride")):
                return int(start)
        return None

    def _figure(self, kind: str, level: int) -> str:
        return FIGURES.get(self._level(kind, level)[0], str)(self._counts[kind][level])

    def _level(self, kind: str, level: int) -> tuple[str, str]:
        """Return the form of a level's figure, and its words."""
        if (kind, level) not in self._levels:
            found = [one for one in self._kinds[kind].iterchildren(tag("lvl")) if one.get(tag("ilvl")) == str(level)]
            self._levels[kind, level] = (_value(found[0], "numFmt"), _value(found[0], "lvlText")) if found else ("", "")
        return self._levels[kind, level]


def _list(properties: _Element) -> tuple[str, int]:
    """Return the list and level that are told."""
    return _value(properties, "numId"), int(_value(properties, "ilvl") or 0)


def _value(element: _Element, name: str, *, of: bool = False) -> str:
    """Return the value of a child, or of an attribute of the element itself."""
    if of:
        return element.get(tag(name), "")
    found = element.find(tag(name))
    return "" if found is None else found.get(tag("val"), "")
