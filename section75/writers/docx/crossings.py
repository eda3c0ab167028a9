"""Cross-references as REF fields, whose stored text is already what Word will find.

In: a reference, the spot where it stands, and what the lists printed at its target. Out: pieces, each some words
and the instruction of the field that gives them, or nothing for plain words.

A field is made only where it would print the very words of the label: otherwise the words stand plain.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import pieces, targets
from section75.document.tree import Block, Part
from section75.document.typography import bind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.document.references import Numbered, Piece, Spot, Target
    from section75.document.tree import Reference
    from section75.writers.docx.bookmarks import Bookmarks
    from section75.writers.docx.lists import Label
    from section75.writers.docx.views import View

NUMBER_SIGN = "n"
"""Tells the bookmark on the words `Table 1` from the one on the whole caption."""


class Crossings:
    """What the references of one text may point at, and where the lists of the first printing put it."""

    def __init__(self, view: View, bookmarks: Bookmarks, placed: Mapping[int, Label]) -> None:
        """Take the labels that the first printing gave, by the identity of the text's part or block."""
        self._view = view
        self._targets = targets(view.document)
        self._bookmarks = bookmarks
        self._placed = placed

    def pieces(self, reference: Reference, spot: Spot) -> Iterator[tuple[str, str]]:
        """Return the words of a reference, piece by piece, with the field of each; the spot is one of the tree."""
        target = self._targets.get(reference.target)
        found = pieces(target, self._view.spot(spot)) if target else ()
        label = bind(reference.label)
        if target is None or not _same("".join(piece.words for piece in found), reference.label):
            yield label, ""
            return
        for piece in found:
            words, label = label[: len(piece.words)], label[len(piece.words) :]
            yield from self._piece(piece, words, target)

    def _piece(self, piece: Piece, words: str, target: Target) -> Iterator[tuple[str, str]]:
        node = piece.of
        if node is None:
            yield words, ""
        elif isinstance(node, Block) and node.kind in ("table", "figure"):
            yield words, f"REF {self._bookmarks.name(node, NUMBER_SIGN)} \\h"
        elif isinstance(node, Part) or node.kind == "division" or target.spot.part.kind == "schedule":
            yield words, self._alone(node)
        else:
            yield from self._steps(_steps(node, target.spot, piece.words), words)

    def _alone(self, node: Numbered) -> str:
        """Return the field that prints the node's own number, or nothing if that number is typed."""
        label = self._placed.get(id(node))
        return f"REF {self._bookmarks.name(node)} \\n \\h" if label and label.list else ""

    def _steps(self, steps: list[Block], words: str) -> Iterator[tuple[str, str]]:
        """Return one field for the steps that one list counts, else a field for each step."""
        last = self._placed.get(id(steps[-1])) if steps else None
        if last and last.list and last.full == words:
            yield words, f"REF {self._bookmarks.name(steps[-1])} \\w \\h"
            return
        if "".join(map(_bare, steps)) != words:
            yield words, ""
            return
        for step in steps:
            yield _bare(step), self._alone(step)


def _same(first: str, second: str) -> bool:
    return first[1:] == second[1:] and first[:1].lower() == second[:1].lower()


def _bare(block: Block) -> str:
    return block.number.rstrip(".")


def _steps(node: Block, spot: Spot, words: str) -> list[Block]:
    """Return the node and those above it whose numbers together are the words."""
    steps = [node]
    for above in reversed(spot.above):
        if "".join(map(_bare, steps)) == words:
            break
        steps.insert(0, above)
    return steps
