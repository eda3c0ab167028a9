"""The looks of a series: five fills that stay apart in colour, in grey and to an eye that sees no colours.

In: the number of a series, counted from nought, and a rectangle. Out: the rectangle so filled, and how words are written on it.
Two neighbours in grey are 24, 68 and 92 per cent light; the fourth is hatched and the fifth dotted, and words on these stand on a plate.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.pictures import svg
from section75.pictures.measures import width
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

MOST: Final = 5
_DOTS_APART: Final = 5
_DOT: Final = 1.1


def filled(at: Frame, number: int) -> list[str]:
    """Return a rectangle with the fill of a series."""
    return _FILLS[number](at)


def written(words: str, at: Frame, number: int) -> Iterator[str]:
    """Yield words in the middle of a rectangle that has the fill of a series."""
    hand = Hand(fill=svg.WHITE if number == 0 else svg.INK, anchor="middle")
    y = at.y + at.high / 2
    if number >= len(_SOLID):
        wide = width(words, hand.size) + 6
        yield svg.plate(Frame(at.middle - wide / 2, y - 7, wide, 14))
    yield svg.text(words, at.middle, y + 3.5, hand)


def _solid(colour: str) -> Callable[[Frame], list[str]]:
    return lambda at: [svg.box(at, colour, round_=False)]


def _dotted(at: Frame) -> list[str]:
    across, down = (int((length - 2 * _DOT) // _DOTS_APART) for length in (at.wide, at.high))
    left, top = at.middle - across * _DOTS_APART / 2, at.y + at.high / 2 - down * _DOTS_APART / 2
    places = [(left + column * _DOTS_APART, top + row * _DOTS_APART) for column in range(across + 1) for row in range(down + 1)]
    return [svg.box(at, round_=False), *(svg.dot(x, y, _DOT) for x, y in places if at.wide > _DOTS_APART)]


_SOLID: Final = (svg.FIRST, svg.SECOND, svg.PALE)
_FILLS: Final = (*map(_solid, _SOLID), svg.hatch, _dotted)
