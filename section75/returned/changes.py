"""The events that the two views of a returned file make.

In: its paragraphs, the text as sent, and each view with its owners. Out: `Event`s. What the view with every change refused shows
is changed in silence; what only the view with every change accepted shows is tracked.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING

from section75.document.tree import Block
from section75.returned.event import Event, Remark
from section75.returned.marks import FIELD, shown
from section75.returned.owners import TELLING
from section75.returned.rereading import plain_content, reread
from section75.returned.sent import visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from section75.document.references import Numbered
    from section75.document.tree import Inline
    from section75.returned.event import EventKind
    from section75.returned.owners import Owned
    from section75.returned.paragraphs import Returned
    from section75.returned.sent import Line, Sent
    from section75.returned.views import Standing


FAR = 4
"""How many paragraphs of the file lie between two lines that have moved together: empty ones may stand between."""


@dataclass(frozen=True, slots=True)
class Seen:
    """One view of the file, and which line each of its paragraphs is."""

    view: Sequence[Standing]
    owned: Owned

    def paragraphs(self, *numbers: int) -> tuple[int, ...]:
        """Return the paragraphs of the file that some of the view are made of."""
        return tuple(one for number in numbers for one in self.view[number].paragraphs)

    def of(self, key: str) -> tuple[int, ...]:
        """Return the paragraphs of the file in which a line stands."""
        return self.paragraphs(self.owned.at[key]) if key in self.owned.at else ()


class Changes:
    """The changes of one file, told as events."""

    def __init__(self, returned: Returned, sent: Sent, before: Seen, after: Seen) -> None:
        """Keep what is compared."""
        self.returned, self.sent, self.before, self.after = returned, sent, before, after
        self.order = {key: place for place, key in enumerate(sent.lines)}
        self._holders = {number: key for key, number in reversed(after.owned.at.items())}

    def events(self) -> Iterator[Event]:
        """Yield every event but the comments."""
        yield from self._words()
        yield from self._removed()
        yield from self._shapes()
        yield from self._moved()
        yield from self._new()

    def place_of(self, event: Event) -> tuple[int, bool, tuple[int, ...]]:
        """Return what events are sorted by: their line in the text, and then their place in the file."""
        return self.order.get(event.key, -1), event.kind in ("added", "duplicated"), event.paragraphs

    # ------------------------------------------------------------------ words

    def _words(self) -> Iterator[Event]:
        shaped = self._shaped()
        for key, line in self.sent.lines.items():
            now = self.after.owned.words.get(key)
            if now is None or now == line.words or key in shaped or self._emptied(key):
                continue
            yield from self._changed(line, now)

    def _shaped(self) -> set[str]:
        """Return the lines whose words are told with what became of their paragraph."""
        owned = self.after.owned
        return {*owned.joined, *owned.joined.values(), *owned.split}

    def _emptied(self, key: str) -> bool:
        """Whether nothing is left of a line but its empty paragraph; an empty cell stands."""
        line = self.sent.lines[key]
        return bool(line.words) and line.row is None and not self.after.owned.words.get(key, line.words)

    def _changed(self, line: Line, now: str) -> Iterator[Event]:
        """Yield what is changed in a line; what stands so with every tracked change refused was changed in silence."""
        again, silent = reread(line, now), reread(line, self.before.owned.words.get(line.key, line.words))
        at = self.after.of(line.key)
        for one in again.values:
            made = self._event("value", line, at, tracked=one not in silent.values, old=one.old, new=one.new)
            yield replace(made, fact=one.fact, proposed=one.proposed, content=again.content, end=again.end)
        for one in again.references:
            made = self._event("reference", line, at, tracked=one not in silent.references, old=one.old, new=one.new)
            yield replace(made, target=one.target, content=again.content, end=again.end)
        if again.text or not (again.values or again.references):
            made = self._event("text", line, at, tracked=not silent.text, old=visible(line.words), new=visible(now))
            yield replace(made, content=again.content, end=again.end)

    # ------------------------------------------------------------------ gone

    def _removed(self) -> Iterator[Event]:
        """Yield what is gone, a whole clause, row or table as one."""
        gone = {key for key in self.sent.lines if key in self.after.owned.removed or self._emptied(key)}
        for part in self.sent.document.parts:
            yield from self._gone_from(part, gone)

    def _keys(self, node: Numbered) -> list[str]:
        """Return the lines of a part or block and of all that it holds, in order."""
        place = self.sent.places[id(node)]
        own = [key for key in (f"{place}", f"{place}w") if key in self.sent.lines]
        return [*own, *(key for child in node.children for key in self._keys(child))]

    def _gone_from(self, node: Numbered, gone: set[str]) -> Iterator[Event]:
        keys = self._keys(node)
        if not gone.intersection(keys):
            return
        if gone.issuperset(keys):
            yield self._gone(node, keys)
            return
        place = self.sent.places[id(node)]
        for key in (f"{place}", f"{place}w"):
            if key in gone:
                yield self._gone(node, [key])
        for child in node.children:
            yield from self._gone_from(child, gone)

    def _gone(self, node: Numbered, keys: list[str]) -> Event:
        line = self.sent.lines[keys[0]]
        tracked = not self.before.owned.removed.intersection(keys) and all(key in self.before.owned.at for key in keys)
        at = tuple(number for key in keys for number in (*self.before.of(key), *self.after.of(key)))
        old = (" | " if isinstance(node, Block) and node.kind == "row" else "\n").join(visible(self.sent.lines[key].words) for key in keys)
        whole = (self.sent.places[id(node)],) if keys == self._keys(node) else ()
        return replace(self._event("removed", line, at, tracked=tracked, old=old), nodes=whole)

    # ------------------------------------------------------------------ shapes of paragraphs

    def _shapes(self) -> Iterator[Event]:
        before, after = self.before.owned, self.after.owned
        for key, holder in after.joined.items():
            line = self.sent.lines[key]
            old = "\n".join(visible(self.sent.lines[one].words) for one in (holder, key))
            now = shown(self.after.view[after.at[key]].words)
            made = self._event("joined", line, self.after.of(key), tracked=key not in before.joined, old=old, new=now)
            yield replace(made, content=self._content(after.at[key]), after_key=holder)
        for key, numbers in after.split.items():
            line = self.sent.lines[key]
            every = (after.at[key], *numbers)
            now = "\n".join(shown(self.after.view[number].words) for number in every)
            at, tracked = self.after.paragraphs(*every), key not in before.split
            made = self._event("split", line, at, tracked=tracked, old=visible(line.words), new=now)
            yield replace(made, cells=tuple(map(self._content, every)))
        for key in sorted(after.lost & before.lost - after.moved, key=self.order.__getitem__):
            line = self.sent.lines[key]
            yield self._event("lost", line, self.after.of(key), tracked=False, old=visible(line.words), new=visible(after.words[key]))

    def _moved(self) -> Iterator[Event]:
        """Yield what stands elsewhere; what follows a moved line as it did in the text has moved with it."""
        before, after = self.before.owned, self.after.owned
        last = ""
        for key in sorted(after.moved, key=self.order.__getitem__):
            follows = last and self.order[key] == self.order[last] + 1 and 0 < after.at[key] - after.at[last] <= FAR
            last = key
            at = (*self.after.of(key), *self.before.of(key))
            line = self.sent.lines[key]
            holder = self._holder(after.at[key] - 1)
            made = self._event("moved", line, at, tracked=key not in before.moved, old=visible(line.words), new=self._place(holder))
            yield replace(made, after=self._place(holder), after_key=holder, follows=bool(follows))

    def _place(self, key: str) -> str:
        return self.sent.lines[key].place if key else ""

    def _content(self, number: int) -> tuple[Inline, ...]:
        return plain_content(self.sent.recognised(self.after.view[number].words))

    def _holder(self, number: int) -> str:
        """Return the nearest line at or before a paragraph, or nothing."""
        return next((self._holders[one] for one in range(number, -1, -1) if one in self._holders), "")

    # ------------------------------------------------------------------ new

    def _new(self) -> Iterator[Event]:
        old, copied = self._said(self.before.owned.added), self._said(self.before.owned.copied)
        known = {line.words: key for key, line in reversed(self.sent.lines.items()) if len(line.words.split()) >= TELLING}
        new = sorted(self.after.owned.added)
        for row, group in groupby(new, self._new_row):
            for numbers in [list(group)] if row else [[one] for one in group]:
                at = self.after.paragraphs(*numbers)
                words = (" | " if row else "\n").join(self.sent.recognised(self.after.view[number].words) for number in numbers)
                made = self._added(numbers[0], at, words, known.get(words, ""), tracked=not old.intersection(at))
                yield replace(made, cells=tuple(map(self._content, numbers)) if row else ())
        for number, key in self.after.owned.copied.items():
            at = self.after.paragraphs(number)
            words = self.sent.recognised(self.after.view[number].words)
            yield self._added(number, at, words, key, tracked=not copied.intersection(at))

    def _said(self, numbers: Iterable[int]) -> set[int]:
        """Return the paragraphs of the file that had words of their own before any tracked change."""
        return {one for one in self.before.paragraphs(*numbers) if self.returned.paragraphs[one].old}

    def _new_row(self, number: int) -> int:
        """Return the row of a new paragraph, if the whole row is new."""
        row = self.after.view[number].row
        held = {self.after.view[one].row for one in self._holders}
        return 0 if row in held else row

    def _added(self, number: int, at: tuple[int, ...], words: str, copy: str, *, tracked: bool) -> Event:
        after = self._holder(number)
        line = self.sent.lines.get(copy or after)
        if line is None:
            line = next(iter(self.sent.lines.values()))
        made = self._event("duplicated" if copy else "added", line, at, tracked=tracked, new=visible(words))
        return replace(made, content=plain_content(words), after=self._row_place(after), after_key=after)

    def _row_place(self, key: str) -> str:
        """Return the place of a line, or that of its row where it stands in a table."""
        line = self.sent.lines.get(key)
        if line is None or line.row is None:
            return line.place if line else ""
        return self.sent.lines[self._keys(line.row)[0]].place

    # ------------------------------------------------------------------ what all have in common

    def _event(self, kind: EventKind, line: Line, at: tuple[int, ...], *, tracked: bool, old: str = "", new: str = "") -> Event:
        marks = [mark for number in at for mark in self.returned.paragraphs[number].marks]
        who = ", ".join(dict.fromkeys(mark.who for mark in marks if mark.who))
        when = max((mark.when for mark in marks), default="")
        return Event(kind, line.place, line.clause.id, line.key, old, new, tracked, who, when, paragraphs=at)

    def retyped(self) -> Iterator[Remark]:
        """Yield the live numbers that show other words than were sent, where no change of the text explains it."""
        for key, number in self.after.owned.at.items():
            line, now = self.sent.lines[key], self.after.view[number].words
            if FIELD.search(now) and self.after.owned.words[key] == line.words and key not in self.after.owned.joined:
                said, meant = shown(now), visible(line.words)
                if not said.endswith(meant):
                    yield Remark("number", line.place, said)
