"""Places: what a lawyer calls each thing on a printed page, and the one thing that a printed place names.

In: a Document whose numbers are set. Out: `Places`: a name for each thing that can be named by what the page prints, and the thing for
each name. What two things would be called is the name of neither.

Numbered words are named by their number (`clause 9.2(a)`), a definition by its term, and what has no number by the numbered
words that it follows (`the table after clause 5.1`). Nothing inside a definition, a cell or a frame has a name: it changes with the whole.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from section75.document.index import place_words
from section75.document.references import Spot, inside
from section75.document.tree import Block, Definition, Document, Part, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

Path = tuple[int, ...]
"""Where a part or block stands in the tree: the ordinals from the document down."""

Node = Part | Block

NEVER_NAMED: Final = ("strip", "blanks", "cover", "execution")
"""Parts that change as a whole: nobody counts the paragraphs of a cover."""
CALLED: Final = {"table": "table", "figure": "figure", "words": "words", "closing": "words"}
"""What is named by the numbered words that it follows."""


@dataclass(frozen=True)
class Places:
    """The places of one document."""

    document: Document

    @cached_property
    def _found(self) -> tuple[tuple[str, Path], ...]:
        return tuple(found for ordinal, part in enumerate(self.document.parts) for found in _of_part(part, (ordinal,)))

    @cached_property
    def _times(self) -> Counter[str]:
        return Counter(name for name, _ in self._found)

    @cached_property
    def names(self) -> Mapping[Path, str]:
        """What each thing is called that has a name of its own."""
        return {path: name for name, path in self._found if self._times[name] == 1}

    @cached_property
    def paths(self) -> Mapping[str, Path]:
        """Where each thing stands that has a name of its own."""
        return {name: path for path, name in self.names.items()}

    def times(self, name: str) -> int:
        """Return how many things a name would name."""
        return self._times[name]

    def at(self, path: Path) -> Node:
        """Return what stands at a path."""
        node: Node = self.document.parts[path[0]]
        for ordinal in path[1:]:
            node = node.children[ordinal]
        return node


NOT_USED: Final = "not used"
"""The role of what keeps its number and nothing else."""


def is_unused(node: Node) -> bool:
    """Return whether something keeps its number and nothing else."""
    return node.role == NOT_USED if isinstance(node, Block) else bool(node.number) and not node.children


def term(block: Block) -> str:
    """Return the term that a definition defines, as words."""
    first = block.content[0] if block.content else None
    return first.term if isinstance(first, Definition) else plain(block.content)


def _of_part(part: Part, path: Path) -> Iterator[tuple[str, Path]]:
    words = plain(part.heading)
    name = part.number or (f"the part headed “{words}”" if words else f"the {part.kind}")
    yield name, path
    if part.kind not in NEVER_NAMED:
        yield from _of_children(part, name, path, Spot(part))


def _of_children(holder: Node, name: str, path: Path, spot: Spot) -> Iterator[tuple[str, Path]]:
    before = ""
    for ordinal, child in enumerate(holder.children):
        here = (*path, ordinal)
        if child.number:
            before = place_words(child, spot)
            yield before, here
            yield from _of_children(child, before, here, inside(child, spot)) if child.kind != "table" else ()
        elif child.kind == "definition":
            yield f"the definition of “{term(child)}” in {name}", here
        elif child.kind in CALLED:
            after = f"after {before}" if before else f"at the beginning of {name}"
            yield f"the {CALLED[child.kind]} {after}", here
