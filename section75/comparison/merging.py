"""Three texts made one: what ours and theirs each changed in the text that both began from.

In: three Documents: the base, ours and theirs. Out: `Merged`: the document, in which ours stands wherever the two cannot both; the
conflicts, each with the three texts; and the words of both that were joined, for a person to read.

What only one side changed is as that side has it. Where both changed the same in two ways, ours stands, and a conflict says so. What
one side took out and the other changed stays in sight. Numbers and the labels of references are to be given afresh.
"""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from section75.comparison.joining import both
from section75.comparison.things import Clash, Thing, Things
from section75.document.index import place_words, walk
from section75.document.tree import Block, Document, Part, plain

if TYPE_CHECKING:
    from section75.comparison.entries import Entry
    from section75.document.tree import Inline, Node

What = Clash | Literal["words", "heading", "ending", "field"]
WORDED: Final[dict[str, What]] = {"content": "words", "heading": "heading"}
FOLLOWING: Final = frozenset({"number", "fixed", "place", "origin"})
"""Fields that follow from others: that both have another value is no conflict."""
HELD: Final = frozenset({"children", "parts", "change", "was"})


@dataclass(frozen=True, slots=True)
class Conflict:
    """What both sides changed in two ways: where, and the three texts, of which the merged one has ours."""

    what: What
    place: str
    id: str
    base: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Joined:
    """Words in which changes of both sides stand side by side."""

    place: str
    base: str
    words: str


@dataclass(frozen=True, slots=True)
class Merged:
    """What came of a merge."""

    document: Document
    conflicts: tuple[Conflict, ...] = ()
    joined: tuple[Joined, ...] = ()


def merge(base: Document, ours: Document, theirs: Document) -> Merged:
    """Return what ours and theirs make of the base together; of a redline its newer text is taken."""
    merging = _Merging(Things(base, ours, theirs))
    document = cast("Document", merging.made(merging.things.root))
    return Merged(document, tuple(merging.conflicts()), tuple(merging.joined))


class _Merging:
    """One merge."""

    def __init__(self, things: Things) -> None:
        self.things = things
        self.found: list[Conflict] = []
        self.joined: list[Joined] = []
        self._members: dict[int, list[Thing]] = {}
        for thing in things.every:
            if thing.kept and thing.home is not None:
                self._members.setdefault(id(thing.home), []).append(thing)
        roots = (things.root.theirs, things.root.base, things.root.ours)
        self._places = {
            id(block or part): place_words(block or part, spot)
            for root in roots
            if root
            for part, block, spot in walk(cast("Document", root.node))
        }

    def conflicts(self) -> list[Conflict]:
        """Return the conflicts, those of what stands where and what is gone first."""
        clashes = [self._conflict(what, thing, *map(_told, (thing.base, thing.ours, thing.theirs))) for what, thing in self.things.clashes]
        return list(dict.fromkeys([*clashes, *self.found]))

    def made(self, thing: Thing) -> Node:
        """Return a thing as the merged text has it, with all that it holds."""
        held: tuple[Any, ...] = tuple(map(self.made, self._ordered(thing)))
        node = self._own(thing)
        return replace(node, parts=held) if isinstance(node, Document) else replace(node, children=held)

    # ------------------------------------------------------------------ order

    def _ordered(self, thing: Thing) -> list[Thing]:
        """Return what stands under a thing: the side that ordered it anew leads, and the other's newcomers find their neighbours."""
        members = set(map(id, self._members.get(id(thing), ())))
        base, ours, theirs = (
            [one for one in self.things.under(entry) if id(one) in members] for entry in (thing.base, thing.ours, thing.theirs)
        )
        common = {id(one) for one in base} & {id(one) for one in ours} & {id(one) for one in theirs}
        orders = [[id(one) for one in order if id(one) in common] for order in (base, ours, theirs)]
        if orders[0] not in orders[1:] and orders[1] != orders[2]:
            self.found.append(self._conflict("order", thing, *map(_listed, (base, ours, theirs))))
        lead, other = (theirs, ours) if orders[1] == orders[0] else (ours, theirs)
        return _woven(lead, other)

    # ------------------------------------------------------------------ what it says itself

    def _own(self, thing: Thing) -> Node:
        if thing.base is None or thing.ours is None or thing.theirs is None:
            return thing.shown.node
        base, ours, theirs = thing.base.node, thing.ours.node, thing.theirs.node
        names = (one.name for one in fields(ours) if one.name not in HELD)
        return replace(ours, **{name: self._picked(name, thing, (base, ours, theirs)) for name in names})

    def _picked(self, name: str, thing: Thing, nodes: tuple[Node, Node, Node]) -> Any:  # noqa: ANN401 - the value of any field
        base, ours, theirs = (getattr(node, name) for node in nodes)
        if theirs in (ours, base) or name in FOLLOWING:
            return ours if theirs == ours or ours != base else theirs
        if ours == base:
            return theirs
        if name in WORDED and (words := both(base, ours, theirs)) is not None:
            self.joined.append(Joined(self._place(thing), plain(base), plain(words)))
            return words
        what = WORDED.get(name, "ending" if name == "end" else "field")
        self.found.append(self._conflict(what, thing, *map(_said, (base, ours, theirs))))
        return ours

    def _conflict(self, what: What, thing: Thing, base: str, ours: str, theirs: str) -> Conflict:
        return Conflict(what, self._place(thing), _clause(thing.shown), base, ours, theirs)

    def _place(self, thing: Thing) -> str:
        """Return where a thing stands, in words."""
        return self._places.get(id(thing.shown.node), "the document")


def _woven(lead: list[Thing], other: list[Thing]) -> list[Thing]:
    """Return one order with what the other alone has put after its neighbour there.

    What only one of two orders holds is new to the other, or moved to it: what is gone is in neither.
    """
    order = list(lead)
    known = set(map(id, lead))
    before: Thing | None = None
    for thing in other:
        if id(thing) not in known:
            place = 0 if before is None else next(at for at, one in enumerate(order, 1) if one is before)
            order.insert(place, thing)
            known.add(id(thing))
        before = thing
    return order


def _clause(entry: Entry) -> str:
    """Return the id of the clause that an entry belongs to, or of its part."""
    above: Entry | None = entry
    while above is not None:
        node = above.node
        if isinstance(node, Part) or (isinstance(node, Block) and node.kind == "clause" and node.id):
            return node.id
        above = above.parent
    return ""


def _listed(things: list[Thing]) -> str:
    return "; ".join(_told(thing.shown) for thing in things)


def _told(entry: Entry | None) -> str:
    """Return the words of an entry and of all that it holds; nothing, where a text has it not."""
    return "\n".join(_all_words(entry.node)) if entry else ""


def _all_words(node: Node) -> list[str]:
    if isinstance(node, Document):
        return [node.title]
    own = plain((*node.heading, *(node.content if isinstance(node, Block) else ()))) + (node.end if isinstance(node, Block) else "")
    return [*filter(None, [own]), *(words for child in node.children for words in _all_words(child))]


def _said(value: object) -> str:
    """Return the value of a field in words."""
    return plain(cast("tuple[Inline, ...]", value)) if isinstance(value, tuple) else str(value)
