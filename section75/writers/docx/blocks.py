"""Paragraphs: the printers of clauses, items, definitions, sections and plain words.

In: the flow, a block and its position. Out: the XML of the block and of all it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.document.tree import plain
from section75.document.typography import bind
from section75.writers.docx.crossings import NUMBER_SIGN
from section75.writers.docx.tracking import Sided
from section75.writers.docx.xml import Paragraph, run

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.document.tree import Block
    from section75.writers.docx.flow import Flow, Position

ITEMS: Final = {
    "operative": ("Clause1", "Clause2", "Clause3", "Clause4", "Clause5"),
    "schedule": ("ScheduleText1", "SchedulePara2", "SchedulePara3", "SchedulePara4"),
    "parties": ("Party", "PartyA"),
    "cover": ("CoverParty", "PartyA"),
    "background": ("Recital", "RecitalA", "RecitalB"),
    "body": ("ReportPara", "ReportSub", "ReportSubB"),
    "definition": ("DefinitionA", "DefinitionB"),
    "recommendations": ("Recommendation", "RecommendationA"),
}
PLAIN_ITEMS: Final = ("ListNumber", "ListNumber2", "ListNumber3")
ALSO: Final = {"ReportPara": ("ReportPara1",)}
"""Where a report numbers sub-sections, the words of a section without any are counted with them."""
HEADINGS: Final = ("Heading2", "Heading3")
ROLES: Final = {"reference": "ScheduleReference"}
"""Styles of words that their role names: the clauses that call a schedule."""
NARROW: Final = 360
"""How far a bullet in the cell of a table hangs, in twips."""
WORDS_SIGN: Final = "w"
"""Tells the bookmark on the words below a heading from the one on the heading."""
BEFORE_TITLE: Final = ": "
"""Between `Part 1` and its title, which Word counts and types respectively."""


def clause(flow: Flow, block: Block, position: Position) -> str:
    """Print a numbered heading of the operative provisions, and what stands under it."""
    return _headed(flow, block, position, ("Heading1",))


def paragraph(flow: Flow, block: Block, position: Position) -> str:
    """Print a numbered heading of a schedule, and what stands under it."""
    return _headed(flow, block, position, ("SchedulePara1",))


def _headed(flow: Flow, block: Block, position: Position, styles: Sequence[str]) -> str:
    heading = flow.numbered(block, styles, block.heading, replaced(position, keep=False) if position.keep else position)
    left = flow.sheet.left(flow.sheet.first(styles))
    inner = position.within(block, deeper=True, left=left)
    return heading + _content(flow, block, inner) + flow.blocks(block.children, inner)


def _content(flow: Flow, block: Block, position: Position) -> str:
    """Print the words of a block that has a heading too, with a second bookmark of its own."""
    if not block.content:
        return ""
    printed = flow.words(block, block.content, position, optional=True)
    runs = flow.bookmarks.around(block, printed.xml, WORDS_SIGN)
    return flow.tracked(replaced(standing(flow, position), content=runs), printed.change)


def division(flow: Flow, block: Block, position: Position) -> str:
    """Print `Part 1: title`, and the paragraphs under it."""
    before = BEFORE_TITLE if block.heading else ""
    heading = flow.numbered(block, ("SchedulePart",), block.heading, replaced(position, keep=False), before)
    inner = position.within(block)
    return heading + _content(flow, block, inner) + flow.blocks(block.children, inner)


def section(flow: Flow, block: Block, position: Position) -> str:
    """Print a heading of a report or, without a number, of an agreement; then what stands under it."""
    heading = flow.numbered(block, _heading_styles(flow, block, position), block.heading, replaced(position, keep=False))
    depth = position.section + (block.role != "title")
    inner = replaced(position.within(block), section=depth, depth=0)
    return heading + _content(flow, block, inner) + flow.blocks(block.children, inner)


def _heading_styles(flow: Flow, block: Block, position: Position) -> tuple[str, ...]:
    """Return the styles that would do, now and as the older text had it."""
    return tuple(dict.fromkeys(style for side in ("new", "old") for style in _styles_of(flow.texts.node(block, side), position)))


def _styles_of(block: Block, position: Position) -> tuple[str, ...]:
    if block.role == "title":
        return ("Title", "Heading1")
    if position.items != "body":
        return ("HeadingUnnumbered",)
    level = HEADINGS[min(position.section, len(HEADINGS) - 1)]
    if block.number or position.section:
        return (level, "HeadingUnnumbered")
    return ("Heading2Plain", level) if position.boxed else (level, "Heading2Plain", "HeadingUnnumbered")


def item(flow: Flow, block: Block, position: Position) -> str:
    """Print numbered words, and what stands under them."""
    levels = ITEMS.get(position.items, PLAIN_ITEMS)
    wanted = levels[min(position.depth, len(levels) - 1)]
    styles = (wanted, *ALSO.get(wanted, ()), *PLAIN_ITEMS[position.depth :][:1], "Normal")
    heading = flow.numbered(block, styles, block.content, position)
    if not block.children:
        return heading
    return heading + flow.blocks(block.children, position.within(block, deeper=True, left=flow.sheet.left(flow.styles[id(block)])))


def bullet(flow: Flow, block: Block, position: Position) -> str:
    """Print a bullet, and what stands under it."""
    deeper = "2" if position.depth > 1 else ""
    style = flow.sheet.first((f"ListBulletLast{deeper}", "ListBullet") if position.last else (f"ListBullet{deeper}",))
    in_cell = NARROW * (position.depth + 1) if position.style.startswith("Table") else None
    printed = Paragraph(style, keep=position.keep, number=flow.sheet.direct(style), left=in_cell, hanging=NARROW)
    inner = position.within(block, deeper=True, left=flow.sheet.left(style))
    return flow.paragraph(block, printed, block.content, position) + flow.blocks(block.children, inner)


def definition(flow: Flow, block: Block, position: Position) -> str:
    """Print a defined term with its meaning; its items are lettered afresh."""
    words = flow.numbered(block, ("Definition", "Normal"), block.content, position)
    left = flow.sheet.left("Definition")
    inner = replaced(position.within(block, left=left), items="definition", depth=0)
    return words + flow.blocks(block.children, inner)


def recommendations(flow: Flow, block: Block, position: Position) -> str:
    """Print the lead-in of recommendations and the numbered recommendations."""
    lead = replaced(position, keep=True)
    styles = ("RecommendationLead", "Normal")
    words = flow.numbered(block, styles, block.content, lead, optional=True) if block.content else ""
    inner = replaced(position.within(block, left=0), items="recommendations", depth=0)
    return words + flow.blocks(block.children, inner)


def words(flow: Flow, block: Block, position: Position) -> str:
    """Print an unnumbered paragraph, or the closing words of a list, where the text of what holds them begins."""
    style = replaced(standing(flow, position), style=ROLES[block.role]) if block.role in ROLES else standing(flow, position)
    printed = flow.paragraph(block, replaced(style, keep=position.keep, breaks=position.breaks), block.content, position)
    return printed + flow.blocks(block.children, position.within(block)) if block.children else printed


def standing(flow: Flow, position: Position) -> Paragraph:
    """Return the style of unnumbered words at a position, indented if no style stands there."""
    if position.style:
        return Paragraph(position.style)
    if not position.left:
        return Paragraph("Normal")
    style = flow.sheet.first(("ClauseText", "ListContinue"))
    return Paragraph(style, left=None if flow.sheet.left(style) == position.left else position.left)


def figure(flow: Flow, block: Block, position: Position) -> str:
    """Print a picture with its caption below it."""
    picture = ""
    if block.picture.startswith("<svg"):
        drawing = run(flow.figures.drawing(block.picture, plain(flow.seen(block).content)))
        drawn = flow.tracker.around(position.change, drawing)
        picture = flow.tracked(Paragraph("FigureText", drawn, keep=bool(block.heading)), position.change)
    return picture + caption(flow, block, position, "FigureCaption")


def caption(flow: Flow, block: Block, position: Position, style: str) -> str:
    """Print `Table 1: heading`; the words `Table 1` have a bookmark of their own, which references repeat."""
    if not block.heading:
        return ""
    numbers = flow.if_worded(block.heading, flow.numbers(block), optional=True)
    label = flow.tracker.typed(Sided(bind(numbers.old), bind(numbers.new)), position.change)
    label = flow.bookmarks.around(block, label, NUMBER_SIGN) if label else ""
    printed = flow.titled(BEFORE_TITLE if label else "", block.heading, position)
    return flow.tracked(Paragraph(style, flow.bookmarks.around(block, label + printed.xml)), printed.change)
