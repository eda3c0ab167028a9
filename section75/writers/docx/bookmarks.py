"""Bookmarks: one on every printed paragraph and cell, so that a returned file can be read clause by clause.

In: a Document. Out: the bookmark name of each part and block. A name is `_s75_<n>_<id>`, where n is the place
of the part or block in a walk of the tree (each part before its blocks, each block before its children,
counted from 1) and id is its own, with `_` for what a name may not hold. The leading `_` hides it in Word.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.document.references import Numbered
    from section75.document.tree import Block, Document

LONGEST: Final = 40
"""Word cuts longer names."""


class Bookmarks:
    """The names of a document's bookmarks."""

    def __init__(self, document: Document, ids: Iterator[int]) -> None:
        """Walk the document once; no two of its blocks may be the same object."""
        self._places = {id(node): (place, node.id) for place, node in enumerate(_walk(document), 1)}
        self._ids = ids

    def name(self, node: Numbered, sign: str = "") -> str:
        """Return the bookmark of a part or block; a sign tells a second one of the same block apart."""
        place, written = self._places[id(node)]
        plain = re.sub(r"[^A-Za-z0-9_]", "_", written)
        return f"_s75_{place}{sign}_{plain}"[:LONGEST]

    def around(self, node: Numbered, content: str, sign: str = "") -> str:
        """Return content, already XML, between the ends of its bookmark."""
        number = next(self._ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.name(node, sign)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'


def _walk(document: Document) -> Iterator[Numbered]:
    for part in document.parts:
        yield part
        yield from _blocks(part.children)


def _blocks(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _blocks(block.children)
