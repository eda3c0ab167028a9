"""What rules find, as notes at the clauses it concerns: for Word drafts, whose comments show them to a reviewer.

In: a drafted document, the facts behind it, and problems. Out: the document with a note `Check: …` for each: at the words that print the
fact in which it was found, or at the block of the text in which it was found; what is in neither stands at the first words of the document.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.document.index import flat, walk
from section75.document.tree import FINDING, Block, Note, Part, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.document.tree import Document
    from section75.facts.fact import Fact
    from section75.problems import Problem

QUIET: Final = frozenset({"strip", "blanks", "cover"})
"""Parts in which nothing is noted while the same stands elsewhere."""


def annotated(document: Document, facts: Fact, problems: Iterable[Problem]) -> Document:
    """Return the document with each problem as a note."""
    notes: dict[int, list[Note]] = {}
    holders = list(_holders(document))
    for problem in problems:
        target = _in_text(holders, problem) or _printing(holders, facts.path_at(problem.place)) or (holders[0] if holders else None)
        if target is not None:
            notes.setdefault(id(target), []).append(Note(f"{FINDING}{_told(problem)}"))
    return replace(document, parts=tuple(_part(part, notes) for part in document.parts))


def _told(problem: Problem) -> str:
    level = problem.level.capitalize()
    because = "because: " if problem.level == "waived" else ""
    return f"{level}. {problem.message} {because}{problem.remedy} [{problem.rule}]"


def _holders(document: Document) -> Iterator[Part | Block]:
    """Yield all that has words to anchor a note on, in reading order."""
    for part, block, _ in walk(document):
        holder = block or part
        if part.kind not in QUIET and (holder.heading or (isinstance(holder, Block) and holder.content)):
            yield holder


def _in_text(holders: Iterable[Part | Block], problem: Problem) -> Part | Block | None:
    """Return what came from the line of a text in which a problem was found, or from the nearest line above it."""
    place = problem.place
    above = [one for one in holders if one.place and one.place.file == place.file and one.place.line <= place.line]
    return max(above, key=lambda one: one.place.line if one.place else 0, default=None)


def _printing(holders: Iterable[Part | Block], path: str) -> Part | Block | None:
    """Return what first prints a fact, or else the nearest fact above it that is printed."""
    printed = [(one, text.fact) for one in holders for text in _texts(one)]
    while path:
        found = next((one for one, fact in printed if fact == path or fact.startswith(f"{path}.")), None)
        if found:
            return found
        path = path.rpartition(".")[0]
    return None


def _texts(holder: Part | Block) -> Iterator[Text]:
    content = holder.content if isinstance(holder, Block) else ()
    yield from (inline for inline in flat([*holder.heading, *content]) if isinstance(inline, Text) and inline.fact)


def _part(part: Part, notes: Mapping[int, list[Note]]) -> Part:
    new = notes.get(id(part), ())
    return replace(part, heading=(*part.heading, *new), children=tuple(_block(block, notes) for block in part.children))


def _block(block: Block, notes: Mapping[int, list[Note]]) -> Block:
    new = tuple(notes.get(id(block), ()))
    children = tuple(_block(child, notes) for child in block.children)
    if block.heading:
        return replace(block, heading=(*block.heading, *new), children=children)
    return replace(block, content=(*block.content, *new), children=children)
