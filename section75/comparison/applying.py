"""A deed carried out: the amendments applied to the signed text, strictly.

In: `Operation`s, all of which speak of the signed text, and that text. Out: the conformed text, without notes and paths of facts; or
`Refused` with every amendment that cannot be carried out: an unknown or ambiguous place, a quotation that stands there otherwise than once
or cuts a word, a figure or a reference, words that the text does not have, two amendments of one thing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, TypeVar

from section75.comparison.addresses import Places
from section75.comparison.alphabet import alphabetised
from section75.comparison.names import bare
from section75.comparison.quoting import Misquoted, Quotation, quoted
from section75.comparison.resolving import WHOLE, Resolved, resolved
from section75.comparison.tables import headings
from section75.document.tree import Block, Document, Part, plain
from section75.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.comparison.addresses import Path
    from section75.comparison.operation import Operation
    from section75.comparison.resolving import Taken

Holder = TypeVar("Holder", Part, Block)


def applied(operations: Iterable[Operation], signed: Document) -> Document:
    """Return the text that the amendments make of the signed one. Raises `Refused` with all that is wrong."""
    places = Places(bare(signed))
    found = resolved(operations, places)
    if found.problems:
        raise Refused(found.problems)
    carrying = _Carrying(found, found.touched)
    made = carrying.document(places.document)
    if carrying.problems:
        raise Refused(carrying.problems)
    return made


@dataclass(frozen=True, slots=True)
class _Carrying:
    found: Resolved
    touched: frozenset[Path]
    problems: list[Problem] = field(default_factory=list)

    def document(self, old: Document) -> Document:
        """Return the text with everything carried out."""
        parts: list[Part] = []
        for ordinal, part in enumerate(old.parts):
            parts += self._made(part, (ordinal,))
            parts += [new for taken in self.found.after[ordinal,] for new in taken.operation.parts]
        return replace(old, parts=tuple(parts))

    def _made(self, node: Holder, path: Path) -> tuple[Holder, ...]:
        """Return what a thing becomes: nothing, something else, or itself with all that changes in it."""
        if path not in self.touched:
            return (node,)
        several = self.found.at.get(path, [])
        whole = next((taken for taken in several if taken.operation.kind in WHOLE), None)
        if whole:
            return self._instead(node, whole)
        made = self._reworded(node, [taken for taken in several if taken.operation.kind == "words"])
        for taken in several:
            made = self._changed(made, taken)
        return (replace(made, children=self._children(node, path)),)

    def _instead(self, node: Holder, taken: Taken) -> tuple[Holder, ...]:
        if taken.operation.kind == "delete":
            return ()
        new = (*taken.operation.blocks, *taken.operation.parts)
        made = tuple(one for one in new if isinstance(one, type(node)))
        fits = len(made) == 1 and made[0].number == node.number
        if not fits or (taken.operation.kind == "substitute" and made[0].kind != node.kind):
            self._refuse(
                taken, "what is set out is not the same kind of thing with the same number.", "Set out the whole of it, and nothing else."
            )
        return made

    def _children(self, node: Part | Block, path: Path) -> tuple[Block, ...]:
        new = {way: [block for one in self.found.at.get(path, []) if one.operation.way == way for block in one.operation.blocks]
               for way in ("beginning", "alphabetical")}  # fmt: skip
        heading = 1 if isinstance(node, Block) and node.kind == "table" and headings(node) else 0
        ordinals = {id(child): ordinal for ordinal, child in enumerate(node.children)}
        made: list[Block] = []
        for child in alphabetised(node.children, new["alphabetical"]):
            if len(made) == heading:
                made += new["beginning"]
            if id(child) in ordinals:
                here = (*path, ordinals[id(child)])
                made += [*self._made(child, here), *(block for one in self.found.after[here] for block in one.operation.blocks)]
            else:
                made.append(child)
        return tuple(made) if ordinals else tuple(new["beginning"])

    def _changed(self, node: Holder, taken: Taken) -> Holder:
        """Return a thing with another heading, ending, name or words; what it now reads must be what the amendment says it reads."""
        one = taken.operation
        match one.kind:
            case "name":
                return replace(node, id=one.id)
            case "heading":
                self._reads(taken, plain(node.heading))
                return replace(node, heading=one.content)
            case "ending" if isinstance(node, Block):
                self._reads(taken, node.end)
                return replace(node, end=one.end)
            case "cell" if isinstance(node, Block):
                self._reads(taken, plain(node.content))
                return replace(node, content=one.content)
            case "text" if isinstance(node, Block):
                return replace(node, content=one.content, end=one.end)
            case _:
                return node

    def _reworded(self, node: Holder, several: Sequence[Taken]) -> Holder:
        if not several:
            return node
        if isinstance(node, Part):
            self._refuse(several[0], "it has no words of its own.", "Name a paragraph of it.")
            return node
        quotations = [Quotation(one.operation.way, one.operation.old, one.operation.content) for one in several]
        try:
            return replace(node, content=quoted(node.content, node.end, quotations))
        except Misquoted as fault:
            self._refuse(several[0], fault.message, fault.remedy)
            return node

    def _reads(self, taken: Taken, words: str) -> None:
        if taken.operation.old != words:
            self._refuse(taken, f"it reads “{words}”, not “{taken.operation.old}”.", "Quote it as it is printed.")

    def _refuse(self, taken: Taken, message: str, remedy: str) -> None:
        self.problems.append(taken.problem(message, remedy))
