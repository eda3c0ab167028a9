"""The styles of a fresh shell, as a table; sizes in half-points, measures in twips.

In: the kind of shell and its scheme. Out: the styles part.

Columns: style id | name in Word | based on | next | size | bold | left/hanging | before/after | line | outline level |
the rest. `list` in the place of indents: the list level gives them. The name of a style that Word knows begins with `*`.
The rest: `next` and `lines` keep, `loose` does not keep, `break` starts a page, `right` aligns, `#…` is a colour.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.writers.docx.shell_tables import TABLE_STYLES
from section75.writers.docx.xml import DECLARED, HEADER

if TYPE_CHECKING:
    from collections.abc import Mapping

AGREEMENT: Final = """
Title | *Title | Normal | Subtitle | 48 | b | 0/0 | 600/200 | 268 | | next
Subtitle | *Subtitle | Normal | Normal | 26 | | 0/0 | 0/520 | 278 | |
CoverText | Cover Text | Normal | CoverText | 26 | | 0/0 | 0/160 | 272 | |
CoverParty | Cover Party | CoverText | CoverParty | 26 | b | list | 0/160 | 272 | |
CoverFoot | Cover Foot | Normal | CoverFoot | 20 | | 0/0 | 0/0 | 272 | | #4A5560
DraftStrip | Draft Strip | Normal | Normal | 20 | | 100/0 | 0/0 | 272 | |
Heading1 | *heading 1 | Normal | Clause2 | 24 | b | list | 360/120 | 278 | 0 | next lines
HeadingUnnumbered | Heading Unnumbered | Heading1 | Normal | 24 | b | 0/0 | 360/120 | 278 | 0 | next lines
Clause1 | Clause Level 1 | Normal | Clause1 | 22 | | list | 0/160 | 276 | |
Clause2 | Clause Level 2 | Normal | Clause2 | 22 | | list | 0/160 | 276 | |
Clause3 | Clause Level 3 | Normal | Clause3 | 22 | | list | 0/160 | 276 | |
Clause4 | Clause Level 4 | Normal | Clause4 | 22 | | list | 0/160 | 276 | |
Clause5 | Clause Level 5 | Normal | Clause5 | 22 | | list | 0/160 | 276 | |
ClauseText | Clause Text | Normal | ClauseText | 22 | | 720/0 | 0/160 | 276 | |
Party | Party | Normal | Party | 22 | | list | 0/160 | 276 | |
PartyA | Party (a) | Normal | PartyA | 22 | | list | 0/160 | 276 | |
Recital | Recital | Normal | Recital | 22 | | list | 0/160 | 276 | |
RecitalA | Recital (a) | Normal | RecitalA | 22 | | list | 0/160 | 276 | |
RecitalB | Recital (i) | Normal | RecitalB | 22 | | list | 0/160 | 276 | |
Definition | Definition | Normal | Definition | 22 | | list | 0/160 | 276 | |
DefinitionA | Definition (a) | Normal | DefinitionA | 22 | | list | 0/160 | 276 | |
DefinitionB | Definition (i) | Normal | DefinitionB | 22 | | list | 0/160 | 276 | |
ScheduleHeading | Schedule Heading | Heading1 | SchedulePara1 | 30 | b | list | 0/60 | 264 | 0 | next lines break
ScheduleReference | Schedule Reference | Normal | SchedulePara1 | 20 | | 0/0 | 0/280 | 272 | | next #4A5560
ExecutionHeading | Execution Heading | ScheduleHeading | Normal | 30 | b | 0/0 | 0/160 | 264 | 0 | next lines break
SchedulePart | Schedule Part | Heading1 | SchedulePara1 | 24 | b | list | 360/120 | 278 | 1 | next lines
SchedulePara1 | Schedule Level 1 | Heading1 | SchedulePara2 | 22 | b | list | 280/120 | 276 | 1 | next lines
ScheduleText1 | Schedule Level 1 Text | Normal | ScheduleText1 | 22 | | list | 0/160 | 276 | |
SchedulePara2 | Schedule Level 2 | Normal | SchedulePara2 | 22 | | list | 0/160 | 276 | |
SchedulePara3 | Schedule Level 3 | Normal | SchedulePara3 | 22 | | list | 0/160 | 276 | |
SchedulePara4 | Schedule Level 4 | Normal | SchedulePara4 | 22 | | list | 0/160 | 276 | |
Testimonium | Testimonium | Normal | Testimonium | 22 | | 0/0 | 0/0 | 276 | | next
"""

REPORT: Final = """
DraftStrip | Draft Strip | Normal | Normal | 20 | | 100/0 | 0/280 | 272 | |
FrontLine | Front Line | Normal | FrontLine | 24 | | 0/0 | 0/0 | 313 | |
FrontLineLast | Front Line Last | FrontLine | Normal | 24 | | 0/0 | 0/200 | 313 | |
Heading1 | *heading 1 | Normal | Normal | 36 | b | 0/0 | 280/240 | 268 | 0 | next lines
Heading2 | *heading 2 | Normal | ReportPara | 28 | b | list | 400/120 | 268 | 1 | next lines
Heading2Plain | Heading 2 Plain | Heading2 | Normal | 28 | b | 0/0 | 200/80 | 268 | 1 | next lines
Heading3 | *heading 3 | Normal | ReportPara | 24 | b | list | 280/80 | 313 | 2 | next lines
ReportPara | Report Paragraph | Normal | ReportPara | 24 | | list | 0/200 | 313 | |
ReportSub | Report Sub-paragraph | Normal | ReportSub | 24 | | list | 0/200 | 313 | |
ReportSubB | Report Sub-paragraph (i) | Normal | ReportSubB | 24 | | list | 0/200 | 313 | |
RecommendationLead | Recommendation Lead | Normal | Recommendation | 24 | | list | 0/200 | 313 | | next
Recommendation | Recommendation | Normal | Recommendation | 24 | | list | 0/200 | 313 | |
RecommendationA | Recommendation (a) | Normal | RecommendationA | 24 | | list | 0/200 | 313 | |
Definition | Definition | Normal | Definition | 24 | | list | 0/200 | 313 | |
DefinitionA | Definition (a) | Normal | DefinitionA | 24 | | list | 0/200 | 313 | |
DefinitionB | Definition (i) | Normal | DefinitionB | 24 | | list | 0/200 | 313 | |
ListContinue | *List Continue | Normal | ListContinue | 24 | | 720/0 | 0/200 | 313 | |
Testimonium | Testimonium | Normal | Testimonium | 24 | | 0/0 | 0/0 | 313 | | next
"""

SUB_SECTIONS: Final = """
ReportPara1 | Report Paragraph 1.1 | Normal | ReportPara1 | 24 | | list | 0/200 | 313 | |
"""
"""Of a report whose sub-sections have numbers: words counted with them."""

BOTH: Final = """
ListBullet | *List Bullet | Normal | ListBullet | {body} | | list | 0/80 | {line} | |
ListBullet2 | *List Bullet 2 | Normal | ListBullet2 | {body} | | list | 0/80 | {line} | |
ListBulletLast | List Bullet Last | ListBullet | Normal | {body} | | list | 0/{after} | {line} | |
ListBulletLast2 | List Bullet 2 Last | ListBullet2 | Normal | {body} | | list | 0/{after} | {line} | |
ListNumber | *List Number | Normal | ListNumber | {body} | | list | 0/{after} | {line} | |
ListNumber2 | *List Number 2 | Normal | ListNumber2 | {body} | | list | 0/{after} | {line} | |
ListNumber3 | *List Number 3 | Normal | ListNumber3 | {body} | | list | 0/{after} | {line} | |
Caption | *caption | Normal | Normal | {table} | b | 0/0 | 160/80 | {cell} | | next lines
FigureText | Figure | Normal | FigureCaption | {body} | | 0/0 | 240/0 | 240 | |
FigureCaption | Figure Caption | Caption | Normal | {table} | b | 0/0 | 80/280 | {cell} | | lines loose
TableText | Table Text | Normal | TableText | {table} | | 0/0 | 0/0 | {cell} | |
TableHeading | Table Heading | TableText | TableText | {table} | b | 0/0 | 0/0 | {cell} | | next
TableHeadingMoney | Table Heading Money | TableHeading | TableText | {table} | b | 0/0 | 0/0 | {cell} | | next right
TableMoney | Table Money | TableText | TableMoney | {table} | | 0/0 | 0/0 | {cell} | | right
TableTotal | Table Total | TableText | TableText | {table} | b | 0/0 | 0/0 | {cell} | |
TableTotalMoney | Table Total Money | TableMoney | TableText | {table} | b | 0/0 | 0/0 | {cell} | | right
TableGap | Table Gap | Normal | Normal | 12 | | 0/0 | 0/140 | 240 | |
Signature | *Signature | TableText | Signature | 20 | | 0/0 | 0/0 | 272 | | next
SignatureLine | Signature Line | Signature | Signature | 20 | | 0/0 | 440/40 | 272 | | next
TOC1 | *toc 1 | Normal | Normal | 22 | | 720/720 | 0/80 | 276 | |
TOC2 | *toc 2 | Normal | Normal | 22 | | 0/0 | 0/80 | 276 | |
TOCHeading | *TOC Heading | Normal | Normal | 30 | b | 0/0 | 0/160 | 264 | | next
Header | *header | Normal | Header | 18 | | 0/0 | 0/0 | 278 | | #4A5560
Footer | *footer | Normal | Footer | 18 | | 0/0 | 0/0 | 278 | | #4A5560
CommentText | *annotation text | Normal | CommentText | 20 | | 0/0 | 0/0 | 240 | |
"""

_SIGNATURE = '<w:bottom w:val="single" w:sz="6" w:space="1" w:color="auto"/>'
_STRIP = "".join(f'<w:{side} w:val="single" w:sz="6" w:space="4" w:color="auto"/>' for side in ("top", "left", "bottom", "right"))
BORDERS: Final = {
    "Title": '<w:top w:val="single" w:sz="12" w:space="24" w:color="auto"/>',
    "Subtitle": '<w:bottom w:val="single" w:sz="12" w:space="24" w:color="auto"/>',
    "DraftStrip": _STRIP,
    "SignatureLine": _SIGNATURE,
}
_RIGHT = '<w:tab w:val="right" w:pos="9026"/>'
TABS: Final = {
    "TOC1": '<w:tab w:val="left" w:pos="720"/><w:tab w:val="right" w:leader="dot" w:pos="9026"/>',
    "TOC2": '<w:tab w:val="right" w:leader="dot" w:pos="9026"/>',
    "Header": _RIGHT,
    "Footer": _RIGHT,
}
CHARACTERS: Final = """
<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont"><w:name w:val="Default Paragraph Font"/>
<w:uiPriority w:val="1"/><w:semiHidden/></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/><w:qFormat/><w:rPr><w:b/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Hyperlink"><w:name w:val="Hyperlink"/></w:style>
<w:style w:type="character" w:styleId="CommentReference"><w:name w:val="annotation reference"/>
<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="Blank"><w:name w:val="Blank"/><w:qFormat/>
<w:rPr><w:shd w:val="clear" w:color="auto" w:fill="FFF2A8"/></w:rPr></w:style>
<w:style w:type="character" w:customStyle="1" w:styleId="DefinedTerm"><w:name w:val="Defined Term"/><w:qFormat/>
<w:rPr><w:b/></w:rPr></w:style>
""".replace("\n", "")


@dataclass(frozen=True, slots=True)
class Base:
    """The body text of a kind of shell: size in half-points, space after and line, and the same for tables."""

    body: int
    after: int
    line: int
    table: int
    cell: int


BASES: Final = {"agreement": Base(22, 160, 276, 20, 272), "report": Base(24, 200, 313, 22, 285)}


@dataclass(frozen=True, slots=True)
class Style:
    """A line of the table."""

    id: str
    name: str
    based: str
    next: str
    size: str
    bold: str
    indent: str
    spacing: str
    line: str
    outline: str
    rest: str

    def xml(self, number: tuple[int, int] | None) -> str:
        """Return the style; `number` is its (list, level), (0, 0) to leave the list of the style it is based on."""
        name = self.name.removeprefix("*")
        kind = ' w:customStyle="1"' if name == self.name else ""
        colour = next((word[1:] for word in self.rest.split() if word.startswith("#")), "")
        bold = "<w:b/>" if self.bold else ""
        shade = f'<w:color w:val="{colour}"/>' if colour else ""
        return (
            f'<w:style w:type="paragraph"{kind} w:styleId="{self.id}"><w:name w:val="{name}"/>'
            f'<w:basedOn w:val="{self.based}"/><w:next w:val="{self.next}"/><w:qFormat/>'
            f"<w:pPr>{self._paragraph(number)}</w:pPr>"
            f'<w:rPr>{bold}{shade}<w:sz w:val="{self.size}"/><w:szCs w:val="{self.size}"/></w:rPr></w:style>'
        )

    def _paragraph(self, number: tuple[int, int] | None) -> str:
        before, after = self.spacing.split("/")
        rest = self.rest.split()
        flags = {"next": "<w:keepNext/>", "loose": '<w:keepNext w:val="0"/>', "lines": "<w:keepLines/>", "break": _BREAK}
        keeps = "".join(xml for flag, xml in flags.items() if flag in rest)
        level = f'<w:numPr><w:ilvl w:val="{number[1]}"/><w:numId w:val="{number[0]}"/></w:numPr>' if number else ""
        borders = f"<w:pBdr>{BORDERS[self.id]}</w:pBdr>" if self.id in BORDERS else ""
        tabs = f"<w:tabs>{TABS[self.id]}</w:tabs>" if self.id in TABS else ""
        spacing = f'<w:spacing w:before="{before}" w:after="{after}" w:line="{self.line}" w:lineRule="auto"/>'
        right = '<w:jc w:val="right"/>' if "right" in rest else ""
        outline = f'<w:outlineLvl w:val="{self.outline}"/>' if self.outline else ""
        return f"{keeps}{level}{borders}{tabs}{spacing}{self._indent()}{right}{outline}"

    def _indent(self) -> str:
        if self.indent == "list":
            return ""
        left, hanging = self.indent.split("/")
        right = ' w:right="100"' if self.id == "DraftStrip" else ""
        return f'<w:ind w:left="{left}"{right} w:hanging="{hanging}"/>'


_BREAK: Final = "<w:pageBreakBefore/>"


def table(kind: str, *, sub_sections: bool = False) -> list[Style]:
    """Return the paragraph styles of a kind of shell."""
    base = BASES[kind]
    both = BOTH.format(body=base.body, after=base.after, line=base.line, table=base.table, cell=base.cell)
    own = AGREEMENT if kind == "agreement" else REPORT.rstrip() + SUB_SECTIONS * sub_sections
    return [Style(*(cell.strip() for cell in line.split("|"))) for line in f"{own.strip()}{both}".strip().splitlines()]


def part(kind: str, numbers: Mapping[str, tuple[int, int]]) -> str:
    """Return the styles part; `numbers` is the (list, level) of each style in a list."""
    styles = table(kind, sub_sections="ReportPara1" in numbers)
    listed = {style.id for style in styles if _listed(style.id, {one.id: one for one in styles}, numbers)}
    written = "".join(style.xml(numbers.get(style.id, (0, 0) if style.id in listed else None)) for style in styles)
    return f"{HEADER}<w:styles {DECLARED}>{_defaults(BASES[kind])}{CHARACTERS}{written}{TABLE_STYLES}</w:styles>"


def _listed(name: str, styles: Mapping[str, Style], numbers: Mapping[str, tuple[int, int]]) -> bool:
    """Whether a style, or one that it is based on, stands in a list."""
    return name in numbers or (name in styles and _listed(styles[name].based, styles, numbers))


def _defaults(base: Base) -> str:
    fonts = " ".join(f'w:{slot}="Arial"' for slot in ("ascii", "hAnsi", "eastAsia", "cs"))
    return (
        f'<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts {fonts}/><w:sz w:val="{base.body}"/><w:szCs w:val="{base.body}"/>'
        '<w:lang w:val="en-GB" w:eastAsia="en-GB" w:bidi="ar-SA"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
        f'<w:widowControl/><w:suppressAutoHyphens/><w:spacing w:before="0" w:after="{base.after}" w:line="{base.line}" '
        'w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
        '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'
    )
