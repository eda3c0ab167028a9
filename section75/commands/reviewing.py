"""What a change of facts and texts does to every paper: for a pull request.

In: a project, and the revision in git that it is compared with. Out: `Reviewed`, the files to write: a redline of each paper that reads
otherwise, in each form asked for, and `summary.md`, which tells the changes one paper after another. The work tree is not touched.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.commands.comparison import Comparison, form
from section75.commands.versions import drafted, drafted_in, taken_out
from section75.filing.inputs import inputs_of
from section75.problems import Place, Problem, Refused
from section75.writers import EngineMissing, Unprintable

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from section75.project import Project

SUMMARY: Final = "summary.md"


@dataclass(slots=True)
class Reviewed:
    """What came of a review: files by name, the papers that read otherwise, and what could not be read or written."""

    files: dict[str, bytes] = field(default_factory=dict)
    changed: list[str] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


def review(project: Project, names: Iterable[str], revision: str, endings: Iterable[str], say: Callable[[str], None]) -> Reviewed:
    """Compare every paper of agreements with what it was in a revision. Raises `Refused` where there is no such revision."""
    reviewed, told = Reviewed(), []
    with taken_out(project, revision) as older:
        for name in names:
            try:
                for comparison in _comparisons(project, older, name, revision):
                    paper = f"{name}/{comparison.paper}"
                    say(f"{paper}: {len(comparison.changes)} changes")
                    reviewed.changed.append(paper)
                    told.append(form("md").write(comparison).decode())
                    _write(comparison, paper, endings, reviewed)
            except Refused as refused:
                reviewed.problems += refused.problems
    nothing = project.root / "templates" / "comparison" / "none.md"
    reviewed.files[SUMMARY] = "\n---\n\n".join(told).encode() or nothing.read_bytes()
    return reviewed


def _comparisons(project: Project, older: Project, name: str, revision: str) -> Iterator[Comparison]:
    """Yield a comparison of each paper that both have and that reads otherwise."""
    if name not in older.names or inputs_of(project.root, name) == inputs_of(older.root, name):
        return
    papers = [paper for paper in project.papers(name) if paper in older.papers(name)]
    for paper in papers:
        old = drafted_in(older, revision, f"{name}@{revision}", name, paper, project)
        comparison = Comparison(project, paper, old, drafted(project, name, name, paper, project))
        if comparison.changes:
            yield comparison


def _write(comparison: Comparison, paper: str, endings: Iterable[str], reviewed: Reviewed) -> None:
    for ending in endings:
        try:
            reviewed.files[f"{paper}.{ending}"] = form(ending).write(comparison)
        except (EngineMissing, Unprintable) as fault:
            reviewed.problems.append(Problem(Place(f"{paper}.{ending}"), "engine", "error", str(fault), "Ask for other forms: --format."))
