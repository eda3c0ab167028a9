"""Frozen numbers: at signing every number is stored, so that nothing that is added or taken out later can shift it.

In: a numbered Document. Out: the same Document, each number of its blocks and parts `fixed`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced

if TYPE_CHECKING:
    from section75.document.tree import Block, Document, Part


def freeze(document: Document) -> Document:
    """Return the document with every number that it prints stored; freezing twice changes nothing."""
    return replaced(document, parts=tuple(map(_part, document.parts)))


def _part(part: Part) -> Part:
    return replaced(part, fixed=bool(part.number), children=tuple(map(_block, part.children)))


def _block(block: Block) -> Block:
    return replaced(block, fixed=bool(block.number), children=tuple(map(_block, block.children)))
