"""A redline as a page or a text shows it: what became of blocks is told by their words.

In: a Document. Out: the same, or, of a redline, one in which the words of a block that came or went are all marked, punctuation with
them, what moved says from where or to where, and pictures that are known by name only are told by their words. Names stay where the
newer text has them, so that links lead there. A document that is no redline is returned as it is.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final, Literal, TypeVar

from section75.comparison.settling import settled_content
from section75.document.index import flat, place_words, walk
from section75.document.tree import Block, Deleted, Document, Inline, Inserted, Note, Part, Reference, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Holder = TypeVar("Holder", Part, Block)
Fate = Literal["", "inserted", "deleted"]
Content = tuple[Inline, ...]

FATES: Final[Mapping[str, Fate]] = {"inserted": "inserted", "deleted": "deleted", "moved-from": "deleted", "moved-to": ""}
SAID: Final = {"moved-from": "Moved to", "moved-to": "Moved from"}
DRAWN: Final = "<"
"""How a picture begins that is a drawing and not a name."""


def shown(document: Document) -> Document:
    """Return a document as a page shows it."""
    nodes = [block or part for part, block, _ in walk(document)]
    if not any(node.change or node.was or _marked(node) for node in nodes):
        return document
    showing = _Showing(
        {change: place_words(block or part, spot) for part, block, spot in walk(document) if (change := (block or part).change)}
    )
    return replace(document, parts=tuple(showing.part(part) for part in document.parts))


def _marked(node: Part | Block) -> bool:
    own = (*node.heading, *(node.content if isinstance(node, Block) else ()))
    return any((isinstance(inline, Reference) and inline.was) or isinstance(inline, Inserted | Deleted) for inline in flat(own))


@dataclass(frozen=True, slots=True)
class _Showing:
    """Where each end of each move stands, by its mark."""

    places: Mapping[str, str]

    def part(self, part: Part, fate: Fate = "") -> Part:
        """Return a part with its heading and all that it holds marked."""
        fate = FATES.get(part.change.partition(":")[0], fate)
        heading = (*self._moved(part), *_told(part.heading, fate))
        return replace(_named(part, fate), heading=heading, children=tuple(self.block(child, fate) for child in part.children))

    def block(self, block: Block, fate: Fate) -> Block:
        """Return a block with its words and all that it holds marked."""
        fate = FATES.get(block.change.partition(":")[0], fate)
        block = _named(block, fate)
        if block.kind == "figure":
            return self._figure(block, fate)
        children = tuple(self.block(child, fate) for child in block.children)
        if block.kind == "row":
            return replace(block, children=self._first_cell(block, children))
        label = self._moved(block)
        heading = (*label, *_told(block.heading, fate)) if block.heading else ()
        words = _told(_ended(block, fate), fate)
        return replace(
            block, heading=heading, content=words if heading else (*label, *words), children=children, end="" if words else block.end
        )

    def _first_cell(self, row: Block, cells: tuple[Block, ...]) -> tuple[Block, ...]:
        label = self._moved(row)
        return (replace(cells[0], content=(*label, *cells[0].content)), *cells[1:]) if label and cells else cells

    def _figure(self, figure: Block, fate: Fate) -> Block:
        words = settled_content(figure.content, "new")
        if not figure.picture.startswith(DRAWN):
            return Block("words", (*self._moved(figure), *_told(figure.heading or words, fate)), number=figure.number, change=figure.change)
        heading = _told(figure.heading or words, fate) if fate or figure.heading else ()
        return replace(figure, content=words, heading=(*self._moved(figure), *heading))

    def _moved(self, node: Part | Block) -> Content:
        """Return in brackets where the other end of a move stands."""
        end, _, number = node.change.partition(":")
        if end not in SAID:
            return ()
        other = self.places.get(f"{'moved-to' if end == 'moved-from' else 'moved-from'}:{number}", "")
        return (Strong((Text(f"[{SAID[end]} {other}]"),)), Text(" "))


def _named(node: Holder, fate: Fate) -> Holder:
    return replace(node, id="") if fate == "deleted" else node


def _ended(block: Block, fate: Fate) -> Content:
    """Return the words of a block and the punctuation that ends them, after the older where that was another."""
    was = dict(block.was).get("end")
    if fate or was is None:
        return (*block.content, Text(block.end)) if block.end else block.content
    content, gone, come = block.content, Text(f"{was}"), Text(block.end)
    match content[-2:]:
        case Deleted(content=old), Inserted(content=new):
            return (*content[:-2], Deleted((*old, gone)), Inserted((*new, come)))
        case _:
            return (*content, *(mark((words,)) for mark, words in ((Deleted, gone), (Inserted, come)) if words.words))


def _told(content: Content, fate: Fate) -> Content:
    """Return words as all inserted, all deleted, or as they are; drafting notes are no words, and leave with what went."""
    kept = tuple(inline for one in content for inline in _without_notes(one))
    if not fate:
        return kept
    words = tuple(inline for inline in kept if not isinstance(inline, Note))
    notes = tuple(inline for inline in kept if isinstance(inline, Note) and fate == "inserted")
    return (Inserted(words) if fate == "inserted" else Deleted(words), *notes) if words else notes


def _without_notes(inline: Inline) -> Content:
    if not isinstance(inline, Inserted | Deleted):
        return (inline,)
    words = tuple(one for one in inline.content if not isinstance(one, Note))
    notes = tuple(one for one in inline.content if isinstance(one, Note) and isinstance(inline, Inserted))
    return (type(inline)(words), *notes) if words else notes
