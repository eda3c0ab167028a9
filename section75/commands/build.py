"""`build`: every paper of every agreement, in every format.

In: names of agreements, papers and formats. Out: files under `build/`, and a table of what was built. Nothing of an agreement is written
while one of its papers has an error.

Agreements are drafted by several processes side by side, and what takes long to print goes to whoever is free. An agreement is written as
soon as its last paper is printed; only a few are at work at once, so that the memory that a build takes does not grow with their number.
"""

from __future__ import annotations

from concurrent.futures import FIRST_COMPLETED, Future, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any

from section75.commands.built import Built, Line, Wanted, together
from section75.commands.files import write_all
from section75.commands.inputs import inputs_of
from section75.commands.manifest import NAME, manifest
from section75.commands.pages import Page, print_packed
from section75.commands.prepare import Prepared, prepare
from section75.commands.recall import Recall, store_of
from section75.commands.workers import Give, workers
from section75.writers.pdf import pages_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from section75.commands.inputs import Inputs
    from section75.project import Project

ENDED = "A process that was drafting or printing has been ended from outside, perhaps for want of memory. Build again, with --jobs 1."


def build(project: Project, wanted: Wanted, say: Callable[[str], None]) -> Built:
    """Build what is wanted; `say` is told each step. What is kept of an earlier build is not built again."""
    terms = project.terms()
    parts: dict[str, Built] = {}
    try:
        with workers(wanted.jobs) as give:
            parts.update(_Building(project, wanted, say, give, terms).all())
    except BrokenProcessPool:
        return together([*parts.values(), Built((), (), (), (ENDED,))])
    if wanted.cached:
        store_of(project.root).prune()
    return together([parts[name] for name in wanted.names])


@dataclass(slots=True)
class _AtWork:
    """An agreement in the making: what it is made from, what is drafted, the pages so far, and how many are still being printed."""

    name: str
    inputs: Inputs
    recall: Recall | None
    prepared: Prepared = field(default_factory=Prepared)
    pages: list[Page] = field(default_factory=list)
    waiting: int = 1


@dataclass(slots=True)
class _Building:
    """A build at work: `given` is the work that is given out, a drafting or a page, with the agreement that it is of."""

    project: Project
    wanted: Wanted
    say: Callable[[str], None]
    give: Give
    terms: frozenset[str]
    given: dict[Future[Any], _AtWork] = field(default_factory=dict)

    def all(self) -> Iterator[tuple[str, Built]]:
        """Yield each agreement as soon as it is built."""
        names = list(reversed(self.wanted.names))
        while names or self.given:
            while names and len({at_work.name for at_work in self.given.values()}) <= self.wanted.jobs:
                name = names.pop()
                if kept := self._begin(name):
                    yield name, kept
            yield from self._finished()

    def _begin(self, name: str) -> Built | None:
        """Give out the drafting of an agreement, unless an earlier build has kept all of it."""
        root, wanted = self.project.root, self.wanted
        recall = Recall.of(root, name, wanted) if wanted.cached else None
        if recall and (kept := recall.built()):
            return kept
        self.say(f"{name}: drafting")
        at_work = _AtWork(name, recall.inputs if recall else inputs_of(root, name), recall)
        self.given[self.give(partial(prepare, self.project, self.terms, name, wanted))] = at_work
        return None

    def _finished(self) -> Iterator[tuple[str, Built]]:
        """Wait until some work is done, give out what follows from it, and yield each agreement that is built."""
        done, _ = wait(self.given, return_when=FIRST_COMPLETED)
        for work in [work for work in self.given if work in done]:
            at_work, came = self.given.pop(work), work.result()
            at_work.waiting -= 1
            if isinstance(came, Prepared):
                self._print(at_work, came)
            else:
                self._take(at_work, came)
            if not at_work.waiting:
                yield at_work.name, self._write(at_work)

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

    def _write(self, at_work: _AtWork) -> Built:
        """Put the files of an agreement in place, with the manifest, and keep them for the next build."""
        prepared, recall = at_work.prepared, at_work.recall
        if not prepared.lines:
            return Built((), prepared.problems, ())
        folder = self.wanted.out / at_work.name
        order = {ending: place for place, ending in enumerate(self.wanted.formats)}
        papers = {line.paper: place for place, line in enumerate(prepared.lines)}
        pages = sorted(at_work.pages, key=lambda page: (papers[page.paper], order[page.ending]))
        files = {folder / f"{page.paper}.{page.ending}": page.data for page in pages if page.data}
        told = manifest(folder, at_work.name, at_work.inputs, files, final=self.wanted.final)
        write_all({**files, folder / NAME: told})
        missing = tuple(page.missing for page in pages if page.missing)
        lines = tuple(_line(line, [page for page in pages if page.paper == line.paper]) for line in prepared.lines)
        built = Built(lines, prepared.problems, tuple(files), missing)
        if recall:
            recall.keep(built, files, prepared.read)
        return built


def _line(line: Line, pages: list[Page]) -> Line:
    """Return the line of a paper with what printing it has shown: how many pages it has, and how long it took."""
    pdf = next((page.data for page in pages if page.ending == "pdf" and page.data), None)
    return replace(line, pages=pages_in(pdf) if pdf else None, seconds=line.seconds + sum(page.seconds for page in pages))
