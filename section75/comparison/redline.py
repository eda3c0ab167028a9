"""The redline: the newer document with what differs from the older marked, from which both come back.

In: two Documents. Out: one, in which words are `Inserted` and `Deleted`, blocks and parts bear a `change`, and `was` holds the fields
that the older text had otherwise. `settle` turns it into either text.

A block that moved stands twice: where it stood as it was (`moved-from:<n>`), where it stands as it is, with its own changes marked
inside (`moved-to:<n>`). The mark of a block holds for all in it; marks inside tell only what else became of a part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, cast

from section75.comparison.entries import Entry, every
from section75.comparison.order import line
from section75.comparison.pairs import pair
from section75.comparison.words import marked
from section75.document.tree import Block, Document

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.comparison.pairs import Pairs
    from section75.document.tree import Node, Was

MARKED_IN_PLACE: Final = frozenset({"heading", "content", "children", "parts", "change", "was"})
"""Fields in which a difference is marked in place; all others are kept in `was`."""


def redline(old: Document, new: Document) -> Document:
    """Return the newer document with what differs from the older marked; of a redline the newer text is taken."""
    return redline_of(pair(old, new))


def redline_of(pairs: Pairs) -> Document:
    """Return the redline of two documents that are paired."""
    moved = (entry for entry in every(pairs.new) if entry.moved)
    marks = _Marks({id(entry): number for number, entry in enumerate(moved, 1)})
    document = cast("Document", pairs.new.node)
    return replace(document, parts=marks.below(pairs.old, pairs.new), was=_was(pairs.old.node, document))


@dataclass(frozen=True, slots=True)
class _Marks:
    """What stands in the redline for an entry.

    `moves` has the number of each move, by the identity of the newer entry. Inside what moved here, what left it for yet another place
    is not shown again: it stands in the older text of the move.
    """

    moves: Mapping[int, int]
    in_a_move: bool = False

    def below(self, old: Entry, new: Entry) -> tuple[Any, ...]:
        """Return what stands under a pair."""
        return tuple(node for entry in line(old, new) for node in self._one(entry, old))

    def _one(self, entry: Entry, old: Entry) -> Iterator[Node]:
        """Yield what is printed for one child of a pair, if anything is."""
        if entry.stable and entry.partner:
            yield self.kept(entry, entry.partner)
        elif entry.parent is not old:
            yield _bearing(self._inside(entry), "" if entry.partner else "inserted")
        elif not (self.in_a_move and entry.partner):
            yield _bearing(self._left(entry), "" if entry.partner else "deleted")

    def kept(self, new: Entry, old: Entry) -> Node:
        """Return a node of both texts, with what differs marked."""
        before, now = old.node, new.node
        told = replace(now, was=_was(before, now))
        if isinstance(told, Document) or isinstance(before, Document):
            return told
        told = replace(told, heading=marked(before.heading, told.heading), children=self.below(old, new))
        if isinstance(told, Block) and isinstance(before, Block):
            return replace(told, content=marked(before.content, told.content))
        return told

    def _inside(self, new: Entry) -> Node:
        """Return something of the newer text that did not stand here: of itself it says only whether it moved here."""
        if new.partner is not None:
            marks = replace(self, in_a_move=True)
            return _bearing(marks.kept(new, new.partner), f"moved-to:{self.moves[id(new)]}")
        return _holding(new.node, tuple(map(self._inside, new.children)))

    def _left(self, old: Entry) -> Node:
        """Return something of the older text, as it was; what of it stands elsewhere says so."""
        told = _holding(old.node, tuple(map(self._left, old.children)))
        return _bearing(told, f"moved-from:{self.moves[id(old.partner)]}" if old.moved else "")


def _bearing(node: Node, change: str) -> Node:
    return replace(node, change=change) if change and not isinstance(node, Document) else node


def _holding(node: Node, children: tuple[Any, ...]) -> Node:
    return node if isinstance(node, Document) else replace(node, children=children)


def _was(old: Node, new: Node) -> Was:
    """Return the fields that differ and are not marked in place, each with its older value."""
    names = (field.name for field in fields(new) if field.name not in MARKED_IN_PLACE)
    return tuple((name, getattr(old, name)) for name in names if getattr(old, name) != getattr(new, name))
