"""Two texts side by side: each paragraph that differs, as it was and as it is.

In: `Pairs`. Out: `Side`s in reading order. What went is marked only on the left, what came only on the right.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.comparison.atoms import joined, spelt
from section75.comparison.order import line
from section75.comparison.places import place
from section75.comparison.words import marked
from section75.document.tree import Block, Deleted, Document, Inserted, Note, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.comparison.atoms import Content
    from section75.comparison.entries import Entry
    from section75.comparison.pairs import Pairs


@dataclass(frozen=True, slots=True)
class Side:
    """One paragraph, or one row of a table, in both texts; a place and words are empty in the text that has it not."""

    old_place: str
    new_place: str
    old: Content
    new: Content


def sides(pairs: Pairs) -> tuple[Side, ...]:
    """Return every paragraph whose words differ."""
    return tuple(_below(pairs.old, pairs.new))


def _below(old: Entry, new: Entry) -> Iterator[Side]:
    for entry in line(old, new):
        if entry.partner is None:
            yield from _alone(entry, gone=entry.parent is old)
        elif entry.parent is not old:
            yield from _pair(entry.partner, entry)


def _pair(old: Entry, new: Entry) -> Iterator[Side]:
    before, now = _words(old), _words(new)
    if spelt(before) != spelt(now) or (new.moved and before):
        both = marked(before, now)
        left, right = (_one_side(both, other) for other in (Inserted, Deleted))
        yield Side(place(old), place(new), left, right)
    if not isinstance(new.node, Block) or new.node.kind != "row":
        yield from _below(old, new)


def _alone(entry: Entry, *, gone: bool) -> Iterator[Side]:
    """Yield what went or came, and what of it moved here from elsewhere."""
    if words := _words(entry):
        yield Side(place(entry), "", (Deleted(words),), ()) if gone else Side("", place(entry), (), (Inserted(words),))
    for child in () if entry.family.startswith("row ") else entry.children:
        if child.partner is None:
            yield from _alone(child, gone=gone)
        elif not gone:
            yield from _pair(child.partner, child)


def _one_side(content: Content, other: type[Inserted | Deleted]) -> Content:
    return joined(inline for inline in content if not isinstance(inline, other))


def _words(entry: Entry) -> Content:
    """Return the heading and words of a node with its punctuation; of a row the words of its cells."""
    node = entry.node
    if isinstance(node, Document):
        return ()
    if not isinstance(node, Block):
        return joined(node.heading)
    if node.kind == "row":
        cells = [_words(cell) for cell in entry.children]
        return joined(inline for number, cell in enumerate(cells) for inline in ((Text(" | "),) if number else ()) + cell)
    between = (Text(" "),) if node.heading and node.content else ()
    every_word = (*node.heading, *between, *node.content, Text(node.end))
    return joined(inline for inline in every_word if not isinstance(inline, Note))
