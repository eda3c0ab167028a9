"""Frames: the box, the front lines with the small box at their right, and the blocks to sign.

In: a container block. Out: a layout table of style Section 75 Box or Section 75 Plain, and the gap after it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.references import each
from section75.document.replacing import replaced
from section75.document.tree import Blank, plain
from section75.writers.docx.tracking import ONLY, SIDES, change_of
from section75.writers.docx.xml import Paragraph, Table, cell, gap, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.document.tree import Block
    from section75.writers.docx.flow import Flow, Position
    from section75.writers.docx.tracking import Change

BOX: Final = "Section75Box"
PLAIN: Final = "Section75Plain"
BOX_MARGINS: Final = 480
"""Twips that the margins of a box take from the width, left and right together."""
ASIDE: Final = 3200
ASIDE_MARGINS: Final = 240
EXECUTION: Final = (4280, 480, 4266)


def box(flow: Flow, block: Block, position: Position) -> str:
    """Print blocks in a frame; it may split over pages, which a heading at its top would forbid if it kept with the next."""
    width = position.width - BOX_MARGINS
    inner = replaced(position.within(block, left=0), width=width, boxed=True, before=0, loose=True)
    content = flow.blocks(block.children, inner)
    seen = flow.seen(block).children
    one = _row(flow, (position.width,), (content,), position.change, splits=True)
    return Table(BOX, (position.width,), _first(seen), _heads(seen), one).xml() + _gap(flow, position)


def _row(flow: Flow, widths: Sequence[int], contents: Sequence[str], change: Change, *, splits: bool = False) -> str:
    """Return a row of a layout table, tracked as what it holds."""
    mark = flow.tracker.mark
    cells = (cell(width, content, mark(change)) for width, content in zip(widths, contents, strict=True))
    return row("".join(cells), splits=splits, mark=mark(change))


def _gap(flow: Flow, position: Position) -> str:
    return gap(flow.tracker.mark(position.change))


def aside(flow: Flow, block: Block, position: Position) -> str:
    """Print the small box by itself, at the right margin."""
    return _aside(flow, block, position) + _gap(flow, position)


def _aside(flow: Flow, block: Block, position: Position) -> str:
    inner = replaced(position.within(block, left=0), width=ASIDE - ASIDE_MARGINS, style="TableText")
    each = ((flow.blocks((child,), inner), change_of(child, position.change)) for child in block.children)
    rows = "".join(_row(flow, (ASIDE,), (content,), change) for content, change in each)
    seen = flow.seen(block).children
    return Table("Section75Aside", (ASIDE,), _first(seen), _heads(seen), rows, right=True).xml()


def lines(flow: Flow, block: Block, position: Position) -> str:
    """Print short lines close together."""
    style = position.style or flow.sheet.first(("FrontLine",))
    inner = replaced(position.within(block), style=style)
    last = replaced(inner, style=position.style or flow.sheet.first(("FrontLineLast",)))
    return flow.blocks(block.children[:-1], inner) + flow.blocks(block.children[-1:], last)


def lines_and_aside(flow: Flow, blocks: Sequence[Block], position: Position) -> str:
    """Print front lines at the left and the small box, before or after them in the text, at their right."""
    front = [block for block in blocks if block.kind == "lines"]
    small = next(block for block in blocks if block.kind == "aside")
    widths = (position.width - ASIDE, ASIDE)
    left = "".join(lines(flow, one, replaced(position, width=widths[0])) for one in front)
    right = _aside(flow, small, position) + _gap(flow, position)
    title = _first([flow.seen(one) for one in front])
    printed = _row(flow, widths, (left, right), position.change)
    return Table(PLAIN, widths, title, _heads(flow.seen(small).children), printed).xml() + _gap(flow, position)


def execution(flow: Flow, block: Block, position: Position) -> str:
    """Print who signs and how at the left, and a line to sign on for each bullet at the right."""
    signed = [child for child in block.children if child.kind == "bullet"]
    said = [child for child in block.children if child.kind != "bullet"]
    inner = replaced(position.within(block, left=0), keep=True, style="Testimonium", width=EXECUTION[0])
    words = Paragraph("Testimonium", keep=True)
    head = flow.paragraph(block, words, block.content, inner, optional=True) if block.content else ""
    left = head + flow.blocks(said, inner)
    right = "".join(_line(flow, child, inner) for child in signed)
    contents = [content or flow.tracked(Paragraph("Signature"), position.change) for content in (left, "", right)]
    printed = _row(flow, EXECUTION, contents, position.change)
    seen = flow.seen(block)
    title = plain(seen.content) or _first(seen.children)
    return Table(PLAIN, EXECUTION, "Execution block", title, printed).xml() + _gap(flow, position)


def _line(flow: Flow, block: Block, position: Position) -> str:
    """Return a line to sign on and its label; what has a blank of its own needs no line."""
    here = replaced(position, change=change_of(block, position.change))
    bare = [side for side in SIDES[here.change] if not _has_blank(flow.texts.node(block, side))]
    change = here.change if len(bare) == len(SIDES[here.change]) else ONLY[bare[0]] if bare else ""
    line = flow.tracked(Paragraph("SignatureLine"), change) if bare else ""
    label = Paragraph("Signature", before=240 if _has_blank(flow.seen(block)) else None)
    return flow.tracker.moved(block, line + flow.paragraph(block, label, block.content, here))


def _has_blank(block: Block) -> bool:
    return any(isinstance(inline, Blank) for inline in block.content)


def _first(blocks: Sequence[Block]) -> str:
    """Return the first words of a frame: what a screen reader calls it."""
    return next((words for block in each(blocks) if (words := plain(block.heading or block.content))), "Box")


def _heads(blocks: Sequence[Block]) -> str:
    """Return the headings in a frame, or else its first words."""
    return "; ".join(plain(block.heading) for block in each(blocks) if block.heading) or _first(blocks)
