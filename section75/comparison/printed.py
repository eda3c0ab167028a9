"""A document as the reader sees it: one line a paragraph, with its number and the sign that ends it; and its fingerprint.

In: a numbered Document. Out: lines, without notes, names and what facts they print. Two texts with one fingerprint read alike.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING

from section75.document.index import walk
from section75.document.tree import Block, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document


def printed(document: Document) -> Iterator[str]:
    """Yield a line for each part and block that prints anything of its own.

    >>> from section75.document.tree import Document, Part, Text
    >>> item = Block("item", (Text("Pay"),), number="9.1", end=".")
    >>> list(printed(Document("agreement", "", (Part("operative", (Text("Terms"),), (item,)),))))
    ['Terms', '9.1 Pay.']
    """
    for part, block, _ in walk(document):
        holder = block or part
        own = f"{plain(block.content)}{block.end}" if isinstance(block, Block) else ""
        number = "" if isinstance(block, Block) and block.kind == "words" else holder.number
        if line := " ".join(filter(None, (number, plain(holder.heading), own))):
            yield line


def fingerprint(document: Document) -> str:
    """Return what tells the words of a document from those of any other: 64 hexadecimal figures."""
    return sha256("\n".join(printed(document)).encode()).hexdigest()
