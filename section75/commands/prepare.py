"""An agreement's papers drafted, judged and ready to print: the work of one process of a build, for one agreement.

In: a project, the name of an agreement, and what is wanted of it. Out: `Prepared`, plain data that can be sent to another process.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.commands.annotate import annotated
from section75.commands.built import Line
from section75.commands.finish import finished, graver, unfinished
from section75.commands.judging import Judging
from section75.commands.pages import Task, packed, print_or_recall, recalled
from section75.commands.provenance import bearing
from section75.document.index import index, walk
from section75.document.tree import plain
from section75.executed import is_executed
from section75.facts.reading import renewed
from section75.problems import ERRORS, LEVELS, ONLY_TOLD, Problem, Refused, gravest_first

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterable, Iterator
    from pathlib import Path

    from section75.commands.built import Wanted
    from section75.commands.pages import Page
    from section75.document.tree import Document
    from section75.project import Made, Project


@dataclass(frozen=True, slots=True)
class Prepared:
    """What became of an agreement's papers: lines without pages, problems, what is printed already, and the papers still to print.

    Where there are no lines, an error keeps the agreement from being built. `read` are the files of its facts.
    """

    lines: tuple[Line, ...] = ()
    problems: tuple[Problem, ...] = ()
    pages: tuple[Page, ...] = ()
    sheets: tuple[Sheet, ...] = ()
    read: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """A paper still to print: its name, format and words, and the paper itself, packed to be sent to another process."""

    paper: str
    ending: str
    words: int
    task: bytes


def go_on() -> None:
    """Go on: nobody waits for anything else."""


def prepare(
    project: Project, terms: frozenset[str], name: str, wanted: Wanted, at_once: Container[str], pause: Callable[[], None] = go_on
) -> Prepared:
    """Return an agreement's papers drafted and judged, and printed in those formats that are to be printed at once.

    `pause` is called before each paper and each page; what it raises ends the work.
    """
    started = time.perf_counter()
    try:
        partnership = project.read(name)
        judging = Judging(partnership, terms, ERRORS if wanted.hurried else LEVELS)
        papers = list(_drafted(judging, wanted, pause))
    except Refused as refused:
        return Prepared(problems=refused.problems)
    stated = [*partnership.warnings, *judging.facts(), *judging.idle()]
    problems = [*(graver(stated) if wanted.final else stated), *(problem for paper in papers for problem in paper.problems)]
    told = tuple(sorted(set(problems)))
    if wanted.annotated:
        papers = [_annotated(judging, paper, stated) for paper in papers]
    elif any(problem.level == "error" for problem in problems):
        return Prepared(problems=told)
    drafting = (time.perf_counter() - started) / max(len(papers), 1)
    lines = tuple(_line(name, paper, drafting) for paper in papers)
    pages, sheets = _printed(project, papers, wanted, at_once, pause)
    read = tuple(renewed(project.root / "agreements" / name / "agreement.yaml"))
    return Prepared(lines, told, tuple(pages), tuple(sheets), read)


@dataclass(frozen=True, slots=True)
class _Checked:
    made: Made
    problems: tuple[Problem, ...]
    assumptions: int


def _annotated(judging: Judging, paper: _Checked, stated: Iterable[Problem]) -> _Checked:
    """Return a paper with its own problems, and those of the facts behind it, as notes."""
    drafted, holder = paper.made.drafted, judging.partnership.holder(paper.made.name)
    if is_executed(paper.made.name):
        return paper
    own = [problem for problem in stated if paper.made.name == holder == judging.owner(problem)]
    document = annotated(drafted.document, judging.partnership.holders[holder], gravest_first([*paper.problems, *own]))
    return replace(paper, made=replace(paper.made, drafted=replace(drafted, document=document)))


def _drafted(judging: Judging, wanted: Wanted, pause: Callable[[], None]) -> Iterator[_Checked]:
    partnership = judging.partnership
    for paper in partnership.papers:
        if wanted.papers and paper not in wanted.papers:
            continue
        pause()
        made = partnership.draft(paper)
        document = made.drafted.document
        problems = judging.paper(paper, document)
        assumptions = partnership.agreement.assumptions if paper == "agreement" else made.drafted.assumed
        if wanted.final:
            open_ = unfinished(document, assumptions)
            problems = graver((*open_, *problems))
            document = finished(document)
        document = bearing(document, made.house, partnership.name, paper)
        made = replace(made, drafted=replace(made.drafted, document=document))
        yield _Checked(made, tuple(problems), len(assumptions))


def _printed(
    project: Project, papers: Iterable[_Checked], wanted: Wanted, at_once: Container[str], pause: Callable[[], None]
) -> tuple[list[Page], list[Sheet]]:
    """Return the pages that are kept or printed at once, and the sheets of the others."""
    pages: list[Page] = []
    sheets: list[Sheet] = []
    for paper in papers:
        made = paper.made
        for ending in wanted.formats:
            pause()
            task = Task(made.name, made.drafted.document, made.house, ending)
            if ending in at_once:
                pages.append(print_or_recall(project.root, task, cached=wanted.cached))
            elif kept := recalled(project.root, task, cached=wanted.cached):
                pages.append(kept)
            else:
                sheets.append(Sheet(made.name, ending, words_of(made.drafted.document), packed(task)))
    return pages, sheets


def _line(name: str, paper: _Checked, drafting: float) -> Line:
    document = paper.made.drafted.document
    blanks = len(index(document).distinct_blanks())
    problems = sum(problem.level not in ONLY_TOLD for problem in paper.problems)
    return Line(name, paper.made.name, None, words_of(document), blanks, paper.assumptions, problems, drafting)


def words_of(document: Document) -> int:
    """Return how many words a document prints, notes left out."""
    texts = (plain((*(block or part).heading, *(block.content if block else ()))) for part, block, _ in walk(document))
    return sum(len(text.split()) for text in texts)
