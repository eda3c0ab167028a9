"""Frames: the box, the front lines with the small box at their right, and the blocks to sign.

In: a container block. Out: a layout table of style Section 75 Box or Section 75 Plain, and the gap after it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.document.tree import Blank, plain
from section75.writers.docx.tables import GAP
from section75.writers.docx.xml import Paragraph, Table, cell, row

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.document.tree import Block
    from section75.writers.docx.flow import Flow, Position

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
    inner = replace(position.within(block, left=0), width=width, boxed=True, before=0, loose=True)
    content = flow.blocks(block.children, inner)
    one = f"<w:tr>{cell(position.width, content)}</w:tr>"
    return Table(BOX, (position.width,), _first(block.children), _heads(block.children), one).xml() + GAP


def aside(flow: Flow, block: Block, position: Position) -> str:
    """Print the small box by itself, at the right margin."""
    return _aside(flow, block, position) + GAP


def _aside(flow: Flow, block: Block, position: Position) -> str:
    inner = replace(position.within(block, left=0), width=ASIDE - ASIDE_MARGINS, style="TableText")
    rows = "".join(row(cell(ASIDE, flow.blocks((child,), inner))) for child in block.children)
    return Table("Section75Aside", (ASIDE,), _first(block.children), _heads(block.children), rows, right=True).xml()


def lines(flow: Flow, block: Block, position: Position) -> str:
    """Print short lines close together."""
    style = position.style or flow.sheet.first(("FrontLine",))
    inner = replace(position.within(block), style=style)
    last = replace(inner, style=position.style or flow.sheet.first(("FrontLineLast",)))
    return flow.blocks(block.children[:-1], inner) + flow.blocks(block.children[-1:], last)


def lines_and_aside(flow: Flow, blocks: Sequence[Block], position: Position) -> str:
    """Print front lines at the left and the small box, before or after them in the text, at their right."""
    front = [block for block in blocks if block.kind == "lines"]
    small = next(block for block in blocks if block.kind == "aside")
    widths = (position.width - ASIDE, ASIDE)
    left = "".join(lines(flow, one, replace(position, width=widths[0])) for one in front)
    right = _aside(flow, small, position) + GAP
    cells = cell(widths[0], left) + cell(widths[1], right)
    return Table(PLAIN, widths, _first(front), _heads(small.children), row(cells)).xml() + GAP


def execution(flow: Flow, block: Block, position: Position) -> str:
    """Print who signs and how at the left, and a line to sign on for each bullet at the right."""
    signed = [child for child in block.children if child.kind == "bullet"]
    said = [child for child in block.children if child.kind != "bullet"]
    inner = replace(position.within(block, left=0), keep=True, style="Testimonium", width=EXECUTION[0])
    head = flow.paragraph(block, Paragraph("Testimonium", keep=True), block.content, inner.spot) if block.content else ""
    left = head + flow.blocks(said, inner)
    right = "".join(_line(flow, child, inner) for child in signed)
    gutter = Paragraph("Signature").xml()
    cells = zip(EXECUTION, (left or gutter, gutter, right or gutter), strict=True)
    printed = row("".join(cell(width, content) for width, content in cells))
    title = plain(block.content) or _first(block.children)
    return Table(PLAIN, EXECUTION, "Execution block", title, printed).xml() + GAP


def _line(flow: Flow, block: Block, position: Position) -> str:
    """Return a line to sign on and its label; what has a blank of its own needs no line."""
    blank = any(isinstance(inline, Blank) for inline in block.content)
    line = "" if blank else Paragraph("SignatureLine").xml()
    label = Paragraph("Signature", before=240 if blank else None)
    return line + flow.paragraph(block, label, block.content, position.spot)


def _walk(blocks: Iterable[Block]) -> Iterable[Block]:
    for block in blocks:
        yield block
        yield from _walk(block.children)


def _first(blocks: Sequence[Block]) -> str:
    """Return the first words of a frame: what a screen reader calls it."""
    return next((words for block in _walk(blocks) if (words := plain(block.heading or block.content))), "Box")


def _heads(blocks: Sequence[Block]) -> str:
    """Return the headings in a frame, or else its first words."""
    return "; ".join(plain(block.heading) for block in _walk(blocks) if block.heading) or _first(blocks)
