"""The amendments that make one text of another: a deed of variation, found and not typed.

In: a signed Document, and the same agreement as it is to read, with every number kept (`conform`). Out: `Operation`s in reading order,
all of which speak of the signed text. `applied` carries them out.

Nothing is aligned and nothing guessed: both texts carry numbers that do not move, so what has one printed place is one thing. What cannot
be said of a place is said of what holds it, in the last resort of the whole schedule.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.comparison.addresses import Places, is_unused, term
from section75.comparison.alphabet import alphabetised
from section75.comparison.names import bare, with_names_of
from section75.comparison.operation import Operation
from section75.comparison.quotations import quotations
from section75.comparison.tables import Unsayable, of_table
from section75.document.tree import Block, Part, plain
from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable, Sequence

    from section75.comparison.addresses import Node, Path
    from section75.comparison.operation import OperationKind
    from section75.document.tree import Document

THIRD: Final = 3
FEW: Final = 3
"""So many amendments of one schedule, if they touch more than a third of it, are harder to read than the schedule anew."""


def operations(signed: Document, conformed: Document) -> tuple[Operation, ...]:
    """Return the amendments; notes, and which facts words print, are left out of account.

    Raises `Refused` where the parts have changed places.
    """
    old = bare(signed)
    new = with_names_of(old, bare(conformed))
    try:
        return tuple(_Finding(Places(old)).children(old.parts, new.parts, ()))
    except Unsayable:
        remedy = "Bring the parts into the order of the signed text, or make a new agreement."
        raise Refused([Problem(Place("the agreement"), "deed", "error", "No deed can say this change of the parts.", remedy)]) from None


@dataclass(frozen=True, slots=True)
class _Finding:
    """Finds the amendments of one signed text."""

    places: Places

    def children(self, old: Sequence[Node], new: Sequence[Node], path: Path) -> list[Operation]:
        """Return the amendments of what stands side by side. Raises `Unsayable`."""
        side = _Side(old, new)
        defined = () if side.sorted_in() is None else side.new_definitions
        found: list[Operation] = []
        waiting: list[Node] = []
        before: Path | None = None
        for node, key in zip(new, side.new_keys, strict=True):
            if key in side.known:
                found += self._inserted(waiting, before, path)
                waiting, before = [], (*path, side.known[key])
                found += self.node(old[before[-1]], node, before)
            elif not any(node is one for one in defined):
                waiting.append(node)
        found += self._inserted(waiting, before, path)
        if defined:
            found.append(Operation("insert", self._name(path), "alphabetical", blocks=defined))
        return [*found, *(self._deleted((*path, ordinal)) for ordinal in side.gone)]

    def node(self, old: Node, new: Node, path: Path) -> list[Operation]:
        """Return the amendments of one thing and of all that it holds. Raises `Unsayable`."""
        if old == new:
            return []
        if is_unused(new) and not is_unused(old):
            return [_whole("not-used", self._name(path), new)]
        try:
            found = self._within(old, new, path)
        except Unsayable:
            return [self._substituted(new, path)]
        return [self._substituted(new, path)] if self._plainer_anew(old, path, found) else found

    def _within(self, old: Node, new: Node, path: Path) -> list[Operation]:
        if _frame(old) != _frame(new):
            raise Unsayable
        if isinstance(old, Block) and isinstance(new, Block) and old.kind == "table":
            return [*self._own(old, new, path), *of_table(old, new, self._name(path))]
        return [*self._own(old, new, path), *self.children(old.children, new.children, path)]

    def _own(self, old: Node, new: Node, path: Path) -> list[Operation]:
        """Return the amendments of a thing's own heading, words, ending and name."""
        found = []
        if old.id != new.id:
            found.append(Operation("name", self._name(path), id=new.id))
        if old.heading != new.heading:
            if not old.heading or not new.heading:
                raise Unsayable
            found.append(Operation("heading", self._name(path), old=plain(old.heading), content=new.heading))
        if isinstance(old, Block) and isinstance(new, Block) and (old.content, old.end) != (new.content, new.end):
            found += self._words(old, new, self._name(path))
        return found

    def _words(self, old: Block, new: Block, name: str) -> list[Operation]:
        ending = [Operation("ending", name, old=old.end, end=new.end)] if old.end != new.end else []
        if old.content == new.content:
            return ending
        if not old.content or not new.content:
            raise Unsayable
        if old.kind == "definition" and term(old) != term(new):
            raise Unsayable
        quoted = quotations(old.content, new.content, old.end)
        if not quoted:
            return [Operation("text", name, content=new.content, end=new.end)]
        return [*(Operation("words", name, one.way, one.old, one.new) for one in quoted), *ending]

    def _inserted(self, nodes: list[Node], before: Path | None, path: Path) -> list[Operation]:
        if not nodes:
            return []
        if any(isinstance(node, Part) for node in nodes):
            return self._inserted_parts(nodes, before)
        blocks = tuple(node for node in nodes if isinstance(node, Block))
        if before is None:
            return [Operation("insert", self._name(path), "beginning", blocks=blocks)]
        return [Operation("insert", self._name(before), "after", blocks=blocks)]

    def _inserted_parts(self, nodes: list[Node], before: Path | None) -> list[Operation]:
        """Return the amendment that brings new schedules. None comes before everything else."""
        if before is None:
            raise Unsayable
        parts = tuple(node for node in nodes if isinstance(node, Part))
        return [Operation("insert", self._name(before), "after", parts=parts)]

    def _deleted(self, path: Path) -> Operation:
        node = self.places.at(path)
        if isinstance(node, Block) and node.number and node.kind not in ("table", "figure"):
            raise Unsayable
        return Operation("delete", self._name(path))

    def _substituted(self, new: Node, path: Path) -> Operation:
        return _whole("substitute", self._name(path), new)

    def _name(self, path: Path) -> str:
        """Return what a place is called, if the page gives it a name of its own."""
        if path not in self.places.names:
            raise Unsayable
        return self.places.names[path]

    def _plainer_anew(self, old: Node, path: Path, found: Sequence[Operation]) -> bool:
        """Return whether a schedule is better set out whole."""
        if not isinstance(old, Part) or old.kind != "schedule" or len(found) < FEW:
            return False
        named = sum(place[: len(path)] == path for place in self.places.names)
        return len({(one.place, one.row) for one in found}) * THIRD > named


def _whole(kind: OperationKind, name: str, node: Node) -> Operation:
    """Return an amendment that puts a thing in the place of another."""
    return Operation(kind, name, parts=(node,)) if isinstance(node, Part) else Operation(kind, name, blocks=(node,))


def _frame(node: Node) -> object:
    """Return what of a thing no amendment changes by itself."""
    if isinstance(node, Part):
        return replace(node, heading=(), children=(), id="")
    return replace(node, heading=(), content=(), children=(), end="", id="")


class _Side:
    """Siblings of the signed text beside those of the newer one, told apart by what the page prints. Raises `Unsayable`."""

    def __init__(self, old: Sequence[Node], new: Sequence[Node]) -> None:
        """Find who is who."""
        self.old, self.new = old, new
        self.old_keys = _keys(old, None)
        self.new_keys = _keys(new, frozenset(node.number for node in old))
        self.known = {key: ordinal for ordinal, key in enumerate(self.old_keys)}
        there = frozenset(self.new_keys)
        self.gone = [ordinal for ordinal, key in enumerate(self.old_keys) if key not in there]
        kept = [key for key in self.old_keys if key in there]
        if len(self.known) < len(old) or len(there) < len(new) or kept != [key for key in self.new_keys if key in self.known]:
            raise Unsayable

    @property
    def new_definitions(self) -> tuple[Block, ...]:
        """The definitions that the signed text has not."""
        pairs = zip(self.new, self.new_keys, strict=True)
        return tuple(node for node, key in pairs if isinstance(node, Block) and node.kind == "definition" and key not in self.known)

    def sorted_in(self) -> tuple[Block, ...] | None:
        """Return the new definitions among the old if the alphabet alone puts them where the newer text has them."""
        old = [node for node in self.old if isinstance(node, Block)]
        if not self.new_definitions or not any(block.kind == "definition" for block in old):
            return None
        gone = {id(self.old[ordinal]) for ordinal in self.gone}
        made = alphabetised(old, self.new_definitions)
        terms = [term(block) for block in made if block.kind == "definition" and id(block) not in gone]
        wanted = [term(node) for node in self.new if isinstance(node, Block) and node.kind == "definition"]
        return made if terms == wanted else None


def _keys(nodes: Iterable[Node], known: frozenset[str] | None) -> list[Hashable]:
    """Return what tells each of some siblings from the others: its number, its term, or the number that it follows.

    Of the numbers that come before something only those that are `known` to the signed text count, if any are given.
    """
    found: list[Hashable] = []
    before, ordinals = "", Counter[tuple[str, str]]()
    for node in nodes:
        if node.number:
            found.append(node.number)
            before = node.number if known is None or node.number in known else before
        elif isinstance(node, Block) and node.kind == "definition":
            found.append(("definition", term(node)))
        else:
            ordinals[node.kind, before] += 1
            found.append((node.kind, before, ordinals[node.kind, before]))
    return found
