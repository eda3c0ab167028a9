"""What of a returned file can be taken over, proved before a byte is written.

In: a project, a paper, the text as sent and what the other side did. Out: `Applied`: the files to write, and for each event whether it
is in them or why not. A value goes into the facts, in its place in the YAML; words go into a copy of the clause's template that stands
in for it.
Each is tried: the paper is drafted with it, and must print what they wrote and be unchanged everywhere else that the value is not printed.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.commands.trial import tried
from section75.facts.faults import Fault
from section75.facts.reader import read_text
from section75.facts.restating import restated, stated
from section75.problems import Place, Problem, Refused
from section75.returned.marks import tidied
from section75.returned.patching import patched
from section75.returned.proposing import Now, Wish, departures, stated_otherwise, unfulfilled
from section75.returned.sent import Sent, canonical
from section75.text.reading_back import states

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from section75.document.tree import Document
    from section75.project import Project
    from section75.returned.event import Event

SHELVES: Final = {"templates/clauses": "clauses", "schedules": "schedules"}
"""Folders of texts for which a partnership may have its own, and where it keeps them."""
OWN: Final = ("clauses", "schedules", "annexes")
BY_HAND: Final = "Make the change by hand, in the facts or in a clause of the agreement’s own."


@dataclass(slots=True)
class Applied:
    """Files to write, by path; the events that are in them; why the others are not; and where else a draft changes with them."""

    files: dict[str, bytes] = field(default_factory=dict)
    taken: list[Event] = field(default_factory=list)
    left: list[tuple[Event, Problem]] = field(default_factory=list)
    also: dict[str, list[str]] = field(default_factory=dict)
    """By fact, the other places that print other words once it is restated."""


class Applying:
    """One paper, and what has been taken over into it so far."""

    def __init__(self, project: Project, paper: tuple[str, str], sent: Sent, now: Document, *, everywhere: bool = False) -> None:
        """Begin with the paper as it is drafted now; `paper` is the names of the partnership and of the paper.

        `everywhere` takes a value that they changed at one place for all places that print it.
        """
        self.project, self.sent = project, sent
        self.name, self.paper = paper
        self.folder = f"agreements/{self.name}"
        self.now = Now(now, sent)
        self.everywhere = everywhere
        self.applied = Applied()

    def apply(self, events: Iterable[Event]) -> Applied:
        """Take over what can be proved: values first, then words."""
        told = list(events)
        self._values([event for event in told if event.kind == "value"])
        self._texts([event for event in told if event.kind in ("text", "reference")])
        for event in told:
            if event.kind not in ("value", "text", "reference", "comment", "lost"):
                self._leave([event], "What was added, taken out, moved, joined or divided is not taken over.", BY_HAND)
        return self.applied

    # ------------------------------------------------------------------ values

    def _values(self, events: list[Event]) -> None:
        facts: dict[str, list[Event]] = {}
        for event in events:
            facts.setdefault(event.fact, []).append(event)
        for fact, same in facts.items():
            said = dict.fromkeys((event.old, event.new) for event in same)
            if len({new for _, new in said}) > 1:
                words = " and ".join(f"“{new}”" for _, new in said)
                self._leave(same, f"“{fact}” is given as {words} at different places.", "Ask which of them is meant.")
            else:
                self._value(fact, same)

    def _value(self, fact: str, events: list[Event]) -> None:
        first = events[0]
        wish = stated_otherwise(self.now, fact, first.old, first.new)
        if not wish.words:
            remedy = "It was changed since the paper was sent: compare the two by hand."
            self._leave(events, f"“{fact}” no longer prints “{first.old}”.", remedy)
            return
        others = self._others(wish, events)
        if others and not self.everywhere:
            message = f"“{fact}” prints “{first.old}” in {others} other line{'s' if others > 1 else ''} too, which they left."
            self._leave(events, message, "If they mean it everywhere, say --everywhere; if only here, write the clause by hand.")
            return
        fault = Fault(f"“{fact}” cannot be stated so that it prints “{first.new}”.", BY_HAND)
        for file in self._files():
            for words in first.proposed:
                try:
                    changed = self._restated(file, fact, first.old, words)
                except Fault as refused:
                    fault = refused
                    continue
                if (draft := self._proved(changed, wish)) is not None:
                    self._take(events, changed, draft)
                    return
        self._leave(events, fault.message, fault.remedy)

    def _others(self, wish: Wish, events: list[Event]) -> int:
        """Return how many lines print the value that they did not change."""
        return len(set(wish.words) - {self.now.key(event.key) for event in events})

    def _files(self) -> list[str]:
        """Return the files that may state a fact of the paper, its own first."""
        own = [] if self.paper == "agreement" else [f"{self.folder}/{self.paper}.yaml"]
        every = [*own, f"{self.folder}/agreement.yaml"]
        return [file for file in every if (self.project.root / file).is_file()]

    def _restated(self, file: str, fact: str, old: str, words: str) -> dict[str, bytes]:
        data = self._data(file)
        tree, _ = read_text(data, file)
        raw = stated(tree, fact)
        if not (raw.unknown or states(str(raw), old)):
            raise Fault(f"“{fact}” is “{raw}” in {file}, which does not print “{old}”.", "It was changed since the paper was sent.")
        return {file: restated(data, file, fact, words)}

    def _data(self, file: str) -> bytes:
        return self.applied.files.get(file) or (self.project.root / file).read_bytes()

    def _proved(self, changed: Mapping[str, bytes], wish: Wish) -> Now | None:
        """Return the draft with some files changed, if it says what was wished and has the same lines as before."""
        files = {path: data.decode() for path, data in {**self.applied.files, **changed}.items()}
        with tried(self.project, files) as project:
            try:
                draft = project.read(self.name).draft(self.paper).drafted.document
            except Refused:
                return None
        after = Now(draft, self.sent)
        same = [line.clause.id for line in after.lines.values()] == [line.clause.id for line in self.now.lines.values()]
        return after if same and not list(unfulfilled(after, wish)) else None

    def _take(self, events: list[Event], changed: Mapping[str, bytes], draft: Now) -> None:
        wished = {event.key for event in events}
        also = list(dict.fromkeys(departures(self.now, draft, Wish({key: draft.lines[key].words for key in wished if key in draft.lines}))))
        self.applied.files.update(changed)
        self.applied.taken += events
        if also:
            self.applied.also[events[0].fact] = also
        self.now = draft

    # ------------------------------------------------------------------ words

    def _texts(self, events: list[Event]) -> None:
        """Put words into the templates that printed them, all the lines of one template at once."""
        lines = {event.key: event for event in events}
        files: dict[str, dict[str, Event]] = {}
        for key, event in lines.items():
            at = self._key_now(key)
            place = self.now.place(at) if at else None
            target = self._target(place.file) if place else ""
            if place is None:
                self._leave([event], "The words as they were sent are no longer in the draft.", "Compare the two by hand.")
            elif not target:
                self._leave([event], f"These words come from {place.file}, which is for all agreements.", BY_HAND)
            else:
                files.setdefault(place.file, {})[at] = event
        for file, same in files.items():
            self._text(file, same, events)

    def _key_now(self, key: str) -> str:
        """Return the line of the draft that a line sent is now: as it was sent, or with the values that were taken over."""
        here = self.now.lines.get(key)
        line = self.sent.lines[key]
        taken = any(event.key == key for event in self.applied.taken)
        if here and taken and here.clause.id == line.clause.id:
            return key
        return self.now.key(key)

    def _target(self, file: str) -> str:
        """Return the partnership's own file that stands in for a text, or nothing."""
        folder, _, name = file.rpartition("/")
        if folder in SHELVES:
            return f"{self.folder}/{SHELVES[folder]}/{name}"
        return file if folder in {f"{self.folder}/{own}" for own in OWN} else ""

    def _text(self, file: str, lines: Mapping[str, Event], events: list[Event]) -> None:
        target = self._target(file)
        wish = Wish({key: tidied(canonical(event.content) + event.end) for key, event in lines.items()})
        source = (self.applied.files.get(target) or self._source(file, target)).decode("utf-8")
        changed = source.split("\n")
        for key in lines:
            place = self.now.place(key)
            number = (place.line if place else 1) - 1
            new = patched(changed[number], self.now.lines[key].words, wish.words[key])
            if not new:
                self._leave(list(lines.values()), f"It cannot be told which words of {file} they mean.", BY_HAND)
                return
            changed[number] = new
        data = "\n".join(changed).encode()
        draft = self._proved({target: data}, wish)
        if draft is None or list(departures(self.now, draft, wish)):
            self._leave(list(lines.values()), f"{file} with their words would not print what they wrote, or would change more.", BY_HAND)
            return
        self._take([event for event in events if event.key in {one.key for one in lines.values()}], {target: data}, draft)

    def _source(self, file: str, target: str) -> bytes:
        own = self.project.root / target
        return own.read_bytes() if own.is_file() else (self.project.root / file).read_bytes()

    def _leave(self, events: Iterable[Event], message: str, remedy: str) -> None:
        for event in events:
            self.applied.left.append((event, Problem(Place(self.folder), "returned", "warning", message, remedy)))
