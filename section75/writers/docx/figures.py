"""Figures: the SVG of the tree as a picture in a Word file.

In: SVG strings whose unit is the point. Out: inline drawings, and the media parts they need. Word since 2016
draws the SVG itself; a program that cannot shows the same picture as PNG, drawn here at three times its size.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import resvg_py

from section75.writers import Unprintable
from section75.writers.docx.xml import escape

EMU: Final = 12700
"""English Metric Units in a point."""
WIDEST: Final = 451.3
SHARP: Final = 3
"""Points of the PNG to a point of the page: 216 to the inch."""
FETCHING: Final = re.compile(r"<!|<[\w:]*(image|use|script|foreignobject|style)\b|<[^>]*\son\w+\s*=", re.IGNORECASE)
"""What a picture holds that would fetch a file or run a program; the engine opens any file that is named. Words cannot hold `<`."""
_VIEW = re.compile(r'viewBox="\s*[\d.+-]+[\s,]+[\d.+-]+[\s,]+([\d.]+)[\s,]+([\d.]+)')


@dataclass(frozen=True, slots=True)
class Media:
    """A media part: its relationship id, its name in the file, its type, its bytes."""

    relationship: str
    name: str
    type: str
    data: bytes


class Figures:
    """The pictures met so far."""

    def __init__(self) -> None:
        """Begin without pictures."""
        self.media: list[Media] = []
        self._count = 0

    def drawing(self, picture: str, description: str) -> str:
        """Return the drawing of an SVG with its alternative text, as wide as the page's text at most. Raises `Unprintable`."""
        if FETCHING.search(picture):
            raise Unprintable("A picture may not fetch or run anything.")
        self._count += 1
        number = self._count
        self.media.append(Media(f"s75png{number}", f"/word/media/figure{number}.png", "image/png", _png(picture)))
        self.media.append(Media(f"s75svg{number}", f"/word/media/figure{number}.svg", "image/svg+xml", picture.encode()))
        wide, high = _size(picture)
        frame = f'<a:xfrm><a:off x="0" y="0"/><a:ext cx="{wide}" cy="{high}"/></a:xfrm>'
        name = f'id="{number}" name="Figure {number}" descr="{escape(description)}"'
        return (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="{wide}" cy="{high}"/>'
            f"<wp:docPr {name}/>"
            '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic>'
            f"<pic:nvPicPr><pic:cNvPr {name}/><pic:cNvPicPr/></pic:nvPicPr>"
            f'<pic:blipFill><a:blip r:embed="s75png{number}"><a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
            f'<asvg:svgBlip r:embed="s75svg{number}"/></a:ext></a:extLst></a:blip>'
            f"<a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>{frame}"
            '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
            "</wp:inline></w:drawing>"
        )


def _size(picture: str) -> tuple[int, int]:
    """Return width and height in EMU."""
    view = _VIEW.search(picture)
    wide, high = (float(view[1]), float(view[2])) if view else (WIDEST, WIDEST / 2)
    scale = min(1.0, WIDEST / wide)
    return round(wide * scale * EMU), round(high * scale * EMU)


@lru_cache(maxsize=64)
def _png(picture: str) -> bytes:
    """Return the picture as PNG; what no shape covers is clear, as in the SVG. Drawn once, however often it is printed."""
    return resvg_py.svg_to_bytes(svg_string=picture, zoom=SHARP)
