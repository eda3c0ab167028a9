"""Stacked bars: what each of a few givers gives, bar by bar, with the whole at the end of each.

In: the names of the series, and bars of parts in the same order, each with its words. Out: an SVG; or nothing where there is nothing
to compare, where there are more series than fills, where an amount is below nought or where the words have no room. Words that do not
fit in their part stand above it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.pictures import series, svg
from section75.pictures.measures import width, wrap
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

MOST: Final = 12
"""More bars would be longer than a page."""
_HIGH: Final = 28
_GAP: Final = 14
_LEADERS: Final = 8
_LABEL: Final = 44.0
_WIDEST_LABEL: Final = 66
_SLACK: Final = 4
"""Bold letters may be a little wider than they are reckoned."""
_BEFORE: Final = 8
_AFTER: Final = 6
_CLEAR: Final = 6
_INSIDE: Final = 4
_THINNEST: Final = 0.25
_SQUARE: Final = 11
_KEYS_APART: Final = 16


@dataclass(frozen=True, slots=True)
class Part:
    """A part of a bar: how long it is, in any unit, and the amount as it is printed."""

    size: int
    words: str


@dataclass(frozen=True, slots=True)
class Bar:
    """A bar: what it stands for, its parts in the order of the series, and the whole as it is printed."""

    name: str
    parts: tuple[Part, ...]
    whole: str

    @property
    def size(self) -> int:
        """How long it is."""
        return sum(part.size for part in self.parts)


@dataclass(frozen=True, slots=True)
class _Above:
    """Words above a part: the part, the words, and where they end."""

    part: Frame
    words: str
    right: float

    @property
    def wide(self) -> float:
        return width(self.words, svg.SMALL)

    @property
    def moved(self) -> bool:
        """Whether they are no longer over the end of their part."""
        return abs(self.right - self.part.right) > 1


def bars(names: Sequence[str], rows: Sequence[Bar], title: str, told: str) -> str | None:
    """Return the bars from the top down under a key of the series, or nothing."""
    parts = [part for bar in rows for part in bar.parts]
    if not 0 < len(names) <= series.MOST or not len(rows) <= MOST or any(part.size < 0 for part in parts):
        return None
    if sum(part.size > 0 for part in parts) < 2:  # noqa: PLR2004 - one part compares with nothing
        return None
    scale = _Scale(rows)
    y, shapes = _key(names)
    for bar in rows:
        frames = scale.frames(bar)
        above = _placed([_Above(frame, words, frame.right) for _, frame, words in frames if not _fits(words, frame)])
        if above and above[-1].right > svg.PAGE:
            return None
        y += _GAP + (_LEADERS if any(label.moved for label in above) else 0)
        shapes += _drawn(bar, [(number, _down(frame, y), words) for number, frame, words in frames], scale, y)
        shapes += [shape for label in above for shape in _label(label, y, leaders=any(one.moved for one in above))]
        y += max(_HIGH, svg.LEADING * len(_lines(bar)))
    return svg.picture(y + 1, title, told, shapes)


class _Scale:
    """Where bars begin, and how long they are, so that no whole leaves the page."""

    def __init__(self, rows: Sequence[Bar]) -> None:
        widest = max(width(line, svg.NAME, bold=True) for bar in rows for line in _lines(bar))
        self.label = max(_LABEL, widest + _SLACK)
        self.start = self.label + _BEFORE
        wholes = max(width(bar.whole, svg.NAME, bold=True) for bar in rows)
        self.unit = (svg.PAGE - 1 - self.start - _AFTER - wholes) / max(bar.size for bar in rows)

    def frames(self, bar: Bar) -> list[tuple[int, Frame, str]]:
        """Return each part that is more than nothing: the number of its series, its frame and its words."""
        made: list[tuple[int, Frame, str]] = []
        x = self.start
        for number, part in enumerate(bar.parts):
            if part.size:
                made.append((number, Frame(x, 0, max(_THINNEST, part.size * self.unit), _HIGH), part.words))
            x += part.size * self.unit
        return made


def _lines(bar: Bar) -> tuple[str, ...]:
    return wrap(bar.name, _WIDEST_LABEL, svg.NAME, bold=True) or ("",)


def _fits(words: str, frame: Frame) -> bool:
    return width(words, svg.NAME) + 2 * _INSIDE <= frame.wide


def _down(frame: Frame, y: float) -> Frame:
    return Frame(frame.x, y, frame.wide, frame.high)


def _placed(labels: list[_Above]) -> list[_Above]:
    """Return the labels pushed apart: to the left where the next one is in the way, and back where the page ends."""
    rights: list[float] = []
    limit = float(svg.PAGE)
    for label in reversed(labels):
        rights.insert(0, min(label.right, limit))
        limit = rights[0] - label.wide - _CLEAR
    limit = 1.0
    for place, label in enumerate(labels):
        rights[place] = max(rights[place], limit + label.wide)
        limit = rights[place] + _CLEAR
    return [_Above(label.part, label.words, right) for label, right in zip(labels, rights, strict=True)]


def _key(names: Sequence[str]) -> tuple[float, list[str]]:
    """Return the foot of the key, and the key: a square and a name for each series, in rows."""
    shapes: list[str] = []
    x, y, high = 1.0, 1.0, 0.0
    for number, name in enumerate(names):
        lines = wrap(name, svg.PAGE - 2 - _SQUARE - _BEFORE, svg.NAME)
        wide = _SQUARE + 5 + max((width(line, svg.NAME) for line in lines), default=0.0)
        if x > 1 and x + wide > svg.PAGE:
            x, y, high = 1.0, y + high, 0.0
        shapes += series.filled(Frame(x, y, _SQUARE, _SQUARE), number)
        shapes += svg.lines(lines, x + _SQUARE + 5, y + 9, Hand())
        x += wide + _KEYS_APART
        high = max(high, svg.LEADING * len(lines) + 5)
    return y + high - 5, shapes


def _drawn(bar: Bar, frames: list[tuple[int, Frame, str]], scale: _Scale, y: float) -> Iterator[str]:
    lines = _lines(bar)
    middle = y + _HIGH / 2 + 3.5
    yield from svg.lines(lines, scale.label, max(y + 9, middle - svg.LEADING * (len(lines) - 1) / 2), Hand(bold=True, anchor="end"))
    for number, frame, words in frames:
        yield from series.filled(frame, number)
        if _fits(words, frame):
            yield from series.written(words, frame, number)
    yield svg.text(bar.whole, scale.start + bar.size * scale.unit + _AFTER, middle, Hand(bold=True))


def _label(label: _Above, y: float, *, leaders: bool) -> Iterator[str]:
    if leaders:
        x = min(max(label.part.middle, label.right - label.wide), label.right)
        yield svg.line(label.part.middle, y, x, y - _LEADERS, stroke=svg.FURNITURE, thick=0.75)
    yield svg.text(label.words, label.right, y - 4 - (_LEADERS - 2 if leaders else 0), Hand(svg.SMALL, anchor="end"))
