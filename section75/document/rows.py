"""Tables whose cells hold more than words: a label at the left, and paragraphs, lists or recommendations at the right.

In: labels, and the blocks that stand beside each. Out: a key table in normal form, so that what is written and read back is the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.document.tree import Block, Column

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.document.tree import Inline

COLUMNS: Final = (Column(30), Column(70))
"""The widths of such a table where none are stated."""


def row(label: tuple[Inline, ...], blocks: tuple[Block, ...]) -> Block:
    """Return a row: plain words that stand first are the words of the cell, and the rest stand under them."""
    return Block("row", role="body", children=(Block("cell", content=label), _cell(blocks)))


def _cell(blocks: tuple[Block, ...]) -> Block:
    first = blocks[0] if blocks else Block("words")
    if first.kind == "words" and not (first.id or first.role or first.children):
        return Block("cell", content=first.content, children=blocks[1:], place=first.place)
    return Block("cell", children=blocks)


def table(sections: Iterable[Block], columns: tuple[Column, ...] = COLUMNS) -> Block:
    """Return the table whose rows are sections: the heading of each at the left, what it holds at the right."""
    rows = (
        replaced(row(one.heading, one.children), id=one.id, change=one.change, was=one.was, place=one.place, origin=one.origin)
        for one in sections
    )
    return Block("table", children=tuple(rows), role="key", columns=columns)


def holds_blocks(block: Block) -> bool:
    """Whether a table has a cell that holds more than words, and two columns, so that it can be told in rows."""
    cells = [cell for line in block.children for cell in line.children]
    return any(cell.children for cell in cells) and all(len(line.children) == len(COLUMNS) for line in block.children)
