"""Definitions: those that a document uses, directly or through another, in the order of the alphabet, and no others.

In: the definitions that the texts of a document bring, as blocks by term, and its parts. Out: the blocks to print.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.index import walk
from section75.document.replacing import replaced
from section75.document.terms import terms_in
from section75.document.tree import Block, Document, Part, plain

if TYPE_CHECKING:
    from collections.abc import Mapping

HOLDER: Final = "definitions"
"""The id of the numbered words under which the definitions stand."""


def with_definitions(parts: tuple[Part, ...], brought: Mapping[str, Block]) -> tuple[Part, ...]:
    """Return the parts with the definitions they use under the words that hold them."""
    chosen = used(parts, brought)
    return tuple(replaced(part, children=tuple(_filled(block, chosen) for block in part.children)) for part in parts)


def _filled(block: Block, definitions: tuple[Block, ...]) -> Block:
    if block.id == HOLDER:
        return replaced(block, children=(*block.children, *definitions))
    return replaced(block, children=tuple(_filled(child, definitions) for child in block.children)) if block.children else block


def used(parts: tuple[Part, ...], brought: Mapping[str, Block]) -> tuple[Block, ...]:
    """Return the definitions in use, sorted as a reader looks them up."""
    wanted = _terms(Document("", "", parts), brought)
    found: set[str] = set()
    while wanted - found:
        term = min(wanted - found)
        found.add(term)
        wanted |= terms_in(_words(brought[term]), brought)
    return tuple(brought[term] for term in sorted(found, key=str.casefold))


def _terms(document: Document, brought: Mapping[str, Block]) -> set[str]:
    words = [plain((*(block or part).heading, *(block.content if block else ()))) for part, block, _ in walk(document)]
    return set(terms_in("\n".join(words), brought))


def _words(definition: Block) -> str:
    own = plain(definition.content[1:])
    return "\n".join([own, *map(_words_below, definition.children)])


def _words_below(block: Block) -> str:
    return "\n".join([plain(block.content), *map(_words_below, block.children)])
