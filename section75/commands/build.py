"""`build`: every paper of every agreement, in every format.

In: names of agreements, papers and formats. Out: files under `build/`, and a table of what was built. Nothing of an agreement is written
while one of its papers has an error.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.commands.annotate import annotated
from section75.commands.built import Built, Line, Wanted, together
from section75.commands.files import write_all
from section75.commands.finish import finished, graver, unfinished
from section75.commands.inputs import inputs_of
from section75.commands.judging import Judging
from section75.commands.manifest import NAME, manifest
from section75.commands.pages import Page, printed_pages
from section75.commands.provenance import bearing
from section75.commands.recall import Recall, store_of
from section75.document.index import index, walk
from section75.document.tree import plain
from section75.executed import is_executed
from section75.facts.reading import renewed
from section75.problems import ONLY_TOLD, Problem, Refused, gravest_first
from section75.writers.pdf import pages_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from section75.document.tree import Document
    from section75.project import Made, Project


def build(project: Project, wanted: Wanted, say: Callable[[str], None]) -> Built:
    """Build what is wanted, an agreement at a time; `say` is told each step. What is kept of an earlier build is not built again."""
    parts = []
    for name in wanted.names:
        recall = Recall.of(project.root, name, wanted) if wanted.cached else None
        parts.append((recall.built() if recall else None) or _partnership(project, name, wanted, say, recall))
    if wanted.cached:
        store_of(project.root).prune()
    return together(parts)


def _partnership(project: Project, name: str, wanted: Wanted, say: Callable[[str], None], recall: Recall | None) -> Built:
    started = time.perf_counter()
    try:
        partnership = project.read(name)
        judging = Judging(partnership, project.terms())
        made = list(_drafted(judging, wanted, say))
    except Refused as refused:
        return Built((), refused.problems, ())
    stated = [*partnership.warnings, *judging.facts(), *judging.idle()]
    problems = [*(graver(stated) if wanted.final else stated), *(problem for paper in made for problem in paper.problems)]
    if wanted.annotated:
        made = [_annotated(judging, paper, stated) for paper in made]
    elif any(problem.level == "error" for problem in problems):
        return Built((), tuple(sorted(set(problems))), ())
    drafting = (time.perf_counter() - started) / max(len(made), 1)
    printed = list(printed_pages(project.root, name, [paper.made for paper in made], wanted, say))
    folder = wanted.out / name
    files = {folder / f"{page.paper}.{page.ending}": page.data for page in printed if page.data}
    told = manifest(folder, name, recall.inputs if recall else inputs_of(project.root, name), files, final=wanted.final)
    write_all({**files, folder / NAME: told})
    missing = tuple(page.missing for page in printed if page.missing)
    lines = tuple(_line(name, paper, [page for page in printed if page.paper == paper.made.name], drafting) for paper in made)
    built = Built(lines, tuple(sorted(set(problems))), tuple(files), missing)
    if recall:
        recall.keep(built, files, renewed(project.root / "agreements" / name / "agreement.yaml"))
    return built


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
            problems = graver((*open_, *problems))
            document = finished(document)
        document = bearing(document, made.house, partnership.name, paper)
        made = replace(made, drafted=replace(made.drafted, document=document))
        yield _Checked(made, tuple(problems), len(assumptions))


def _line(name: str, paper: _Checked, pages: list[Page], drafting: float) -> Line:
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
