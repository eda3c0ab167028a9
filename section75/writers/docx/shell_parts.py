"""The unchanging parts of a fresh shell: head and foot, settings, fonts, theme, relationships.

In: the kind of shell. Out: XML strings.
"""

from __future__ import annotations

from typing import Final

from section75.writers.docx.fields import field
from section75.writers.docx.xml import DECLARED, HEADER, Paragraph, run, text

OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
WORD_TYPE: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"
GEOMETRY: Final = {"agreement": (1440, 720), "report": (1280, 720)}
"""Margin at the top and distance of the header from the edge, in twips; all other margins are 1440."""

_SHAPE_TYPE = (
    '<v:shapetype id="_x0000_t136" coordsize="21600,21600" o:spt="136" adj="10800" path="m@7,l@8,m@5,21600l@6,21600e">'
    '<v:formulas><v:f eqn="sum #0 0 10800"/><v:f eqn="prod #0 2 1"/><v:f eqn="sum 21600 0 @1"/><v:f eqn="sum 0 0 @2"/>'
    '<v:f eqn="sum 21600 0 @3"/><v:f eqn="if @0 @3 0"/><v:f eqn="if @0 21600 @1"/><v:f eqn="if @0 0 @2"/>'
    '<v:f eqn="if @0 @4 21600"/><v:f eqn="mid @5 @6"/><v:f eqn="mid @8 @5"/><v:f eqn="mid @7 @8"/>'
    '<v:f eqn="mid @6 @7"/><v:f eqn="sum @6 0 @5"/></v:formulas>'
    '<v:path textpathok="t" o:connecttype="custom" o:connectlocs="@9,0;@10,10800;@11,21600;@12,10800" '
    'o:connectangles="270,180,90,0"/><v:textpath on="t" fitshape="t"/><v:handles>'
    '<v:h position="#0,bottomRight" xrange="6629,14971"/></v:handles><o:lock v:ext="edit" text="t" shapetype="t"/>'
    "</v:shapetype>"
)
_SHAPE = (
    '<v:shape id="PowerPlusWaterMarkObject1" o:spid="_x0000_s2049" type="#_x0000_t136" alt="Draft watermark" '
    'style="position:absolute;margin-left:0;margin-top:0;width:450pt;height:92pt;rotation:308;z-index:-251658752;'
    "mso-position-horizontal:center;mso-position-horizontal-relative:margin;mso-position-vertical:center;"
    'mso-position-vertical-relative:margin" o:allowincell="f" fillcolor="#f3f4f5" stroked="f">'
    '<v:textpath style="font-family:&quot;Arial&quot;;font-size:1pt;font-weight:bold" string="DRAFT"/></v:shape>'
)
WATERMARK: Final = run(f"<w:pict>{_SHAPE_TYPE}{_SHAPE}</w:pict>", "<w:noProof/>")


def control(name: str, says: str, content: str) -> str:
    """Return a content control, whose content the writer replaces."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="{says}"/><w:tag w:val="{name}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def header(kind: str) -> str:
    """Return the head of every page but a cover: short title, draft state and watermark."""
    left = run(text("{{ running }}")) if kind == "agreement" else ""
    state = run("<w:tab/>") + run(text("{{ state }}"), "<w:b/>")
    return _head(Paragraph("Header", left + state + WATERMARK).xml())


def cover_header() -> str:
    """Return the head of a cover: the draft strip."""
    return _head(control("s75:strip", "Draft strip", Paragraph("DraftStrip", run(text("Draft strip"))).xml()))


def _head(content: str) -> str:
    return f"{HEADER}<w:hdr {DECLARED}>{content}</w:hdr>"


def footer() -> str:
    """Return the foot of every page but a cover: the reference and the page."""
    page = run(text("Page ")) + field("PAGE", "1") + run(text(" of ")) + field("NUMPAGES", "1")
    content = run(text("{{ reference }}")) + run("<w:tab/>") + page
    return _foot(Paragraph("Footer", content).xml())


def cover_footer() -> str:
    """Return the foot of a cover: who drew the agreement up."""
    return _foot(control("s75:foot", "Foot of the cover", Paragraph("CoverFoot", run(text("Cover Foot"))).xml()))


def _foot(content: str) -> str:
    return f"{HEADER}<w:ftr {DECLARED}>{content}</w:ftr>"


def section(kind: str) -> str:
    """Return the properties of the one section: A4, margins, heads and feet."""
    top, edge = GEOMETRY[kind]
    first = (
        ""
        if kind != "agreement"
        else ('<w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="first" r:id="footer2"/>')
    )
    return (
        '<w:sectPr><w:headerReference w:type="default" r:id="header1"/>'
        f'<w:footerReference w:type="default" r:id="footer1"/>{first}<w:pgSz w:w="11906" w:h="16838"/>'
        f'<w:pgMar w:top="{top}" w:right="1440" w:bottom="1440" w:left="1440" w:header="{edge}" w:footer="{edge}" '
        f'w:gutter="0"/>{"<w:titlePg/>" if first else ""}</w:sectPr>'
    )


SETTINGS: Final = (
    f'{HEADER}<w:settings {DECLARED}><w:zoom w:percent="100"/><w:defaultTabStop w:val="720"/>'
    '<w:characterSpacingControl w:val="doNotCompress"/><w:compat><w:compatSetting w:name="compatibilityMode" '
    'w:uri="http://schemas.microsoft.com/office/word" w:val="15"/></w:compat><w:themeFontLang w:val="en-GB"/>'
    '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
)
FONTS: Final = (
    f'{HEADER}<w:fonts {DECLARED}><w:font w:name="Arial"><w:panose1 w:val="020B0604020202020204"/>'
    '<w:charset w:val="00"/><w:family w:val="swiss"/><w:pitch w:val="variable"/></w:font></w:fonts>'
)
_COLOURS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "4A5560", "lt2": "E8ECEF", "accent1": "1D3F66", "accent2": "8FB3C9",
    "accent3": "E3EBF0", "accent4": "4A5560", "accent5": "7A858F", "accent6": "F1F3F5", "hlink": "1D3F66",
    "folHlink": "4A5560",
}  # fmt: skip
_SOLID = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_FONT = '<a:latin typeface="Arial"/><a:ea typeface=""/><a:cs typeface=""/>'
THEME: Final = (
    f'{HEADER}<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="Section 75">'
    '<a:themeElements><a:clrScheme name="Section 75">'
    + "".join(f'<a:{name}><a:srgbClr val="{value}"/></a:{name}>' for name, value in _COLOURS.items())
    + f'</a:clrScheme><a:fontScheme name="Section 75"><a:majorFont>{_FONT}</a:majorFont><a:minorFont>{_FONT}'
    '</a:minorFont></a:fontScheme><a:fmtScheme name="Section 75">'
    f"<a:fillStyleLst>{_SOLID * 3}</a:fillStyleLst><a:lnStyleLst>{f'<a:ln>{_SOLID}</a:ln>' * 3}</a:lnStyleLst>"
    f"<a:effectStyleLst>{'<a:effectStyle><a:effectLst/></a:effectStyle>' * 3}</a:effectStyleLst>"
    f"<a:bgFillStyleLst>{_SOLID * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements></a:theme>"
)
CORE: Final = (
    f'{HEADER}<cp:coreProperties xmlns:cp="{PACKAGE}/metadata/core-properties" '
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>Shell</dc:title><dc:language>en-GB</dc:language>'
    '<dcterms:created xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:created>'
    '<dcterms:modified xsi:type="dcterms:W3CDTF">2000-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
)
