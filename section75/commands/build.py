"""`build`: every paper of every agreement, in every format.

In: names of agreements, papers and formats. Out: files under `build/`, and a table of what was built. Nothing of an agreement is written
while one of its papers has an error.
"""

from __future__ import annotations

import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.commands.annotate import annotated
from section75.commands.files import write_all
from section75.commands.finish import finished, unfinished
from section75.commands.judging import Judging
from section75.document.index import index, walk
from section75.document.tree import plain
from section75.problems import ONLY_TOLD, Problem, Refused, gravest_first
from section75.writers import EngineMissing, Unprintable, written
from section75.writers.pdf import pages_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from section75.document.house import House
    from section75.document.tree import Document
    from section75.project import Made, Project


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build: of which agreements, which papers (none named: all), in which formats, final or draft, and where to.

    An annotated draft carries what rules find as comments, and is written though they find errors.
    """

    names: tuple[str, ...]
    papers: tuple[str, ...]
    formats: tuple[str, ...]
    final: bool
    out: Path
    jobs: int
    annotated: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    agreement: str
    paper: str
    pages: int | None
    words: int
    blanks: int
    assumptions: int
    problems: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: a line for each paper, its problems, the files, and what stopped an agreement."""

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()


def build(project: Project, wanted: Wanted, say: Callable[[str], None]) -> Built:
    """Build what is wanted, an agreement at a time; `say` is told each step."""
    parts = [_partnership(project, name, wanted, say) for name in wanted.names]
    return Built(
        tuple(line for part in parts for line in part.lines),
        tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
        tuple(file for part in parts for file in part.files),
        tuple(dict.fromkeys(missing for part in parts for missing in part.missing)),
    )


def _partnership(project: Project, name: str, wanted: Wanted, say: Callable[[str], None]) -> Built:
    started = time.perf_counter()
    try:
        partnership = project.read(name)
        judging = Judging(partnership, project.terms())
        made = list(_drafted(judging, wanted, say))
    except Refused as refused:
        return Built((), refused.problems, ())
    stated = [*partnership.warnings, *judging.facts(), *judging.idle()]
    problems = [*(_graver(stated) if wanted.final else stated), *(problem for paper in made for problem in paper.problems)]
    if wanted.annotated:
        made = [_annotated(judging, paper, stated) for paper in made]
    elif any(problem.level == "error" for problem in problems):
        return Built((), tuple(sorted(set(problems))), ())
    drafting = (time.perf_counter() - started) / max(len(made), 1)
    printed = list(_printed(name, made, wanted, say))
    files = {wanted.out / name / f"{page.paper}.{page.ending}": page.data for page in printed if page.data}
    write_all(files)
    missing = tuple(page.missing for page in printed if page.missing)
    lines = tuple(_line(name, paper, [page for page in printed if page.paper == paper.made.name], drafting) for paper in made)
    return Built(lines, tuple(sorted(set(problems))), tuple(files), missing)


@dataclass(frozen=True, slots=True)
class _Checked:
    made: Made
    problems: tuple[Problem, ...]
    assumptions: int


def _annotated(judging: Judging, paper: _Checked, stated: Iterable[Problem]) -> _Checked:
    """Return a paper with its own problems, and those of the facts behind it, as notes."""
    drafted, holder = paper.made.drafted, judging.partnership.holder(paper.made.name)
    own = [problem for problem in stated if paper.made.name == holder == judging.owner(problem)]
    document = annotated(drafted.document, judging.partnership.holders[holder], gravest_first([*paper.problems, *own]))
    return replace(paper, made=replace(paper.made, drafted=replace(drafted, document=document)))


def _graver(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems as a final copy sees them: errors, but for what is only told."""
    return [problem if problem.level in ONLY_TOLD else replace(problem, level="error") for problem in problems]


def _drafted(judging: Judging, wanted: Wanted, say: Callable[[str], None]) -> Iterator[_Checked]:
    partnership = judging.partnership
    for paper in partnership.papers:
        if wanted.papers and paper not in wanted.papers:
            continue
        say(f"{partnership.name}: drafting {paper}")
        made = partnership.draft(paper)
        document = made.drafted.document
        problems = judging.paper(paper, document)
        assumptions = partnership.agreement.assumptions if paper == "agreement" else made.drafted.assumed
        if wanted.final:
            open_ = unfinished(document, assumptions)
            problems = _graver((*open_, *problems))
            document = finished(document)
            made = replace(made, drafted=replace(made.drafted, document=document))
        yield _Checked(made, tuple(problems), len(assumptions))


@dataclass(frozen=True, slots=True)
class _Page:
    paper: str
    ending: str
    data: bytes
    seconds: float
    missing: str = ""


def _printed(name: str, papers: Iterable[_Checked], wanted: Wanted, say: Callable[[str], None]) -> Iterator[_Page]:
    tasks = [(paper.made.name, paper.made.drafted.document, paper.made.house, ending) for paper in papers for ending in wanted.formats]
    tasks.sort(key=lambda task: task[3] != "pdf")  # the slowest first, so that no worker waits long at the end
    if wanted.jobs == 1 or len(tasks) == 1:
        for task in tasks:
            say(f"{name}: writing {task[0]}.{task[3]}")
            yield _print(task)
        return
    with ProcessPoolExecutor(wanted.jobs) as pool:
        for page in pool.map(_print, tasks):
            say(f"{name}: wrote {page.paper}.{page.ending}")
            yield page


def _print(task: tuple[str, Document, House, str]) -> _Page:
    paper, document, house, ending = task
    started = time.perf_counter()
    try:
        data, missing = written(document, house, ending), ""
    except (EngineMissing, Unprintable) as fault:
        data, missing = b"", str(fault)
    return _Page(paper, ending, data, time.perf_counter() - started, missing)


def _line(name: str, paper: _Checked, pages: list[_Page], drafting: float) -> Line:
    document = paper.made.drafted.document
    pdf = next((page.data for page in pages if page.ending == "pdf" and page.data), None)
    return Line(
        name,
        paper.made.name,
        pages_in(pdf) if pdf else None,
        words_of(document),
        len(index(document).distinct_blanks()),
        paper.assumptions,
        sum(problem.level not in ONLY_TOLD for problem in paper.problems),
        drafting + sum(page.seconds for page in pages),
    )


def words_of(document: Document) -> int:
    """Return how many words a document prints, notes left out."""
    texts = (plain((*(block or part).heading, *(block.content if block else ()))) for part, block, _ in walk(document))
    return sum(len(text.split()) for text in texts)
