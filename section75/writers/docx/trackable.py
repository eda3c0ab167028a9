"""A redline as Word can track it.

In: a redline. Out: a redline that settles into the same two texts, and holds only what tracked changes can say.

Word tracks paragraphs, their words, and whole rows of a table. It has no way to say that a table got another column, a
picture became another or a paragraph another kind of paragraph: those stand as gone and again as new. It tells a move only of
paragraphs that did not change on their way: what moved and was edited, and what holds a table, stands as gone and as new too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, TypeVar

from section75.comparison.atoms import spelt
from section75.comparison.settling import settled
from section75.document.references import each
from section75.document.replacing import replaced
from section75.document.tree import Block, Part
from section75.writers.docx.views import side_of

if TYPE_CHECKING:
    from section75.comparison.settling import Side
    from section75.document.references import Numbered
    from section75.document.tree import Document

TABLES: Final = frozenset({"table", "row", "cell", "box", "aside", "execution"})
"""Kinds that are printed as tables, or as parts of one."""
SHAPE: Final = frozenset({"kind", "picture", "columns"})
ALONE: Final = {"moved-from": "deleted", "moved-to": "inserted"}
"""What the two ends of a move are called where Word is not told that they are one."""

Node = TypeVar("Node", Block, Part)


def trackable(document: Document) -> Document:
    """Return the redline in which everything can be tracked, and no two of whose blocks are the same object."""
    parts = tuple(shown for part in document.parts for shown in _shown(part))
    moves = _moves(parts)
    return replaced(document, parts=tuple(_remarked(part, moves) for part in parts))


# ------------------------------------------------------------------ what stands in one text only


def _of_one_side(node: Node, side: Side) -> Node:
    """Return what stands in one text only as that text has it; marks inside it of the other text say nothing here."""
    held = tuple(_of_one_side(child, side) for child in node.children if side_of(child) in ("", side))
    return replaced(settled(replaced(node, children=()), side), children=held, change=node.change)


# ------------------------------------------------------------------ gone and again new


def _shown(node: Node) -> tuple[Node, ...]:
    side = side_of(node)
    if side:
        return (_of_one_side(node, side),)
    if _reshaped(node):
        return replaced(settled(node, "old"), change="deleted"), replaced(settled(node, "new"), change="inserted")
    return (replaced(node, children=tuple(shown for child in node.children for shown in _shown(child))),)


def _reshaped(node: Numbered) -> bool:
    """Return whether a part or block has another shape in the older text than in the newer."""
    if any(field in SHAPE for field, _ in node.was):
        return True
    return isinstance(node, Block) and node.kind == "table" and _form(settled(node, "old")) != _form(settled(node, "new"))


def _form(table: Block) -> tuple[object, ...]:
    """Return what two texts of a table share if their rows can stand in one table."""
    heads = bool(table.children) and table.children[0].role == "header"
    return table.role, table.columns, max((len(line.children) for line in table.children), default=0), heads


# ------------------------------------------------------------------ moves


def _moves(parts: tuple[Part, ...]) -> frozenset[str]:
    """Return the moves that Word can be told: both ends are there, and say the same."""
    ends: dict[str, dict[str, Numbered]] = {}
    for node in each(parts):
        kind, _, pair = node.change.partition(":")
        if pair:
            ends.setdefault(pair, {})[kind] = node
    return frozenset(pair for pair, both in ends.items() if len(both) == len(ALONE) and _same(*both.values()))


def _same(first: Numbered, second: Numbered) -> bool:
    return _untouched(first) and _untouched(second) and list(map(_said, each((first,)))) == list(map(_said, each((second,))))


def _untouched(node: Numbered) -> bool:
    inside = (*each(node.children),)
    tables = any(isinstance(one, Block) and one.kind in TABLES for one in (node, *inside))
    return not tables and not any(one.change for one in inside)


def _said(node: Numbered) -> tuple[object, ...]:
    """Return what a paragraph says, without its number."""
    if isinstance(node, Part):
        return node.kind, spelt(node.heading), len(node.children)
    return node.kind, spelt(node.heading), spelt(node.content), node.end, node.role, node.picture, len(node.children)


def _remarked(node: Node, moves: frozenset[str]) -> Node:
    kind, _, pair = node.change.partition(":")
    change = ALONE[kind] if pair and pair not in moves else node.change
    children = tuple(_remarked(child, moves) for child in node.children)
    return replaced(node, change=change, children=children)
