"""What is gone from a signed text: its number stays, with the words “Not used”, so that it never means anything else.

In: a numbered block or part of a signed text, and the words (no sentence lives here). Out: what stands in its place; the text without
such places; and a problem for each reference to something that is gone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.index import index, place_words
from section75.document.numbering import HEADED
from section75.document.references import Spot, pieces, same, targets
from section75.document.replacing import replaced
from section75.document.tree import Block, Document, Inline, Part, Reference, Text
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

Numbered = Block | Part
UNUSED: Final = "not used"
"""The role of a block that stands for one that is gone, or for one that the partners left out from the first."""
CAPTIONED: Final = ("table", "figure")
TITLED: Final = (*HEADED, "division")


def is_unused(node: Numbered, named: frozenset[str]) -> bool:
    """Return whether a node only holds a number that is not used, and is not among the nodes `named` by the newer text."""
    if not node.number or node.id in named:
        return False
    if isinstance(node, Block):
        return node.role == UNUSED
    return not node.id and all(child.role == UNUSED for child in node.children)


def without_unused(document: Document, named: frozenset[str] = frozenset()) -> Document:
    """Return the document without the places that are not used, but for those `named`."""

    def kept(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
        used = (block for block in blocks if not is_unused(block, named))
        return same(blocks, tuple(holding(block) for block in used))

    def holding(block: Block) -> Block:
        children = kept(block.children)
        return block if children is block.children else replaced(block, children=children)

    used = (part for part in document.parts if not is_unused(part, named))
    return replaced(document, parts=tuple(replaced(part, children=kept(part.children)) for part in used))


def unused(node: Numbered, words: tuple[Inline, ...]) -> Numbered:
    """Return what stands in the place of a numbered node that is gone. It has no name: nothing may refer to it."""
    if isinstance(node, Part):
        return Part(node.kind, words, tuple(_captions(node, words)), number=node.number, fixed=True)
    if node.kind in CAPTIONED:
        return _caption(node, words)
    held = tuple(_captions(node, words))
    if node.kind in TITLED:
        return Block(node.kind, (), held, heading=words, number=node.number, fixed=True, role=UNUSED)
    return Block(node.kind, words, held, number=node.number, fixed=True, end=".", role=UNUSED)


def _captions(node: Numbered, words: tuple[Inline, ...]) -> Iterator[Block]:
    """Yield what stands for the numbered tables and figures that went with a node: their numbers are not used again either."""
    for child in node.children:
        if is_caption(child):
            yield child if child.kind == "words" else _caption(child, words)
        yield from _captions(child, words)


def _caption(block: Block, words: tuple[Inline, ...]) -> Block:
    return Block("words", (Text(f"{block.number}: "), *words), number=block.number, fixed=True, role=UNUSED)


def is_caption(block: Block) -> bool:
    """Return whether a block is a numbered table or figure, or stands for one that is gone."""
    return bool(block.number) and (block.kind in CAPTIONED or (block.kind == "words" and block.role == UNUSED))


def references_to_unused(conformed: Document, signed: Document) -> Iterator[Problem]:
    """Yield a problem for each reference whose target stood in the signed text and is gone."""
    here, there = targets(conformed), targets(signed)
    for found in index(conformed).references:
        reference = found.inline
        if isinstance(reference, Reference) and reference.target not in here and reference.target in there:
            name = "".join(piece.words for piece in pieces(there[reference.target], Spot(Part("body"))))
            where = place_words(found.holder, found.spot)
            yield Problem(
                found.holder.place or Place("executed"),
                "not-used",
                "error",
                f"{where[:1].upper()}{where[1:]} refers to {name} of the signed text, which is not used any more.",
                "Take the reference out, or keep what it refers to.",
            )
