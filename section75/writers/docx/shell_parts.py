"""The unchanging parts of a fresh shell: head and foot, settings, fonts, theme, relationships.

In: the kind of shell. Out: XML strings. The pages of an agreement are three sections, front, clauses and schedules, so that
Word can name the clause in force at the head of each page; before the first clause and at the execution there is none.
"""

from __future__ import annotations

from typing import Final

from section75.writers.docx.fields import begin, end, field
from section75.writers.docx.sections import SECTIONS
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
IN_FORCE: Final = {
    "clauses": begin(r"STYLEREF 1 \n") + end() + run(text("\u2002")) + begin("STYLEREF 1") + end(),
    "schedules": begin(r'STYLEREF "Schedule Heading" \n') + end() + begin('STYLEREF "Schedule Heading"') + end(),
}
"""Number and words of the heading that Word finds first on a page, or else last before it.

Their results are empty: Word fills them as it lays out, and what does not know such fields shows nothing rather than
something wrong. `1` is the style heading 1 in every language of Word.
"""
HEADS: Final = {"header1": "", "header3": "clauses", "header4": "schedules"}
"""The parts of the heads of pages, and what is in force there."""


def _watermark(ordinal: int) -> str:
    shape = _SHAPE.replace("Object1", f"Object{ordinal}").replace("_s2049", f"_s{2048 + ordinal}")
    return run(f"<w:pict>{_SHAPE_TYPE}{shape}</w:pict>", "<w:noProof/>")


def control(name: str, says: str, content: str) -> str:
    """Return a content control, whose content the writer replaces."""
    return f'<w:sdt><w:sdtPr><w:alias w:val="{says}"/><w:tag w:val="{name}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def header(kind: str, name: str = "header1") -> str:
    """Return the head of every page but a cover: short title, draft state and watermark, and below them what is in force."""
    left = run(text("{{ running }}")) if kind == "agreement" else ""
    state = run("<w:tab/>") + run(text("{{ state }}"), "<w:b/>")
    in_force = IN_FORCE.get(HEADS[name], "")
    below = Paragraph("Header", in_force).xml() if in_force else ""
    return _head(Paragraph("Header", left + state + _watermark(list(HEADS).index(name) + 1)).xml() + below)


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


def body_end(kind: str) -> str:
    """Return what follows the text: the properties of its one section or, for an agreement, of its three.

    The first two stand in a control of their own, with words that show their heads to whoever restyles the shell.
    """
    if kind != "agreement":
        return _section(kind, "header1")
    carried = {"Front": _section(kind, "header1", covered=True), "Clauses": _section(kind, "header3")}
    shown = "".join(f"<w:p><w:pPr>{section}</w:pPr>{run(text(name))}</w:p>" for name, section in carried.items())
    return control(SECTIONS, "Sections", shown + Paragraph("Normal", run(text("Schedules"))).xml()) + _section(kind, "header4")


def _section(kind: str, header: str, *, covered: bool = False) -> str:
    """Return the properties of a section: A4, margins, head and foot; those of a cover if it is `covered`."""
    top, edge = GEOMETRY[kind]
    first = '<w:headerReference w:type="first" r:id="header2"/><w:footerReference w:type="first" r:id="footer2"/>' if covered else ""
    return (
        f'<w:sectPr><w:headerReference w:type="default" r:id="{header}"/>'
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
