"""The things of three texts: each part and block of any of them, as each of the three has it.

In: the text that both sides began from, ours and theirs. Out: `Things`: what is the same thing in which of them, under which thing it is to
stand, and what is gone. Nothing is made here; `merging` makes the text.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, cast

from section75.comparison.entries import Entry, every
from section75.comparison.pairs import pair

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document

Clash = Literal["order", "removed by us, changed by them", "changed by us, removed by them"]


@dataclass(slots=True, eq=False)
class Thing:
    """Something that stands in one or more of the three texts."""

    base: Entry | None = None
    ours: Entry | None = None
    theirs: Entry | None = None
    home: Thing | None = None
    """Under which thing it is to stand."""
    kept: bool = True

    @property
    def shown(self) -> Entry:
        """The entry that stands for it: ours, where we have it."""
        return cast("Entry", self.ours or self.theirs or self.base)


class Things:
    """Everything that stands in any of three texts."""

    def __init__(self, base: Document, ours: Document, theirs: Document) -> None:
        """Pair both sides with the base, and settle where everything stands."""
        left, right = pair(base, ours), pair(base, theirs)
        self._of: dict[int, Thing] = {}
        self.clashes: list[tuple[Clash, Thing]] = []
        for one, other in zip(every(left.old), every(right.old), strict=True):
            self._know(Thing(one, one.partner, other.partner), one, other)
        for entry in every(left.new):
            if id(entry) not in self._of:
                self._know(Thing(ours=entry))
        self._newcomers_of_theirs(left.new, right.new)
        self.root = self._of[id(left.old)]
        self.every = list(dict.fromkeys(self._of.values()))
        for thing in self.every:
            self._keep(thing)
        for thing in self.every:
            thing.home = self._home(thing) if thing is not self.root else None
        self._break_rings()

    def under(self, entry: Entry | None) -> list[Thing]:
        """Return the things that an entry holds."""
        return [self._of[id(child)] for child in entry.children] if entry else []

    def _know(self, thing: Thing, *more: Entry) -> None:
        for entry in (*more, thing.ours, thing.theirs):
            if entry is not None:
                self._of[id(entry)] = thing

    def _newcomers_of_theirs(self, ours: Entry, theirs: Entry) -> None:
        """Take what both added alike at one place as one thing, and all else that they added as their own."""
        added: defaultdict[tuple[int, str, int], list[Thing]] = defaultdict(list)
        for entry in every(ours):
            thing = self._of[id(entry)]
            if thing.base is None and entry.parent:
                added[id(self._of[id(entry.parent)]), entry.family, entry.signature].append(thing)
        for entry in every(theirs):
            if id(entry) in self._of or entry.parent is None:
                continue
            alike = added[id(self._of[id(entry.parent)]), entry.family, entry.signature]
            thing = alike.pop(0) if alike else Thing()
            thing.theirs = entry
            self._know(thing)

    # ------------------------------------------------------------------ what is gone

    def _keep(self, thing: Thing) -> None:
        """Say whether a thing stays: what one side took out is gone if the other left it and all that it holds alone."""
        if thing.base is None or (thing.ours and thing.theirs):
            return
        left = thing.ours or thing.theirs
        if left is None:
            thing.kept = False
            return
        above = self._of[id(left.parent)] if left.parent else None
        if above and above.base and not (above.ours if thing.ours is None else above.theirs):
            thing.kept = above.kept
            return
        thing.kept = not (self._above(left) is self._above(thing.base) and self._left_alone(thing.base, left))
        if thing.kept:
            self.clashes.append(("removed by us, changed by them" if thing.ours is None else "changed by us, removed by them", thing))

    def _left_alone(self, base: Entry, now: Entry) -> bool:
        """Whether a side left all that a thing holds as it was."""
        same = base.signature == now.signature and len(base.children) == len(now.children)
        pairs = zip(base.children, now.children, strict=False)
        return same and all(self._of[id(was)] is self._of[id(one)] and self._left_alone(was, one) for was, one in pairs)

    # ------------------------------------------------------------------ where it stands

    def _above(self, entry: Entry | None) -> Thing | None:
        return self._of[id(entry.parent)] if entry and entry.parent else None

    def _home(self, thing: Thing) -> Thing | None:
        base, ours, theirs = (self._above(entry) for entry in (thing.base, thing.ours, thing.theirs))
        if thing.ours is None or thing.theirs is None:
            return ours or theirs
        if ours is theirs or theirs is base:
            return ours
        if ours is base:
            return theirs
        if thing.base:
            self.clashes.append(("order", thing))
        return ours

    def _break_rings(self) -> None:
        """Let ours decide where two things would each stand in the other."""
        for thing in self.every:
            ring = list(self._ring(thing))
            for one in ring:
                home = self._above(one.ours)
                if home is not None and home is not one.home:
                    one.home = home
                    self.clashes.append(("order", one))

    def _ring(self, thing: Thing) -> Iterator[Thing]:
        """Yield the things above one, where they come round to it again and never to the top."""
        above: dict[int, Thing] = {}
        one: Thing | None = thing
        while one is not None and id(one) not in above:
            above[id(one)] = one
            one = one.home
        if one is not None:
            yield from above.values()
