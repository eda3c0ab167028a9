"""A timeline: spans of time as bars, and days as flags that never cross one another.

In: spans and events with their dates, and the words of both as they are printed. Out: an SVG; or nothing where there is
no span, or fewer than two events. The first span is certain and filled; a later one is an option, and hatched.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from math import ceil
from typing import TYPE_CHECKING, Final

from section75.pictures import svg
from section75.pictures.measures import width, wrap
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_LEFT: Final = 4.0
_RIGHT: Final = 450.0
_GAP: Final = 4
_CLEAR: Final = 6
_BAR: Final = 22
_LINE: Final = 11
_WIDEST: Final = 88
_TICKS_APART: Final = 60
_BELOW: Final = 26
APRIL: Final = 4


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of time: its first day, its last, and what it is."""

    first: date
    last: date
    words: str


@dataclass(frozen=True, slots=True)
class Event:
    """A day: as a date, as it is printed, and what happens on it."""

    day: date
    printed: str
    words: str


@dataclass(frozen=True, slots=True)
class Flag:
    """An event where it is drawn: its place on the axis, its row counted from the bar, its lines and their width."""

    x: float
    row: int
    lines: tuple[str, ...]
    wide: float


def timeline(spans: Sequence[Span], events: Sequence[Event], title: str, told: str) -> str | None:
    """Return the timeline, or nothing where there is too little to show."""
    if not spans or len(events) < 2:  # noqa: PLR2004 - one day is no line
        return None
    axis = _Axis(spans, sorted(events, key=lambda event: event.day))
    flags = axis.flags()
    lines = max(len(flag.lines) for flag in flags)
    top = 2 + (_LINE * lines + 8) * (1 + max(flag.row for flag in flags))
    shapes = [shape for flag in flags for shape in _flag(flag, top, lines)]
    shapes += [shape for number, span in enumerate(spans) for shape in _bar(span, axis, top, option=number > 0)]
    shapes += [svg.point(flag.x, top) for flag in flags]
    shapes += list(_ticks(axis, top + _BAR + 5))
    return svg.picture(top + _BAR + _BELOW, title, told, shapes)


class _Axis:
    """Where each day stands, so that no flag leaves the page."""

    def __init__(self, spans: Sequence[Span], events: Sequence[Event]) -> None:
        self.events = events
        self.first = min(*(span.first for span in spans), *(event.day for event in events))
        self.last = max(*(span.last for span in spans), *(event.day for event in events))
        self.days = max(1, (self.last - self.first).days)
        self.right = _RIGHT
        for event, (_, wide) in zip(events, map(_lines, events), strict=True):
            if share := (event.day - self.first).days / self.days:
                self.right = min(self.right, _LEFT + (_RIGHT - _GAP - wide - _LEFT) / share)

    def x(self, day: date) -> float:
        """Return the place of a day."""
        return _LEFT + (self.right - _LEFT) * (day - self.first).days / self.days

    def flags(self) -> list[Flag]:
        """Return the flags in the order of their days: each above all later ones whose leaders it would cover."""
        made: list[Flag] = []
        for event in reversed(self.events):
            lines, wide = _lines(event)
            x = self.x(event.day)
            covered = [flag.row for flag in made if flag.x <= x + _GAP + wide + _CLEAR]
            made.append(Flag(x, 1 + max(covered, default=-1), lines, wide))
        return made[::-1]


def _lines(event: Event) -> tuple[tuple[str, ...], float]:
    words = wrap(event.words, _WIDEST, svg.SMALL)
    wide = max([width(event.printed, svg.SMALL, bold=True), *(width(line, svg.SMALL) for line in words)])
    return (event.printed, *words), wide


def _flag(flag: Flag, top: float, lines: int) -> Iterator[str]:
    y = top - (_LINE * lines + 8) * (flag.row + 1)
    yield svg.line(flag.x, y, flag.x, top, stroke=svg.FURNITURE, thick=0.75)
    for number, words in enumerate(flag.lines):
        yield svg.text(words, flag.x + _GAP, y + 8 + _LINE * number, Hand(svg.SMALL, bold=number == 0))


def _bar(span: Span, axis: _Axis, top: float, *, option: bool) -> Iterator[str]:
    at = Frame(axis.x(span.first), top, axis.x(span.last) - axis.x(span.first), _BAR)
    yield from svg.hatch(at) if option else [svg.box(at, svg.FIRST, round_=False)]
    wide = width(span.words, svg.NAME, bold=True) + 8
    if wide > at.wide - 4:
        return
    if option:
        yield svg.plate(Frame(at.middle - wide / 2, top + 4, wide, 14))
    yield svg.text(span.words, at.middle, top + 14.5, Hand(bold=True, fill=svg.INK if option else svg.WHITE, anchor="middle"))


def _ticks(axis: _Axis, y: float) -> Iterator[str]:
    """Yield the axis with a tick each April, and a label to as many as have room."""
    yield svg.line(_LEFT, y, axis.right, y)
    every = ceil(_TICKS_APART / max(1.0, (axis.right - _LEFT) * 365.25 / axis.days))
    for number, year in enumerate(_aprils(axis.first, axis.last)):
        x = min(axis.x(date(year, APRIL, 1)), axis.right)
        yield svg.line(x, y, x, y + 5)
        if number % every == 0:
            label = f"April {year}"
            half = width(label, svg.SMALL) / 2
            yield svg.text(label, min(max(x, half + 1), _RIGHT - half), y + 16, Hand(svg.SMALL, anchor="middle"))


def _aprils(first: date, last: date) -> list[int]:
    """Return the years whose first of April is within the time, or the day after it."""
    return [year for year in range(first.year, last.year + 1) if first <= date(year, APRIL, 1) and (date(year, APRIL, 1) - last).days <= 1]
