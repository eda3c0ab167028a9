"""The redline: the newer document with what differs from the older marked, from which both come back.

In: two Documents. Out: one, in which words are `Inserted` and `Deleted`, blocks and parts bear a `change`, and `was` holds the fields
that the older text had otherwise. `settle` turns it into either text.

A block that moved stands twice: where it stood as it was (`moved-from:<n>`), where it stands as it is, with its own changes marked
inside (`moved-to:<n>`). The mark of a block holds for all in it; marks inside tell only what else became of a part of it.
"""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import TYPE_CHECKING, Any, Final, cast

from section75.comparison.entries import Entry, every, picture_name
from section75.comparison.order import line
from section75.comparison.pairs import pair
from section75.comparison.words import marked
from section75.document.replacing import replaced
from section75.document.tree import Block, Document, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

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
    return replaced(document, parts=marks.below(pairs.old, pairs.new), was=_was(pairs.old.node, document))


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
        """Yield what is printed for one child of a pair, if anything is; a picture drawn afresh stands under the one before."""
        if entry.stable and entry.partner and redrawn(entry, entry.partner):
            yield bearing(entry.partner.node, "deleted")
            yield bearing(entry.node, "inserted")
        elif entry.stable and entry.partner:
            yield self._kept(entry, entry.partner)
        elif entry.parent is not old:
            yield bearing(self._inside(entry), "" if entry.partner else "inserted")
        elif not (self.in_a_move and entry.partner):
            yield bearing(self._left(entry), "" if entry.partner else "deleted")

    def _kept(self, new: Entry, old: Entry) -> Node:
        """Return a node of both texts, with what differs marked: itself, where nothing does."""
        before, now = old.node, new.node
        if isinstance(before, Document) or isinstance(now, Document) or redrawn(new, old):
            return now
        was, heading, children = _was(before, now), marked(before.heading, now.heading), self.below(old, new)
        content = marked(before.content, now.content) if isinstance(before, Block) and isinstance(now, Block) else ()
        held = zip(children, now.children, strict=False)
        same = len(children) == len(now.children) and all(one is other for one, other in held)
        if not was and same and heading is now.heading and (isinstance(now, Part) or content is now.content):
            return now
        told = replaced(now, was=was, heading=heading, children=children)
        return replaced(told, content=content) if isinstance(told, Block) else told

    def _inside(self, new: Entry) -> Node:
        """Return something of the newer text that did not stand here: of itself it says only whether it moved here."""
        if new.partner is None:
            return _holding(new, map(self._inside, new.children))
        return bearing(_Marks(self.moves, in_a_move=True)._kept(new, new.partner), f"moved-to:{self.moves[id(new)]}")  # noqa: SLF001 - its own

    def _left(self, old: Entry) -> Node:
        """Return something of the older text, as it was; what of it stands elsewhere says so."""
        told = _holding(old, map(self._left, old.children))
        return bearing(told, f"moved-from:{self.moves[id(old.partner)]}" if old.moved else "")


def redrawn(one: Entry, other: Entry) -> bool:
    """Return whether two are one figure with another picture."""
    old, new = one.node, other.node
    return isinstance(old, Block) and isinstance(new, Block) and picture_name(old.picture) != picture_name(new.picture)


def bearing(node: Node, change: str) -> Node:
    """Return a node with a mark, if there is one."""
    return replaced(node, change=change) if change and not isinstance(node, Document) else node


def _holding(entry: Entry, children: Iterable[Node]) -> Node:
    held: tuple[Any, ...] = tuple(children)
    return entry.node if isinstance(entry.node, Document) or not held else replaced(entry.node, children=held)


NAMES: Final = {kind: tuple(field.name for field in fields(kind) if field.name not in MARKED_IN_PLACE) for kind in (Document, Part, Block)}
"""The fields of each sort of node that `was` can hold."""


def _was(old: Node, new: Node) -> Was:
    """Return the fields that differ and are not marked in place, each with its older value."""
    return tuple((name, older) for name in NAMES[type(new)] if (older := getattr(old, name)) != getattr(new, name))
