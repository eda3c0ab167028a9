"""Assumptions as drafting notes: where a fact that is only inferred is first printed, a note gives the reason.

In: a Document, the assumptions of its facts, and which facts each text looked at. Out: the Document with a note behind the first words
that print each assumed fact; one that is never printed but decided something is noted at the first clause that looked at it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.references import rewritten
from section75.document.replacing import replaced
from section75.document.tree import Block, Note, Part, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from section75.document.references import Spot
    from section75.document.tree import Document, Inline
    from section75.facts.fact import Assumption

QUIET: Final = frozenset({"strip", "cover"})
"""Parts in which nothing is noted: their facts are printed again where they are agreed."""


def noted(document: Document, assumptions: Iterable[Assumption], looked_at: Mapping[str, frozenset[str]]) -> Document:
    """Return the document with its assumptions noted; `looked_at` gives the facts of each clause or schedule by id."""
    open_ = {assumption.path: assumption for assumption in assumptions}

    def change(content: tuple[Inline, ...], spot: Spot) -> tuple[Inline, ...]:
        return content if spot.part.kind in QUIET else tuple(new for inline in content for new in _with_note(inline, open_))

    document = rewritten(document, change)
    for path, assumption in open_.items():
        holder = next((name for name, facts in looked_at.items() if path in facts), None)
        if holder:
            document = _headed(document, holder, Note(f"Assumption ({path}: {assumption.words}): {assumption.because}"))
    return document


def _with_note(inline: Inline, open_: dict[str, Assumption]) -> tuple[Inline, ...]:
    if not isinstance(inline, Text) or not inline.fact:
        return (inline,)
    path = next((path for path in open_ if inline.fact == path or inline.fact.startswith(f"{path}.")), None)
    if path is None:
        return (inline,)
    return (inline, Note(f"Assumption: {open_.pop(path).because}"))


def _headed(document: Document, name: str, note: Note) -> Document:
    """Return the document with a note at the heading of the clause or schedule of that id."""
    return replaced(document, parts=tuple(_part(part, name, note) for part in document.parts))


def _part(part: Part, name: str, note: Note) -> Part:
    if part.id == name:
        return replaced(part, heading=(*part.heading, note))
    return replaced(part, children=tuple(_block(block, name, note) for block in part.children))


def _block(block: Block, name: str, note: Note) -> Block:
    return replaced(block, heading=(*block.heading, note)) if block.id == name else block
