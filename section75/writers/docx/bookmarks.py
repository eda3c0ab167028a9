"""Bookmarks: one on every printed paragraph and cell, so that a returned file can be read clause by clause.

In: a Document. Out: the bookmark name of each part and block. A name is `_s75_<n>_<id>`, where n is the place
of the part or block in a walk of the tree (each part before its blocks, each block before its children,
counted from 1) and id is its own, with `_` for what a name may not hold. The leading `_` hides it in Word.
In a redline what is gone and what is new stand in the tree, so each has a bookmark of its own.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.references import each

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.references import Numbered
    from section75.writers.docx.views import Views

LONGEST: Final = 40
"""Word cuts longer names."""


class Bookmarks:
    """The names of a document's bookmarks."""

    def __init__(self, texts: Views, ids: Iterator[int]) -> None:
        """Walk the document once; no two of its blocks may be the same object."""
        self._places = {id(node): (place, node.id) for place, node in enumerate(each(texts.tree.parts), 1)}
        for _, view in texts.each():
            self._places |= {id(node): self._places[of] for of, node in view.nodes.items()}
        self._ids = ids

    def name(self, node: Numbered, sign: str = "") -> str:
        """Return the bookmark of a part or block, of the tree or of one of its texts; a sign tells a second one of the same block apart."""
        place, written = self._places[id(node)]
        plain = re.sub(r"[^A-Za-z0-9_]", "_", written)
        return f"_s75_{place}{sign}_{plain}"[:LONGEST]

    def around(self, node: Numbered, content: str, sign: str = "") -> str:
        """Return content, already XML, between the ends of its bookmark."""
        number = next(self._ids)
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.name(node, sign)}"/>'
        return f'{start}{content}<w:bookmarkEnd w:id="{number}"/>'
