"""`build`: every paper of every agreement, in every format.

In: names of agreements, papers and formats. Out: files under `build/`, and a table of what was built. Nothing of an agreement is written
while one of its papers has an error.

Agreements are drafted by several processes side by side, and what takes long to print goes to whoever is free. An agreement is written as
soon as its last paper is printed; only a few are at work at once, so that the memory that a build takes does not grow with their number.
An agreement of which a file is saved meanwhile is begun again.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from section75.commands.built import QUICK, Built, Wanted, together
from section75.commands.pages import Page, print_packed
from section75.commands.placing import TRIES, never_still, placed
from section75.commands.prepare import Prepared, prepare
from section75.commands.reading_texts import read_texts
from section75.commands.recall import Recall
from section75.commands.workers import Give, workers
from section75.filing.files import unwritten
from section75.filing.store import store_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from section75.project import Project

ENDED: Final = (
    "A process that was drafting or printing has been ended from outside, perhaps for want of memory. Build again, with --jobs 1."
)


def build(project: Project, wanted: Wanted, say: Callable[[str], None]) -> Built:
    """Build what is wanted; `say` is told each step. What is kept of an earlier build is not built again."""
    parts: dict[str, Built] = {}
    try:
        with workers(wanted.jobs) as give:
            parts.update(_Building(project, wanted, say, give).all())
    except BrokenProcessPool:
        return together([*parts.values(), Built((), (), (), (ENDED,))])
    if wanted.cached:
        store_of(project.root).prune()
    return together([parts[name] for name in wanted.names])


@dataclass(slots=True)
class _AtWork:
    """An agreement in the making: what it is made from, what is drafted, the pages so far, and how many are still being printed."""

    name: str
    recall: Recall
    tried: int
    prepared: Prepared = field(default_factory=Prepared)
    pages: list[Page] = field(default_factory=list)
    waiting: int = 1
    fault: OSError | None = None


@dataclass(slots=True)
class _Building:
    """A build at work: `given` is the work that is given out, a drafting or a page, with the agreement that it is of."""

    project: Project
    wanted: Wanted
    say: Callable[[str], None]
    give: Give
    terms: frozenset[str] = frozenset()
    texts: Mapping[str, str] | None = None
    names: list[str] = field(default_factory=list)
    """Those that wait, the next one last."""
    given: dict[Future[Any], _AtWork] = field(default_factory=dict)

    def all(self) -> Iterator[tuple[str, Built]]:
        """Yield each agreement as soon as it is built."""
        self.names = list(reversed(self.wanted.names))
        while self.names or self.given:
            while self.names and len({at_work.name for at_work in self.given.values()}) <= self.wanted.jobs:
                name = self.names.pop()
                if kept := self._begin(name):
                    yield name, kept
            yield from self._finished()

    @property
    def at_once(self) -> tuple[str, ...]:
        """The formats that are printed where an agreement is drafted: to send the quick ones to another process would take as long.

        While others wait, no worker is idle, and Word is printed there too.
        """
        if self.wanted.jobs == 1:
            return self.wanted.formats
        return (*QUICK, "docx") if len(self.names) >= self.wanted.jobs else QUICK

    def _begin(self, name: str, tried: int = 0) -> Built | None:
        """Give out the drafting of an agreement, unless an earlier build has kept all of it; texts that were saved are read again."""
        recall = Recall.of(self.project.root, name, self.wanted)
        if self.wanted.cached and (kept := recall.built()):
            return kept
        if tried == TRIES:
            return never_still(name)
        if recall.inputs.texts != self.texts or tried:
            self.project, self.texts = replace(self.project), recall.inputs.texts
            read_texts(self.project.root, self.texts, self.wanted.jobs)
            self.terms = self.project.terms()
            _ = self.project.text_problems  # found before the work is given out, so that it is not found by each process again
        self.say(f"{name}: drafting")
        work = partial(prepare, self.project, self.terms, name, self.wanted, self.at_once)
        self.given[self.give(work)] = _AtWork(name, recall, tried + 1)
        return None

    def _finished(self) -> Iterator[tuple[str, Built]]:
        """Wait until some work is done, give out what follows from it, and yield each agreement that is built."""
        done, _ = wait(self.given, return_when=FIRST_COMPLETED)
        for work in [work for work in self.given if work in done]:
            at_work = self.given.pop(work)
            at_work.waiting -= 1
            try:
                self._follow(at_work, work.result())
                built = None if at_work.waiting else self._placed(at_work)
            except OSError as fault:
                at_work.fault = fault
            if at_work.fault:
                built = None if at_work.waiting else Built((), (unwritten(at_work.fault),), ())
            if built:
                yield at_work.name, built

    def _follow(self, at_work: _AtWork, came: Prepared | Page) -> None:
        """Do what follows from a piece of work."""
        if isinstance(came, Prepared):
            self._print(at_work, came)
        else:
            self._take(at_work, came)

    def _placed(self, at_work: _AtWork) -> Built | None:
        """Put the files of an agreement in place, or begin it again where one that it is made from was saved meanwhile."""
        return placed(at_work.recall, at_work.prepared, at_work.pages) or self._begin(at_work.name, at_work.tried)

    def _print(self, at_work: _AtWork, prepared: Prepared) -> None:
        """Give out what is still to be printed, the longest first, so that no worker waits long at the end."""
        for page in prepared.pages:
            self._take(at_work, page)
        at_work.prepared = replace(prepared, pages=(), sheets=())
        at_work.waiting = len(prepared.sheets)
        for sheet in sorted(prepared.sheets, key=lambda sheet: (sheet.ending != "pdf", -sheet.words)):
            self.given[self.give(partial(print_packed, self.project.root, sheet.task, cached=self.wanted.cached))] = at_work

    def _take(self, at_work: _AtWork, page: Page) -> None:
        self.say(f"{at_work.name}: wrote {page.paper}.{page.ending}")
        at_work.pages.append(page)
