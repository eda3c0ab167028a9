"""Tables: caption, header row, money, totals, forms and key tables.

In: a block of kind `table`, whose children are rows of cells. Out: caption, table and the gap that follows it.

In a redline both texts of a table have the same columns: `trackable` has seen to it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.document.tree import Column, plain
from section75.writers.docx.blocks import caption
from section75.writers.docx.tracking import change_of
from section75.writers.docx.xml import Paragraph, Table, cell, gap, row

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.document.tree import Block
    from section75.writers.docx.flow import Flow, Position
    from section75.writers.docx.tracking import Change

STYLES: Final = {"form": "Section75Form"}
LOOKS: Final = {
    (False, False): "0000",
    (True, False): "0620",
    (False, True): "0640",
    (True, True): "0660",
}
KEY_LOOK: Final = "0680"
FEW: Final = 6
"""Tables with no more rows, and rows that hold no more paragraphs, stay on one page."""
TEXTS: Final = {
    "header": ("TableHeading", "TableHeadingMoney"),
    "total": ("TableTotal", "TableTotalMoney"),
    "label": ("TableHeading", "TableHeading"),
    "body": ("TableText", "TableMoney"),
}


def table(flow: Flow, block: Block, position: Position) -> str:
    """Print a table as wide as its place; one without rows is its caption only."""
    head = caption(flow, block, position, "Caption")
    lines = block.children
    if not lines:
        return head
    widths = shared(tuple(column.width for column in _columns(block)), position.width)
    inner = position.within(block, left=0)
    loose = any(one.children for line in lines for one in line.children)
    if flow.counts_only and not loose:
        return head  # no cell holds anything that has a number
    keeps = (not loose and _keeps(place, len(lines)) for place in range(len(lines)))
    rows = (_row(flow, block, place, widths, replaced(inner, keep=keep, loose=loose)) for place, keep in enumerate(keeps))
    printed = Table(
        style=STYLES.get(block.role, "Section75Table"),
        widths=widths,
        title=_title(flow.seen(block)),
        description=_description(flow.seen(block)),
        rows="".join(rows),
        look=KEY_LOOK if block.role == "key" else LOOKS[lines[0].role == "header", lines[-1].role == "total"],
    )
    return head + printed.xml() + gap(flow.tracker.mark(_change(lines, position.change)))


def _change(lines: Sequence[Block], inherited: Change) -> Change:
    """Return how all rows are tracked, if all alike."""
    changes = {change_of(line, inherited) for line in lines}
    return changes.pop() if len(changes) == 1 else ""


def _columns(block: Block) -> tuple[Column, ...]:
    """Return as many columns as the longest row has cells."""
    cells = max(1, *(len(line.children) for line in block.children))
    return (*block.columns, *(Column(),) * cells)[:cells]


def shared(wanted: tuple[int, ...], width: int) -> tuple[int, ...]:
    """Return column widths in twips that fill the width; columns without a share part the rest equally.

    >>> shared((40, 0, 0), 1000), shared((1, 1, 1), 1000)
    ((400, 300, 300), (333, 334, 333))
    """
    free = wanted.count(0)
    share = max(100 - sum(wanted), 10 * free) / free if free else 0
    shares = [column or share for column in wanted]
    edges = [round(width * sum(shares[:place]) / sum(shares)) for place in range(len(shares) + 1)]
    return tuple(after - before for before, after in pairwise(edges))


def _keeps(place: int, rows: int) -> bool:
    return place < rows - 1 if rows <= FEW else place in (0, rows - 2)


def _row(flow: Flow, block: Block, place: int, widths: tuple[int, ...], position: Position) -> str:
    """Return a row; cells that it lacks are empty ones."""
    line = block.children[place]
    position = replaced(position, change=change_of(line, position.change))
    mark = flow.tracker.mark(position.change)
    cells = []
    for number, column in enumerate(_columns(block)):
        role = "label" if block.role == "key" and number == 0 else line.role if line.role in TEXTS else "body"
        style = TEXTS[role][column.align == "right"]
        if number < len(line.children):
            here = position if position.style == style else replaced(position, style=style)
            cells.append(_cell(flow, line.children[number], widths[number], here))
        else:
            cells.append(cell(widths[number], Paragraph(style, mark=flow.tracker.mark(position.change)).xml(), mark))
    splits = any(len(one.children) > FEW for one in line.children)
    heads = all(above.role == "header" for above in block.children[: place + 1])
    return row("".join(cells), header=heads, splits=splits, mark=mark)


def _cell(flow: Flow, block: Block, width: int, position: Position) -> str:
    """Return a cell: its words, and whatever else it holds."""
    children = flow.blocks(block.children, replaced(position.within(block), width=width - 240)) if block.children else ""
    style = "Normal" if block.children else position.style
    words = Paragraph(style, keep=position.keep or bool(block.children), loose=position.loose and not block.children)
    optional = bool(block.children)
    head = flow.paragraph(block, words, block.content, position, optional=optional) if block.content or not children else ""
    return cell(width, head + children, flow.tracker.mark(position.change))


def _title(block: Block) -> str:
    """Return what a screen reader calls the table: its caption, or else its first words."""
    return plain(block.heading) or _description(block)


def _description(block: Block) -> str:
    """Return the heads of the columns, or of the rows of a key table."""
    first = [line.children[0] for line in block.children if line.children]
    heads = first if block.role == "key" else block.children[0].children if block.children else ()
    return "; ".join(words for head in heads if (words := plain(head.content))) or "Table"
