"""Groups of numbered things: each group a band, each thing a box in it.

In: groups with their things. Out: an SVG; or nothing for fewer than two groups.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.pictures import svg
from section75.pictures.measures import wrap
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEAD: Final = 88.0
_APART: Final = 6.0
_IN_A_ROW: Final = 3
_BANDS_APART: Final = 12.0
_WIDE: Final = (svg.PAGE - 2 - _HEAD - _APART * (_IN_A_ROW + 1)) / _IN_A_ROW


@dataclass(frozen=True, slots=True)
class Thing:
    """A thing: its number or sign, and its name."""

    number: str
    name: str


@dataclass(frozen=True, slots=True)
class Group:
    """A group of things."""

    name: str
    things: tuple[Thing, ...]


def clusters(groups: Sequence[Group], title: str, told: str) -> str | None:
    """Return the groups from the top down, or nothing where there is nothing to tell apart."""
    if len(groups) < 2:  # noqa: PLR2004 - one group groups nothing
        return None
    y = 1.0
    shapes: list[str] = []
    for group in groups:
        band = Frame(1, y, svg.PAGE - 2, _high(group))
        shapes += _band(group, band)
        y = band.foot + _BANDS_APART
    return svg.picture(y - _BANDS_APART + 1, title, told, shapes)


def _lines(thing: Thing) -> tuple[str, ...]:
    return wrap(thing.name, _WIDE - 12, svg.SMALL)


def _rows(group: Group) -> list[tuple[Thing, ...]]:
    return [group.things[start : start + _IN_A_ROW] for start in range(0, len(group.things), _IN_A_ROW)]


def _row_high(row: tuple[Thing, ...]) -> float:
    return 24 + svg.SMALL_LEADING * max(len(_lines(thing)) for thing in row)


def _names(group: Group) -> tuple[str, ...]:
    return wrap(group.name, _HEAD - 14, svg.NAME, bold=True)


def _high(group: Group) -> float:
    rows = sum(_row_high(row) + _APART for row in _rows(group)) + _APART
    return max(rows, 16 + svg.LEADING * len(_names(group)))


def _band(group: Group, at: Frame) -> Iterator[str]:
    yield svg.box(at, svg.PALE)
    yield svg.box(Frame(at.x, at.y, _HEAD, at.high), svg.FIRST)
    names = _names(group)
    y = at.y + (at.high - svg.LEADING * len(names)) / 2 + 9.5
    yield from svg.lines(names, at.x + _HEAD / 2, y, Hand(bold=True, fill=svg.WHITE, anchor="middle"))
    y = at.y + _APART
    for row in _rows(group):
        high = _row_high(row)
        for place, thing in enumerate(row):
            yield from _thing(thing, Frame(at.x + _HEAD + _APART + place * (_WIDE + _APART), y, _WIDE, high))
        y += high + _APART


def _thing(thing: Thing, at: Frame) -> Iterator[str]:
    yield svg.box(at)
    yield svg.text(thing.number, at.x + 6, at.y + 13.5, Hand(bold=True))
    yield from svg.lines(_lines(thing), at.x + 6, at.y + 26, Hand(svg.SMALL), svg.SMALL_LEADING)
