"""Where a change stands, for people: the printed address, and what the thing there is called.

In: an entry. Out: `clause 9.2`, `Schedule 4`; and a name: the term of a definition, the words of a heading, the row and column of a cell.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from section75.document.index import place_words
from section75.document.references import Spot, inside
from section75.document.tree import Block, Definition, Document, Part, plain

if TYPE_CHECKING:
    from section75.comparison.entries import Entry


def place(entry: Entry) -> str:
    """Return the printed address of a part or block; of what has no number, that of what holds it."""
    if isinstance(entry.node, Document):
        return ""
    return place_words(entry.node, _spot(entry))


def _spot(entry: Entry) -> Spot:
    if isinstance(entry.node, Part):
        return Spot(entry.node)
    above = entry.parent
    if above is None or isinstance(above.node, Document):
        return Spot(Part("body"))
    return _spot(above) if isinstance(above.node, Part) else inside(above.node, _spot(above))


def identity(entry: Entry) -> str:
    """Return the id of a node, or of the nearest that holds it and has one."""
    above: Entry | None = entry
    while above is not None:
        if not isinstance(above.node, Document) and above.node.id:
            return above.node.id
        above = above.parent
    return ""


def called(entry: Entry) -> str:
    """Return what a node is called beside its address, or nothing."""
    node = entry.node
    if isinstance(node, Document):
        return node.title
    if isinstance(node, Part) or node.kind not in ("row", "cell", "definition"):
        return plain(node.heading)
    if node.kind == "definition":
        return next((inline.term for inline in node.content if isinstance(inline, Definition)), "")
    if node.kind == "row":
        return _first(entry)
    row = entry.parent
    return ", ".join(filter(None, [_first(row), _column(entry, row)])) if row else ""


def _first(row: Entry) -> str:
    """Return the words of a row before its first figure, or else its first cell."""
    words = [plain(cell.node.content) for cell in row.children if isinstance(cell.node, Block)]
    labels = list(takewhile(lambda cell: not any(map(str.isdigit, cell)), words))
    return ", ".join(filter(None, labels if len(labels) < len(words) else labels[:1])) or "".join(words[:1])


def _column(cell: Entry, row: Entry) -> str:
    """Return the words over the column of a cell; of a cell that is such words itself, nothing."""
    head = row.parent.children[0] if row.parent else row
    if head is row or not isinstance(head.node, Block) or head.node.role != "header" or cell.at >= len(head.children) or not cell.at:
        return ""
    words = head.children[cell.at].node
    return plain(words.content) if isinstance(words, Block) else ""
