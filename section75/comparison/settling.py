"""A redline settled: one of the two texts that it holds.

In: a redline, or any Document. Out: the Document as it was, or as it is now, in normal form and without marks: exactly the one
that was compared, but for empty and divided words. A Document that is no redline is only brought into normal form.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final, Literal, TypeVar

from section75.comparison.atoms import Content, joined
from section75.document.replacing import replaced
from section75.document.tree import (
    Block,
    Both,
    Definition,
    Deleted,
    Document,
    Inline,
    Inserted,
    Part,
    Reference,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Side = Literal["old", "new"]

OF_ONE_SIDE: Final[dict[str, Side]] = {"inserted": "new", "moved-to": "new", "deleted": "old", "moved-from": "old"}
"""The side of a redline to which a block with a mark belongs."""

Holder = TypeVar("Holder", Part, Block)
Node = TypeVar("Node", Document, Part, Block)


def settle(document: Document, side: Side) -> Document:
    """Return the older or the newer text of a redline."""
    return restored(replaced(document, parts=_children(document.parts, side)), side)


def settled_content(content: Content, side: Side) -> Content:
    """Return words as the older or the newer text has them; content that is so already is returned itself."""
    if not content or (len(content) == 1 and isinstance(content[0], Text) and content[0].words):
        return content
    made = joined(_inlines(content, side))
    return content if made == content else made


def restored(node: Node, side: Side) -> Node:
    """Return a node without marks, on the old side with the fields that it had otherwise. What it holds is not looked at."""
    was: dict[str, Any] = dict(node.was) if side == "old" else {}
    if isinstance(node, Document):
        return replaced(node, **{**was, "was": ()})
    return replaced(node, **{**was, "was": (), "change": ""})


def _children(nodes: tuple[Holder, ...], side: Side) -> tuple[Holder, ...]:
    return tuple(settled(node, side) for node in nodes if OF_ONE_SIDE.get(node.change.partition(":")[0], side) == side)


def settled(node: Holder, side: Side) -> Holder:
    """Return a part or a block as the older or the newer text has it; its own mark is taken off, not obeyed."""
    bare = restored(node, side) if node.change or node.was else node
    heading, children = settled_content(bare.heading, side), _children(bare.children, side)
    content = settled_content(bare.content, side) if isinstance(bare, Block) else ()
    same = heading is bare.heading and len(children) == len(bare.children)
    same = same and all(one is other for one, other in zip(children, bare.children, strict=True))
    if same and (isinstance(bare, Part) or content is bare.content):
        return bare
    if isinstance(bare, Part):
        return replaced(bare, heading=heading, children=children)
    return replaced(bare, heading=heading, children=children, content=content)


def _inlines(content: Iterable[Inline], side: Side) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Inserted(content=held):
                yield from _inlines(held, side) if side == "new" else ()
            case Deleted(content=held):
                yield from _inlines(held, side) if side == "old" else ()
            case Both(old=old, new=new):
                yield new if side == "new" else old
            case Reference(target=target, label=label, was=was) if was:
                yield Reference(target, label if side == "new" else was)
            case Strong(content=held) | Definition(content=held):
                yield type(inline)(tuple(_inlines(held, side)))
            case _:
                yield inline
