"""Pictures read back: where their boxes, lines and words are, and whether words can be read on what is behind them."""

from __future__ import annotations

from dataclasses import dataclass
from xml.etree import ElementTree as ET

from section75.pictures.measures import width
from section75.pictures.svg import FURNITURE, PAGE

SVG = "{http://www.w3.org/2000/svg}"


@dataclass(frozen=True)
class Area:
    left: float
    top: float
    right: float
    foot: float

    def holds(self, other: Area, slack: float = 0.51) -> bool:
        across = self.left - slack <= other.left and other.right <= self.right + slack
        return across and self.top - slack <= other.top and other.foot <= self.foot + slack

    def meets(self, other: Area, slack: float = 0.51) -> bool:
        across = self.left + slack < other.right and other.left + slack < self.right
        return across and self.top + slack < other.foot and other.top + slack < self.foot


def read(picture: str | None) -> ET.Element:
    assert picture is not None
    return ET.fromstring(picture)  # noqa: S314 - we wrote it


class Drawn:
    """A picture read back: where its boxes, its lines and its words are."""

    def __init__(self, picture: str | None) -> None:
        self.root = read(picture)
        self.page = Area(0, 0, PAGE, float(self.root.get("height")))
        self.boxes = [self._box(one) for one in self.root.iter(f"{SVG}rect") if one.get("fill") != "none" and one.get("stroke")]
        self.lines = [self._line(one) for one in self.root.iter(f"{SVG}line")]
        self.leaders = [self._line(one) for one in self.root.iter(f"{SVG}line") if one.get("stroke") == FURNITURE]
        self.words = [self._words(one) for one in self.root.iter(f"{SVG}text")]

    def _box(self, one: ET.Element) -> Area:
        x, y, wide, high = (float(one.get(name)) for name in ("x", "y", "width", "height"))
        return Area(x, y, x + wide, y + high)

    def _line(self, one: ET.Element) -> Area:
        x1, y1, x2, y2 = (float(one.get(name)) for name in ("x1", "y1", "x2", "y2"))
        return Area(min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2))

    def _words(self, one: ET.Element) -> Area:
        x, y, size = float(one.get("x")), float(one.get("y")), float(one.get("font-size", "10"))
        wide = width(one.text or "", size, bold=bool(one.get("font-weight")))
        left = x - {"start": 0, "middle": wide / 2, "end": wide}[one.get("text-anchor", "start")]
        return Area(left, y - 0.75 * size, left + wide, y + 0.2 * size)

    def inside_the_page(self) -> bool:
        return all(self.page.holds(one) for one in (*self.boxes, *self.lines, *self.words))


def contrasts(picture: str) -> list[float]:
    """Return, for the words of a picture one after the other, their contrast with the fill that is drawn under them."""
    drawn = Drawn(picture)
    behind: list[tuple[Area, str]] = [(drawn.page, "#FFFFFF")]
    found = []
    words = iter(drawn.words)
    for one in drawn.root:
        if one.tag == f"{SVG}rect" and one.get("fill") != "none":
            x, y, wide, high = (float(one.get(name)) for name in ("x", "y", "width", "height"))
            behind.append((Area(x, y, x + wide, y + high), one.get("fill")))
        if one.tag == f"{SVG}text":
            at = next(words)
            under = next(fill for area, fill in reversed(behind) if area.holds(at, 2))
            found.append(contrast(under, one.get("fill", "#000000")))
    return found


def contrast(first: str, second: str) -> float:
    """Return the contrast of two colours as WCAG reckons it, from 1 to 21."""
    darker, lighter = sorted(map(_luminance, (first, second)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
