"""A waterfall: an amount, and what takes it down step by step, to nothing or to what is left.

In: the amount, the steps and what is left, each with its words. Out: an SVG of columns where names and amounts fit under and over them, and
otherwise of rows; or nothing where fewer than two steps take anything, or where the steps and what is left do not come to the amount.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.pictures import series, svg
from section75.pictures.measures import width, wrap
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST: Final = 16
"""More rows would be longer than a page."""
_LABEL: Final = 9.5
_APART: Final = 14
_WIDEST: Final = 74
_HIGH: Final = 130
_TOP: Final = 14
_MOST_LINES: Final = 5
_LABELS: Final = 160
_ROW: Final = 22
_ROWS_APART: Final = 8


@dataclass(frozen=True, slots=True)
class Step:
    """A step: what takes the amount down, by how much in any unit, how much as it is printed, and its place in the list."""

    name: str
    size: int
    words: str
    place: str = ""
    open: bool = False
    """Whether it is still to be met: it is hatched, as what is not yet certain."""

    @property
    def placed(self) -> str:
        """Its name with its place before it."""
        return f"{self.place}: {self.name}" if self.place else self.name


def waterfall(first: Step, steps: Sequence[Step], title: str, told: str) -> str | None:
    """Return the waterfall, or nothing; a step that takes nothing is left out."""
    taken = [step for step in steps if step.size]
    if not 1 < len(taken) < MOST or any(step.size < 0 for step in taken) or first.size != sum(step.size for step in taken):
        return None
    falls = _falls(first, taken)
    wide = min(_WIDEST, (svg.PAGE - 2 - _APART * (len(falls) - 1)) / len(falls))
    high, shapes = _columns(falls, wide) if _stand(falls, wide) else _rows(falls)
    return svg.picture(high, title, told, shapes)


@dataclass(frozen=True, slots=True)
class _Fall:
    """A step where it falls: from which share of the whole to which, and its fill."""

    step: Step
    upper: float
    lower: float
    fill: int


def _falls(first: Step, taken: Sequence[Step]) -> list[_Fall]:
    made = [_Fall(first, 1.0, 0.0, 0)]
    left = first.size
    for step in taken:
        made.append(_Fall(step, left / first.size, (left - step.size) / first.size, 3 if step.open else 1))
        left -= step.size
    return made


# ------------------------------------------------------------------ columns


def _stand(falls: Sequence[_Fall], wide: float) -> bool:
    """Return whether every name fits under its column without a word cut, and every amount over it."""
    words = [word for fall in falls for word in fall.step.placed.split()]
    return (
        all(width(word, _LABEL) <= wide for word in words)
        and all(len(_names(fall.step, wide)) <= _MOST_LINES for fall in falls)
        and all(width(fall.step.words, svg.NAME, bold=True) <= wide + min(_APART - 4, 2 * _left(falls, wide)) for fall in falls)
    )


def _names(step: Step, wide: float) -> tuple[str, ...]:
    """Return the lines under a column: the place of its step, then its name."""
    return (*wrap(step.place, wide, _LABEL), *wrap(step.name, wide, _LABEL))


def _left(falls: Sequence[_Fall], wide: float) -> float:
    """Return where the first column stands, so that all stand in the middle."""
    return (svg.PAGE - len(falls) * wide - _APART * (len(falls) - 1)) / 2


def _columns(falls: Sequence[_Fall], wide: float) -> tuple[float, list[str]]:
    left = _left(falls, wide)
    foot = _TOP + _HIGH
    shapes: list[str] = []
    lines = 0
    for place, fall in enumerate(falls):
        at = Frame(left + place * (wide + _APART), foot - fall.upper * _HIGH, wide, (fall.upper - fall.lower) * _HIGH)
        names = _names(fall.step, wide)
        lines = max(lines, len(names))
        if place:
            shapes.append(svg.dashes(at.x - _APART, at.y, at.x, at.y))
        shapes += series.filled(at, fall.fill)
        shapes.append(svg.text(fall.step.words, at.middle, at.y - 5, Hand(bold=True, anchor="middle")))
        shapes += svg.lines(names, at.middle, foot + 14, Hand(_LABEL, anchor="middle"))
    shapes.append(svg.line(max(0.0, left - 7), foot, min(float(svg.PAGE), svg.PAGE - left + 7), foot))
    return foot + 8 + svg.LEADING * lines, shapes


# ------------------------------------------------------------------ rows


def _rows(falls: Sequence[_Fall]) -> tuple[float, list[str]]:
    start = _LABELS + 8
    unit = svg.PAGE - 1 - start - 6 - max(width(fall.step.words, svg.NAME, bold=True) for fall in falls)
    shapes = list[str]()
    y, above = 1.0, 0.0
    for fall in falls:
        names = wrap(fall.step.placed, _LABELS - 2, _LABEL)
        high = max(_ROW, 4 + svg.LEADING * len(names))
        at = Frame(start + fall.lower * unit, y + (high - _ROW) / 2, (fall.upper - fall.lower) * unit, _ROW)
        if above:
            shapes.append(svg.dashes(at.right, above, at.right, at.y))
        shapes += _row(fall, at, names)
        above, y = at.foot, y + high + _ROWS_APART
    foot = y - _ROWS_APART + 1
    return foot, [*shapes, svg.line(start, 0, start, foot)]


def _row(fall: _Fall, at: Frame, names: Sequence[str]) -> Iterator[str]:
    middle = at.y + at.high / 2 + 3.5
    yield from svg.lines(names, _LABELS, middle - svg.LEADING * (len(names) - 1) / 2, Hand(_LABEL, anchor="end"))
    yield from series.filled(at, fall.fill)
    yield svg.text(fall.step.words, at.right + 6, middle, Hand(bold=True))
