"""`watch` at work: what a saved file touches is built again, the paper in which it shows first, what takes longer once nothing is saved.

In: a root folder, what is wanted, and the saves as they come. Out: files under `build/`, and words: what was saved, what was written, and
what is wrong. A file is told from its older self by its content, so that whatever the system tells of saves, nothing stale is taken for
fresh. What has a fault writes nothing and ends nothing.
"""

from __future__ import annotations

import gc
import time
from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final

from section75.commands.built import Built
from section75.commands.placing import TRIES, never_still, placed
from section75.commands.prepare import prepare
from section75.commands.recall import Recall
from section75.commands.strangers import refuse_strangers
from section75.commands.touched import Job, first_papers, jobs_of
from section75.filing.files import unwritten
from section75.filing.inputs import engines, engines_now, inputs_of, texts_of
from section75.problems import Problem, Refused, errors
from section75.project import Project

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from pathlib import Path

    from section75.commands.built import Wanted
    from section75.commands.saves import Saves

NEW_PROGRAM: Final = "The program itself was changed: start it again."


class Overtaken(Exception):  # noqa: N818 - it is no fault: what was being made is outdated
    """Something was saved, or it is to end, before the work was done."""


@dataclass(slots=True)
class Watching:
    """What was seen of the files, what is still to be built of which agreement, and what was told."""

    root: Path
    wanted: Wanted
    """Without names: all agreements, those too that are begun meanwhile."""
    saves: Saves
    say: Callable[[str], None]
    show: Callable[[Iterable[Problem]], None]
    _project: Project = field(init=False)
    _terms: frozenset[str] = frozenset()
    _texts: Mapping[str, str] | None = None
    """The texts as the project has read them."""
    _seen: dict[str, Mapping[str, str]] = field(default_factory=dict)
    _jobs: list[Job] = field(default_factory=list)
    _wrote: set[str] = field(default_factory=set)
    _shown: set[Problem] = field(default_factory=set)
    """What was shown since the last save: an error is shown once a save."""
    _told: dict[str, Counter[tuple[str, ...]]] = field(default_factory=dict)
    """What is known of each agreement: what is no error is shown once."""

    def __post_init__(self) -> None:
        """Begin with a project that has read nothing."""
        self._project = Project(self.root)

    def run(self) -> None:
        """Build everything once, and from then on what is saved, until it is to end."""
        gc.disable()  # a fifth of the time of drafting; cycles are collected when there is nothing to do
        try:
            self._look()
            self._work()
            for paths in self.saves:
                if any(path.endswith(".py") for path in paths) and engines_now() != engines():
                    self.say(NEW_PROGRAM)
                    return
                if paths:
                    self._look_again()
                self._work()
        except Overtaken:
            return
        finally:
            gc.enable()

    # ------------------------------------------------------------------ what was saved

    def _look_again(self) -> None:
        """Look at all files; one that cannot be read at this moment is told, and looked at with the next save."""
        try:
            self._look()
        except OSError as fault:
            self.show([unwritten(fault)])

    def _look(self) -> None:
        """Look at all files; say what became of each that changed, and put down what is to be built."""
        texts = texts_of(self.root)
        names = self.wanted.names or tuple(Project(self.root).names)
        now = {name: inputs_of(self.root, name, texts).files for name in names}
        became: dict[str, str] = {}
        for name in names:
            if now[name] == self._seen.get(name):
                continue
            changed = dict(_became(self._seen.get(name, texts), now[name]))
            first = first_papers(name, changed, self._project.papers(name)) if name in self._seen else ()
            self._jobs = [*(job for job in self._jobs if job.name != name), *jobs_of(name, self.wanted, first)]
            self._wrote.discard(name)
            became.update(changed)
        for gone in sorted(self._seen.keys() - now.keys()):
            became.update(_became(self._seen[gone], texts))
            self._jobs = [job for job in self._jobs if job.name != gone]
        for path, what in sorted(became.items()) if self._seen else ():
            self.say(f"{path} {what}")
        self._shown = set() if became else self._shown
        self._seen = now

    # ------------------------------------------------------------------ what is built

    def _work(self) -> None:
        """Do what is to be done, the quickest first, until something is saved; what was being made is then left."""
        while self._jobs and not self.saves.waiting:
            job = min(self._jobs, key=lambda one: one.stage)
            try:
                self._do(job)
            except Overtaken:
                if self.saves.ended:
                    raise
                return
            self._jobs.remove(job)
            if not self._jobs:
                gc.collect()

    def _do(self, job: Job) -> None:
        def pause() -> None:
            if self.saves.ended or (job.may_wait and self.saves.waiting):
                raise Overtaken

        started = time.perf_counter()
        try:
            built = self._built(job, pause)
        except OSError as fault:
            self._show([unwritten(fault)])
            return
        if not job.only_warms:
            self._tell_problems(job, built)
            self._tell_written(job, built, time.perf_counter() - started)

    def _built(self, job: Job, pause: Callable[[], None]) -> Built:
        """Return what came of a job, as `build` would make it, but with what this process has read and drafted before."""
        wanted = replace(self.wanted, names=(job.name,), papers=job.papers, formats=job.formats, hurried=job.comes_first)
        for _ in range(TRIES):
            recall = Recall.of(self.root, job.name, wanted)
            try:
                refuse_strangers(self.root)
            except Refused as refused:
                return Built((), refused.problems, ())
            if not job.only_warms and (kept := recall.built()):
                return kept
            if recall.inputs.texts != self._texts:
                self._project, self._texts = Project(self.root), recall.inputs.texts
                self._terms = self._project.terms()
            if built := self._prepared(recall, pause):
                return built
            self._texts = None
        return never_still(job.name)

    def _prepared(self, recall: Recall, pause: Callable[[], None]) -> Built | None:
        """Draft, print and put in place; return nothing where a file was saved, or taken away, meanwhile."""
        try:
            prepared = prepare(self._project, self._terms, recall.name, recall.wanted, recall.wanted.formats, pause)
            return placed(recall, prepared, prepared.pages)
        except OSError:
            if recall.past:
                return None
            raise

    # ------------------------------------------------------------------ what is told

    def _show(self, problems: Iterable[Problem]) -> None:
        """Show what was not shown since the last save."""
        fresh = [one for one in dict.fromkeys(problems) if one not in self._shown]
        self._shown.update(fresh)
        self.show(fresh)

    def _tell_problems(self, job: Job, built: Built) -> None:
        """Show errors, and what was not shown before of this agreement: a line that only moved is no news."""
        before, now = self._told.get(job.name, Counter()), Counter(map(_known_by, built.problems))
        fresh = [one for one in built.problems if one.level == "error" or _known_by(one) not in before]
        self._show(fresh)
        whole = job.all_papers and not errors(built.problems)
        if whole and (settled := (before - now).total()):
            self.say(f"{job.name}: {settled} finding{' is' if settled == 1 else 's are'} settled.")
        self._told[job.name] = now if whole else before | now

    def _tell_written(self, job: Job, built: Built, seconds: float) -> None:
        folder = self.wanted.out / job.name
        for missing in built.missing:
            self.say(missing)
        if errors(built.problems):
            if job.all_papers:
                self.say(f"{job.name}: nothing was written; what was built before stands.")
        elif built.files:
            files = ", ".join(path.relative_to(folder).as_posix() for path in built.files)
            self.say(f"{job.name}: wrote {files} in {seconds:.1f} s.")
            self._wrote.add(job.name)
        elif job.all_papers and job.name not in self._wrote:
            self.say(f"{job.name}: nothing that was built of it changes.")


def _became(before: Mapping[str, str], now: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Yield each file that changed, with what became of it."""
    for path in sorted({*before, *now}):
        if path not in now:
            yield path, "was taken away."
        elif path not in before:
            yield path, "is new."
        elif before[path] != now[path]:
            yield path, "was saved."


def _known_by(problem: Problem) -> tuple[str, ...]:
    """Return what a problem is known by when the lines above it change."""
    return (problem.rule, problem.level, problem.place.file, problem.message)
