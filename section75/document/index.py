"""One walk over a document, which answers what rules, the command and drafting ask of it.

In: a Document. Out: an `Index` of where each term is defined and used, each id, reference, blank and note stands, and
which facts are printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from section75.document.references import Spot, inside
from section75.document.terms import terms_in
from section75.document.tree import (
    Blank,
    Block,
    Both,
    Definition,
    Deleted,
    Document,
    Inline,
    Inserted,
    Note,
    Part,
    Reference,
    Strong,
    Text,
    plain,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

Thing = TypeVar("Thing")
Step = tuple[Part, Block | None, Spot]
"""A part with no block, or a block of it; and where it stands."""


@dataclass(frozen=True, slots=True)
class Found:
    """Something that stands in a document: the inline, the block or part that holds it, and its spot."""

    inline: Inline
    holder: Block | Part
    spot: Spot


@dataclass(frozen=True, slots=True)
class Paragraph:
    """The words of one heading, paragraph or cell, and what holds them. A blank is `[●]`: nobody has settled how it is worded."""

    words: str
    content: tuple[Inline, ...]
    holder: Block | Part
    spot: Spot
    heading: bool = False


@dataclass
class Index:
    """What stands where. Lists are in reading order."""

    definitions: dict[str, list[Found]] = field(default_factory=dict)
    ids: dict[str, list[Block | Part]] = field(default_factory=dict)
    references: list[Found] = field(default_factory=list)
    blanks: list[Found] = field(default_factory=list)
    notes: list[Found] = field(default_factory=list)
    texts: list[Found] = field(default_factory=list)
    walked: list[Step] = field(default_factory=list)
    """The whole walk, for what is not told apart above."""

    @cached_property
    def paragraphs(self) -> list[Paragraph]:
        """Every heading, paragraph and cell that has words."""
        return [
            Paragraph(_worded(content), content, block or part, spot, content is (block or part).heading)
            for part, block, spot in self.walked
            for content in ((block or part).heading, block.content if block else ())
            if content
        ]

    @cached_property
    def used(self) -> frozenset[str]:
        """The terms that are defined here and used beyond their definitions."""
        words = (_without_definitions((*(block or part).heading, *(block.content if block else ()))) for part, block, _ in self.walked)
        return terms_in("\n".join(words), self.definitions)

    def distinct_blanks(self) -> list[Found]:
        """Return each blank once, where it first stands: the same fact printed twice is one thing to find out."""
        seen: dict[Inline, Found] = {}
        for found in self.blanks:
            seen.setdefault(found.inline, found)
        return list(seen.values())

    def printed_facts(self) -> frozenset[str]:
        """Return the paths of the facts that the document prints."""
        return frozenset(found.inline.fact for found in self.texts if isinstance(found.inline, Text) and found.inline.fact)


def index(document: Document) -> Index:
    """Return the index of a document."""
    made = Index()
    for part, block, spot in walk(document):
        made.walked.append((part, block, spot))
        holder = block or part
        if holder.id:
            made.ids.setdefault(holder.id, []).append(holder)
        for inline in flat([*holder.heading, *(block.content if block else ())]):
            _enter(made, Found(inline, holder, spot))
    return made


def _enter(made: Index, found: Found) -> None:
    match found.inline:
        case Definition() as definition:
            made.definitions.setdefault(definition.term, []).append(found)
        case Reference():
            made.references.append(found)
        case Blank():
            made.blanks.append(found)
        case Note():
            made.notes.append(found)
        case Text():
            made.texts.append(found)


def _without_definitions(content: tuple[Inline, ...]) -> str:
    return plain(tuple(inline for inline in content if not isinstance(inline, Definition)))


def _worded(content: tuple[Inline, ...]) -> str:
    return plain(tuple(Text("[●]") if isinstance(inline, Blank) else inline for inline in content))


def flat(content: tuple[Inline, ...] | list[Inline]) -> Iterator[Inline]:
    """Yield every inline, those inside others after them."""
    for inline in content:
        yield inline
        if isinstance(inline, Strong | Definition | Inserted | Deleted):
            yield from flat(inline.content)
        elif isinstance(inline, Both):
            yield inline.new


def walk(document: Document) -> Iterator[Step]:
    """Yield each part (with no block) and then each of its blocks, with its spot, in reading order."""
    for part in document.parts:
        spot = Spot(part)
        yield part, None, spot
        for block in part.children:
            for found, where in _blocks(block, spot):
                yield part, found, where


def _blocks(block: Block, spot: Spot) -> Iterator[tuple[Block, Spot]]:
    yield block, spot
    within = inside(block, spot)
    for child in block.children:
        yield from _blocks(child, within)


def place_words(block: Block | Part, spot: Spot) -> str:
    """Return a short name of where a block stands, for people: `clause 9.2`, `Schedule 4`, `the parties`."""
    from section75.document.references import Target, pieces

    numbered = block if block.number else next((above for above in reversed(spot.above) if above.number), spot.part)
    if isinstance(numbered, Part):
        return numbered.number or plain(numbered.heading).lower() or numbered.kind
    at = Spot(spot.part, spot.division, tuple(above for above in spot.above if above is not numbered))
    return "".join(piece.words for piece in pieces(Target(numbered, at), Spot(Part("body"))))
