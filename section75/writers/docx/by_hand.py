"""Changes that somebody has marked in the words by hand (`{++ ++}`, `{-- --}`): what they mean for paragraphs and numbers.

In: a Document none of whose blocks is marked, and the house's Scheme. Out: a redline. A block is new or gone as a whole where all its
words are, and those of all that it holds; either text has numbers of its own.
"""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import TYPE_CHECKING, TypeVar

from section75.comparison.settling import settle
from section75.document.numbering import number
from section75.document.references import each
from section75.document.tree import Block, Definition, Deleted, Inserted, Note, Part, Reference, Strong
from section75.writers.docx.views import side_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.comparison.settling import Side
    from section75.document.house import Scheme
    from section75.document.references import Numbered
    from section75.document.tree import Document, Inline

Node = TypeVar("Node", Block, Part)


def by_hand(document: Document, scheme: Scheme) -> Document:
    """Return the redline that somebody meant who marked words by hand."""
    tree = replace(document, parts=tuple(replace(part, children=tuple(map(_block, part.children))) for part in document.parts))
    counted = _Counted(tree, scheme)
    return replace(tree, parts=tuple(counted.node(part, ("old", "new")) for part in tree.parts))


def _block(block: Block) -> Block:
    changes = set(_changes(block))
    if len(changes) == 1 and (change := changes.pop()):
        return replace(block, change=change)
    return replace(block, children=tuple(map(_block, block.children)))


def _changes(block: Block) -> Iterator[str]:
    """Yield how each of the words of a block is marked, and of all that it holds."""
    for inline in (*block.heading, *block.content):
        match inline:
            case Inserted():
                yield "inserted"
            case Deleted():
                yield "deleted"
            case Note():
                continue
            case _:
                yield ""
    for child in block.children:
        yield from _changes(child)


class _Counted:
    """Both texts of a tree, numbered apart, met again in the order of the tree."""

    def __init__(self, tree: Document, scheme: Scheme) -> None:
        """Count the two texts apart."""
        texts: dict[Side, Document] = {side: number(settle(tree, side), scheme) for side in ("old", "new")}
        self._nodes = {side: deque(each(text.parts)) for side, text in texts.items()}
        self._labels = {side: deque(label for node in each(text.parts) for label in _labels(node)) for side, text in texts.items()}

    def node(self, node: Node, sides: tuple[Side, ...]) -> Node:
        """Return a node of the tree with its numbers, and those that its references print."""
        side = side_of(node)
        sides = (side,) if side else sides
        numbers = [self._nodes[one].popleft().number for one in sides]
        was = (("number", numbers[0]),) if numbers[0] != numbers[-1] else ()
        told = replace(node, number=numbers[-1], was=was, heading=self._content(node.heading, sides))
        if isinstance(told, Block):
            told = replace(told, content=self._content(told.content, sides))
        return replace(told, children=tuple(self.node(child, sides) for child in node.children))

    def _content(self, content: tuple[Inline, ...], sides: tuple[Side, ...]) -> tuple[Inline, ...]:
        return tuple(self._inline(inline, sides) for inline in content)

    def _inline(self, inline: Inline, sides: tuple[Side, ...]) -> Inline:
        match inline:
            case Reference(target=target):
                labels = [self._labels[side].popleft() for side in sides]
                return Reference(target, labels[-1], labels[0] if labels[0] != labels[-1] else "") if labels else inline
            case Strong(content=content) | Definition(content=content):
                return type(inline)(self._content(content, sides))
            case Inserted(content=content):
                return Inserted(self._content(content, tuple(side for side in sides if side == "new")))
            case Deleted(content=content):
                return Deleted(self._content(content, tuple(side for side in sides if side == "old")))
            case _:
                return inline


def _labels(node: Numbered) -> Iterator[str]:
    """Yield what the references of a part or block print."""
    yield from _printed(node.heading)
    if isinstance(node, Block):
        yield from _printed(node.content)


def _printed(content: tuple[Inline, ...]) -> Iterator[str]:
    for inline in content:
        match inline:
            case Reference(label=label):
                yield label
            case Strong(content=held) | Definition(content=held):
                yield from _printed(held)
