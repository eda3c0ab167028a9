"""Definitions in a list, as rules of drafting compare them: what each term is said to be.

In: a `Subject`. Out: where each term of the list is defined, and the words that define it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.tree import Block, Definition, plain

if TYPE_CHECKING:
    from section75.document.index import Found
    from section75.rules import Subject


def definitions_of(subject: Subject) -> dict[str, tuple[Found, str]]:
    """Return the terms that paragraphs of their own define, with the words after the term."""
    return {
        term: (found, words)
        for term, (found, *_) in subject.index.definitions.items()
        if isinstance(found.holder, Block) and found.holder.kind == "definition" and (words := _words(found.holder))
    }


def _words(block: Block) -> str:
    said = plain(tuple(inline for inline in block.content if not isinstance(inline, Definition)))
    return " ".join((said, *(plain(child.content) for child in block.children))).strip(" :")
