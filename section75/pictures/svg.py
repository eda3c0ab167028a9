"""The few shapes that pictures are made of, as SVG.

In: places and sizes in points, words. Out: elements, and whole pictures with their title and description.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    from collections.abc import Iterable

PAGE: Final = 451
"""The width of every picture: that of the text of a page."""
INK: Final = "#000000"
FURNITURE: Final = "#4A5560"
FIRST: Final = "#1D3F66"
"""The first colour of a series; words on it are white."""
SECOND: Final = "#8FB3C9"
PALE: Final = "#E3EBF0"
WHITE: Final = "#FFFFFF"
NAME: Final = 10
SMALL: Final = 9
LEADING: Final = 12
SMALL_LEADING: Final = 11.5
_FAMILY: Final = "Arial, Liberation Sans, Arimo, sans-serif"

Anchor = Literal["start", "middle", "end"]


@dataclass(frozen=True, slots=True)
class Frame:
    """A rectangle: its upper left corner, how wide and how high it is."""

    x: float
    y: float
    wide: float
    high: float

    @property
    def right(self) -> float:
        """Its right edge."""
        return self.x + self.wide

    @property
    def foot(self) -> float:
        """Its lower edge."""
        return self.y + self.high

    @property
    def middle(self) -> float:
        """Midway between its left and right edges."""
        return self.x + self.wide / 2


@dataclass(frozen=True, slots=True)
class Hand:
    """How words are written: their size, weight and colour, and which of their ends stands at the place given."""

    size: float = NAME
    bold: bool = False
    fill: str = INK
    anchor: Anchor = "start"


def figure(value: float) -> str:
    """Return a number as it stands in SVG: two figures after the point at most.

    >>> figure(12.0), figure(3.14159)
    ('12', '3.14')
    """
    return f"{value:.2f}".rstrip("0").rstrip(".")


def picture(high: float, title: str, told: str, shapes: Iterable[str]) -> str:
    """Return a whole picture of the page's width."""
    size = f'viewBox="0 0 {PAGE} {figure(high)}" width="{PAGE}" height="{figure(high)}"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {size} font-family="{_FAMILY}" font-size="{NAME}">'
    return "\n".join([head, f"<title>{escape(title)}</title>", f"<desc>{escape(told)}</desc>", *shapes, "</svg>"])


def box(at: Frame, fill: str = WHITE, *, dashed: bool = False, round_: bool = True) -> str:
    """Return a rectangle with a black edge."""
    corners = ' rx="2"' if round_ else ""
    dashes = ' stroke-dasharray="4 3"' if dashed else ""
    return f'<rect {_frame(at)}{corners} fill="{fill}" stroke="{INK}" stroke-width="1"{dashes}/>'


def plate(at: Frame) -> str:
    """Return a white rectangle without an edge, to write on."""
    return f'<rect {_frame(at)} fill="{WHITE}"/>'


def _frame(at: Frame) -> str:
    return f'x="{figure(at.x)}" y="{figure(at.y)}" width="{figure(at.wide)}" height="{figure(at.high)}"'


def line(x1: float, y1: float, x2: float, y2: float, *, stroke: str = INK, thick: float = 1) -> str:
    """Return a straight line."""
    ends = f'x1="{figure(x1)}" y1="{figure(y1)}" x2="{figure(x2)}" y2="{figure(y2)}"'
    return f'<line {ends} stroke="{stroke}" stroke-width="{figure(thick)}"/>'


def dashes(x1: float, y1: float, x2: float, y2: float) -> str:
    """Return a straight line that is broken."""
    return line(x1, y1, x2, y2).replace("/>", ' stroke-dasharray="2 2"/>')


def arrow_up(x: float, y: float) -> str:
    """Return an arrowhead whose point is at a place."""
    points = f"{figure(x)},{figure(y)} {figure(x - 3.5)},{figure(y + 6)} {figure(x + 3.5)},{figure(y + 6)}"
    return f'<polygon points="{points}" fill="{INK}"/>'


def point(x: float, y: float) -> str:
    """Return a small white circle with a black edge."""
    return f'<circle cx="{figure(x)}" cy="{figure(y)}" r="3" fill="{WHITE}" stroke="{INK}" stroke-width="1.25"/>'


def dot(x: float, y: float, radius: float) -> str:
    """Return a black dot."""
    return f'<circle cx="{figure(x)}" cy="{figure(y)}" r="{figure(radius)}" fill="{INK}"/>'


def text(words: str, x: float, y: float, hand: Hand) -> str:
    """Return words whose base line is at a place."""
    weight = ' font-weight="bold"' if hand.bold else ""
    size = f' font-size="{figure(hand.size)}"' if hand.size != NAME else ""
    fill = f' fill="{hand.fill}"' if hand.fill != INK else ""
    anchor = f' text-anchor="{hand.anchor}"' if hand.anchor != "start" else ""
    return f'<text x="{figure(x)}" y="{figure(y)}"{size}{weight}{fill}{anchor}>{escape(words)}</text>'


def lines(words: Iterable[str], x: float, y: float, hand: Hand, leading: float = LEADING) -> list[str]:
    """Return lines of words one under the other; the base line of the first is at a place."""
    return [text(one, x, y + leading * number, hand) for number, one in enumerate(words)]


def hatch(at: Frame, apart: float = 6) -> list[str]:
    """Return a rectangle filled with slanting lines."""
    slants = []
    start = at.x - at.high + apart / 2
    while start < at.right:
        cut_left, cut_right = max(0.0, at.x - start), max(0.0, start + at.high - at.right)
        slants.append(line(start + cut_left, at.foot - cut_left, start + at.high - cut_right, at.y + cut_right, thick=1.5))
        start += apart
    return [box(at, round_=False), *slants, box(at, "none", round_=False)]
