"""The table styles of a fresh shell, and how lists without items and tables without style look.

In: nothing. Out: `TABLE_STYLES`, part of the styles part; measures in eighths of a point and twips.
"""

from __future__ import annotations

from typing import Final


def _border(side: str, size: int, colour: str = "auto") -> str:
    return f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'


def _borders(*borders: str) -> str:
    return f"<w:tblBorders>{''.join(borders)}</w:tblBorders>"


def _margins(top: int, side: int) -> str:
    pairs = (("top", top), ("left", side), ("bottom", top), ("right", side))
    edges = "".join(f'<w:{edge} w:w="{size}" w:type="dxa"/>' for edge, size in pairs)
    return f"<w:tblCellMar>{edges}</w:tblCellMar>"


def _style(name: str, properties: str, parts: str = "") -> str:
    key = name.replace(" ", "")
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{key}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{properties}</w:tblPr>{parts}</w:style>'
    )


def _part(kind: str, cell: str) -> str:
    """Return how the first or last row or column looks."""
    properties = f"<w:tcPr>{cell}</w:tcPr>" if cell else ""
    return f'<w:tblStylePr w:type="{kind}"><w:rPr><w:b/></w:rPr>{properties}</w:tblStylePr>'


def _cell(*borders: str, fill: str = "", foot: bool = False) -> str:
    shade = f'<w:shd w:val="clear" w:color="auto" w:fill="{fill}"/>' if fill else ""
    low = '<w:vAlign w:val="bottom"/>' if foot else ""
    return f"<w:tcBorders>{''.join(borders)}</w:tcBorders>{shade}{low}"


_GREY: Final = "7A858F"
_FURNITURE: Final = "4A5560"
_HEAD: Final = "E8ECEF"
_ALL: Final = ("top", "left", "bottom", "right", "insideH", "insideV")
_BOX: Final = _ALL[:4]

_DEFAULTS: Final = (
    '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/><w:uiPriority w:val="99"/>'
    f'<w:semiHidden/><w:unhideWhenUsed/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>{_margins(0, 0)}</w:tblPr></w:style>'
    '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/><w:uiPriority w:val="99"/>'
    "<w:semiHidden/><w:unhideWhenUsed/></w:style>"
)
TABLE_STYLES: Final = "".join(
    (
        _DEFAULTS,
        _style(
            "Section 75 Table",
            _borders(_border("top", 8), _border("bottom", 8), _border("insideH", 4, _GREY)) + _margins(80, 120),
            _part("firstRow", _cell(_border("top", 8), _border("bottom", 8), fill=_HEAD, foot=True))
            + _part("lastRow", _cell(_border("top", 8), _border("bottom", 8)))
            + _part("firstCol", ""),
        ),
        _style(
            "Section 75 Form",
            _borders(*(_border(side, 6, _FURNITURE) for side in _ALL)) + _margins(80, 120),
            _part("firstRow", _cell(_border("bottom", 6, _FURNITURE), fill=_HEAD, foot=True)),
        ),
        _style("Section 75 Box", _borders(*(_border(side, 8) for side in _BOX)) + _margins(160, 240)),
        _style("Section 75 Aside", _borders(*(_border(side, 8) for side in _ALL[:5])) + _margins(120, 160)),
        _style("Section 75 Plain", _margins(0, 0)),
    )
)
