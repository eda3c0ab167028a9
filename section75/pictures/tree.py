"""A tree of bodies: who reports to whom, and how often each meets.

In: two to twelve bodies, each with the name of the one it reports to. Out: an SVG, from the top down where the boxes stay wide
enough, and otherwise indented, one body a row; or nothing where there is no line to draw. Arrows point to the body reported to.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from section75.pictures import svg
from section75.pictures.measures import width, wrap
from section75.pictures.svg import Frame, Hand

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

Standing = Literal["decides", "advises", "oversees"]
MOST: Final = 12
_NARROWEST: Final = 100
_WIDEST: Final = 150
_APART: Final = 14
_BETWEEN: Final = 30
_BUS: Final = 15
_STEP: Final = 26
_ROWS_APART: Final = 8


@dataclass(frozen=True, slots=True)
class Body:
    """A body: its name, what stands small beside it, what it is for, and the name of the body it reports to."""

    name: str
    says: str = ""
    standing: Standing = "oversees"
    reports_to: str = ""


def tree(bodies: Sequence[Body], title: str, told: str) -> str | None:
    """Return the tree, or nothing: for one body, more than twelve, two of one name, a circle, or where none reports to another."""
    if not 1 < len({body.name for body in bodies}) == len(bodies) <= MOST:
        return None
    grown = _Grown(tuple(bodies))
    if len(grown.order) != len(bodies) or len(grown.roots) == len(bodies):
        return None
    leaves = [body for body, _ in grown.order if not grown.under(body)]
    wide = min(_WIDEST, (svg.PAGE - 2 - _APART * (len(leaves) - 1)) / len(leaves))
    high, shapes = _top_down(grown, wide) if wide >= _NARROWEST else _indented(grown)
    return svg.picture(high, title, told, shapes)


class _Grown:
    """Bodies as a tree."""

    def __init__(self, bodies: tuple[Body, ...]) -> None:
        self.bodies = bodies
        names = {body.name for body in bodies}
        self.roots = [body for body in bodies if body.reports_to not in names]
        self.order: list[tuple[Body, int]] = []
        for root in self.roots:
            self._walk(root, 0)

    def _walk(self, body: Body, depth: int) -> None:
        self.order.append((body, depth))
        for child in self.under(body):
            self._walk(child, depth + 1)

    def under(self, body: Body) -> list[Body]:
        """Return the bodies that report to one."""
        return [other for other in self.bodies if other.reports_to == body.name]


def _fill(body: Body) -> str:
    return svg.FIRST if body.standing == "decides" else svg.WHITE


def _ink(body: Body) -> str:
    return svg.WHITE if body.standing == "decides" else svg.INK


def _box(body: Body, at: Frame) -> str:
    return svg.box(at, _fill(body), dashed=body.standing == "advises")


# ------------------------------------------------------------------ from the top down


def _top_down(grown: _Grown, wide: float) -> tuple[float, list[str]]:
    high = [0.0] * (1 + max(depth for _, depth in grown.order))
    for body, depth in grown.order:
        high[depth] = max(high[depth], 14 + svg.LEADING * len(_name(body, wide)) + svg.SMALL_LEADING * len(_small(body, wide)))
    tops = [1 + sum(high[:depth]) + _BETWEEN * depth for depth in range(len(high))]
    middles = _middles(grown, wide)
    frames = {body.name: Frame(middles[body.name] - wide / 2, tops[depth], wide, high[depth]) for body, depth in grown.order}
    shapes = [shape for body, _ in grown.order for shape in _joined(frames[body.name], [frames[one.name] for one in grown.under(body)])]
    shapes += [shape for body, _ in grown.order for shape in _centred(body, frames[body.name])]
    return tops[-1] + high[-1] + 1, shapes


def _name(body: Body, wide: float) -> tuple[str, ...]:
    return wrap(body.name, wide - 12, svg.NAME, bold=True)


def _small(body: Body, wide: float) -> tuple[str, ...]:
    return wrap(body.says, wide - 12, svg.SMALL)


def _middles(grown: _Grown, wide: float) -> dict[str, float]:
    """Return the middle of each box: leaves from left to right, a parent midway between its first child and its last."""
    leaves = [body for body, _ in grown.order if not grown.under(body)]
    start = (svg.PAGE - len(leaves) * wide - _APART * (len(leaves) - 1)) / 2
    middles = {body.name: start + place * (wide + _APART) + wide / 2 for place, body in enumerate(leaves)}
    for body, _ in reversed(grown.order):
        if below := grown.under(body):
            middles[body.name] = (middles[below[0].name] + middles[below[-1].name]) / 2
    return middles


def _joined(parent: Frame, below: list[Frame]) -> Iterator[str]:
    """Yield the lines from children to their parent, each drawn once."""
    if not below:
        return
    bus = below[0].y - _BUS
    yield svg.line(parent.middle, bus, parent.middle, parent.foot + 5)
    yield svg.arrow_up(parent.middle, parent.foot)
    if len(below) > 1:
        yield svg.line(below[0].middle - 0.5, bus, below[-1].middle + 0.5, bus)
    for child in below:
        yield svg.line(child.middle, child.y, child.middle, bus)


def _centred(body: Body, at: Frame) -> Iterator[str]:
    yield _box(body, at)
    names, smalls = _name(body, at.wide), _small(body, at.wide)
    y = at.y + (at.high - svg.LEADING * len(names) - svg.SMALL_LEADING * len(smalls)) / 2 + 9
    yield from svg.lines(names, at.middle, y, Hand(bold=True, fill=_ink(body), anchor="middle"))
    y += svg.LEADING * len(names) - 0.5
    yield from svg.lines(smalls, at.middle, y, Hand(svg.SMALL, fill=_ink(body), anchor="middle"), svg.SMALL_LEADING)


# ------------------------------------------------------------------ indented


@dataclass(frozen=True, slots=True)
class _Row:
    body: Body
    at: Frame
    names: tuple[str, ...]
    smalls: tuple[str, ...]

    @property
    def centre(self) -> float:
        return self.at.y + self.at.high / 2


def _indented(grown: _Grown) -> tuple[float, list[str]]:
    rows: dict[str, _Row] = {}
    y = 1.0
    for body, depth in grown.order:
        rows[body.name] = row = _row(body, 1 + _STEP * depth, y)
        y = row.at.foot + _ROWS_APART
    shapes = [shape for body, _ in grown.order for shape in _trunk(rows[body.name], [rows[one.name] for one in grown.under(body)])]
    shapes += [shape for row in rows.values() for shape in _written(row)]
    return y - _ROWS_APART + 1, shapes


def _row(body: Body, x: float, y: float) -> _Row:
    wide = 450 - x
    smalls = wrap(body.says, wide * 0.4, svg.SMALL)
    taken = max((width(words, svg.SMALL) for words in smalls), default=0.0)
    names = wrap(body.name, wide - 8 - 6 - taken - (10 if smalls else 0), svg.NAME, bold=True)
    high = 12 + max(svg.LEADING * len(names), svg.SMALL_LEADING * len(smalls))
    return _Row(body, Frame(x, y, wide, high), names, smalls)


def _trunk(parent: _Row, below: list[_Row]) -> Iterator[str]:
    if not below:
        return
    x = parent.at.x + 12
    yield svg.line(x, parent.at.foot + 5, x, below[-1].centre + 0.5)
    yield svg.arrow_up(x, parent.at.foot)
    for child in below:
        yield svg.line(x, child.centre, child.at.x, child.centre)


def _written(row: _Row) -> Iterator[str]:
    yield _box(row.body, row.at)
    yield from svg.lines(row.names, row.at.x + 8, row.at.y + 15.5, Hand(bold=True, fill=_ink(row.body)))
    small = Hand(svg.SMALL, fill=_ink(row.body), anchor="end")
    yield from svg.lines(row.smalls, 444, row.at.y + 15, small, svg.SMALL_LEADING)
