"""The parts of a document in the order in which they are printed.

In: the flow and a numbered Document. Out: `Pages`: the body, and the words for the foot and head of the first page.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.document.references import Spot
from section75.document.replacing import replaced
from section75.writers.docx.blocks import BEFORE_TITLE
from section75.writers.docx.contents import contents
from section75.writers.docx.flow import Position
from section75.writers.docx.tracking import change_of
from section75.writers.docx.xml import Paragraph, closed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from section75.document.references import Numbered
    from section75.document.tree import Block, Document, Part
    from section75.writers.docx.flow import Flow

HEADINGS: Final = {"execution": ("ExecutionHeading", "HeadingUnnumbered"), "body": ("Heading1",)}
STRIP: Final = "s75:strip"
FOOT: Final = "s75:foot"
COMMENT: Final = "<w:commentReference "
BELOW_HEADING: Final = 120
"""Twips above a clause heading that follows an unnumbered heading at once."""
DATED: Final = Paragraph("CoverText", before=1080, after=600)


@dataclass(frozen=True, slots=True)
class Pages:
    """What is printed where: the body, and the controls in the head and the foot of the first page."""

    body: str
    strip: str = ""
    foot: str = ""


def pages(flow: Flow, controls: Collection[str], numbers: Mapping[str, str]) -> Pages:
    """Print the document of a flow; `controls` are the tags of the shell, `numbers` the page of each bookmark, if known.

    A draft strip or cover foot for which the shell has no control, or which bears a drafting note (Word has no
    comments in headers and footers), is printed on the cover itself.
    """
    document = flow.texts.tree
    strip, front, foot = "", "", ""
    for part in document.parts:
        if part.kind == "strip":
            strip += _lines(flow, part.children, "DraftStrip", _place(flow, part))
        elif part.kind == "cover":
            top, below = _cover(flow, part)
            front, foot = front + top, foot + below
    if STRIP not in controls or COMMENT in strip:
        front, strip = strip + front, ""
    if FOOT not in controls or COMMENT in foot:
        front, foot = front + foot, ""
    covered = any(part.kind == "cover" for part in document.parts)
    if covered and document.kind == "agreement":
        front += contents(flow, numbers)
    return Pages(closed(front + _text(flow, document, covered=covered)), closed(strip), closed(foot))


def _text(flow: Flow, document: Document, *, covered: bool) -> str:
    """Return all parts after the cover; a page starts with the first of them if there is a cover, and after a sheet of blanks."""
    parts = [part for part in document.parts if part.kind not in ("strip", "cover")]
    starts = [covered, *(part.kind == "blanks" and not part.heading for part in parts)]
    return "".join(_part(flow, part, breaks=breaks) for part, breaks in zip(parts, starts, strict=False))


def _lines(flow: Flow, blocks: Iterable[Block], style: str, position: Position) -> str:
    return "".join(flow.paragraph(block, Paragraph(style), block.content, _at(block, position)) for block in blocks)


def _at(node: Numbered, position: Position) -> Position:
    return replaced(position, change=change_of(node, position.change))


def _cover(flow: Flow, part: Part) -> tuple[str, str]:
    """Return the cover and what stands at its foot."""
    printed, foot, style = "", "", "CoverText"
    for block, position in _flat(part.children, _place(flow, part)):
        here = _at(block, position)
        if block.kind == "section":
            printed += flow.paragraph(block, Paragraph("Title"), block.heading, here)
            style = "Subtitle"
        elif block.kind == "lines":
            foot += _lines(flow, block.children, "CoverFoot", here)
        elif block.kind in ("words", "closing"):
            dated = DATED if not printed and block.kind == "words" else Paragraph(style)
            printed += flow.paragraph(block, dated, block.content, here)
        else:
            printed += flow.blocks((block,), position)
    return printed, foot


def _flat(blocks: Sequence[Block], position: Position) -> Iterable[tuple[Block, Position]]:
    """Return the blocks of a cover, those under its title after it."""
    for block in blocks:
        yield block, position
        if block.kind == "section":
            yield from _flat(block.children, _at(block, position))


def _place(flow: Flow, part: Part) -> Position:
    return Position(Spot(part), flow.sheet.width, items=part.kind, change=change_of(part, ""))


def _part(flow: Flow, part: Part, *, breaks: bool) -> str:
    position = replaced(_place(flow, part), breaks=breaks)
    heading = _heading(flow, part, position)
    if heading:
        clause = bool(part.children) and part.children[0].kind == "clause"
        position = replaced(position, breaks=False, before=BELOW_HEADING if clause else None)
    return flow.tracker.moved(part, heading + flow.blocks(part.children, position))


def _heading(flow: Flow, part: Part, position: Position) -> str:
    if part.number:
        before = BEFORE_TITLE if part.heading else ""
        return flow.numbered(part, ("ScheduleHeading",), part.heading, position, before)
    if not part.heading:
        return ""
    style = flow.sheet.first(HEADINGS.get(part.kind, ("HeadingUnnumbered",)))
    return flow.paragraph(part, Paragraph(style, breaks=position.breaks), part.heading, position, optional=True)
