"""What a saved file touches, and in which order that is built: first the paper in which it shows, then all others, then what takes longer.

In: the name of an agreement, the files of it that changed, and what is wanted. Out: `Job`s, each a build of some papers in some formats.
Whatever is built first, all papers follow, so that no paper is taken to be untouched.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.commands.built import QUICK

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator

    from section75.commands.built import Wanted

FIRST, ALL, SLOW, WARMING = range(4)
"""The order of jobs."""
OWN: Final = ("reports", "instruments", "figures", "executed")
"""The folders of an agreement whose files are a paper each, or words of one."""
SHARED: Final = {"templates/reports/": "reports/", "templates/instruments/": "instruments/", "templates/figures/": "figures/"}
"""Where the texts of papers stand, and how the names of those papers begin."""


@dataclass(frozen=True, slots=True)
class Job:
    """One thing to do: some papers of an agreement, or all, in some formats."""

    name: str
    stage: int
    papers: tuple[str, ...]
    formats: tuple[str, ...]

    @property
    def comes_first(self) -> bool:
        """Whether somebody is waiting to see it: rules that find no errors judge in the job that follows."""
        return self.stage == FIRST

    @property
    def may_wait(self) -> bool:
        """Whether it is left where something is saved meanwhile; what comes first is not, or one who keeps saving would see nothing."""
        return not self.comes_first

    @property
    def only_warms(self) -> bool:
        """Whether all of it stands already, and it is only drafted so that the next time is quick."""
        return self.stage == WARMING

    @property
    def all_papers(self) -> bool:
        """Whether it tells of every paper that is wanted."""
        return self.stage == ALL


def jobs_of(name: str, wanted: Wanted, first: Iterable[str]) -> Iterator[Job]:
    """Yield what is to be done for an agreement; `first` are the papers in which a change shows, none where it is the first look."""
    quick = tuple(ending for ending in wanted.formats if ending in QUICK)
    slow = tuple(ending for ending in wanted.formats if ending not in QUICK)
    shown = tuple(paper for paper in first if not wanted.papers or paper in wanted.papers)
    if shown and quick:
        yield Job(name, FIRST, shown, quick)
    yield Job(name, ALL, wanted.papers, quick or slow)
    if quick and slow:
        yield Job(name, SLOW, wanted.papers, slow)
    if not shown:
        yield Job(name, WARMING, wanted.papers, quick or slow)


def first_papers(name: str, changed: Iterable[str], papers: Collection[str]) -> tuple[str, ...]:
    """Return the papers, of those that there are, in which changes of some files show first.

    >>> first_papers("hill", ["agreements/hill/reports/2026-03-10-cabinet.yaml"], ["agreement", "reports/2026-03-10-cabinet"])
    ('reports/2026-03-10-cabinet',)
    >>> first_papers("hill", ["templates/clauses/030-term.md"], ["agreement", "equality"])
    ('agreement',)
    """
    found = {paper for path in changed for paper in _shows_in(path.removeprefix(f"agreements/{name}/"), papers)}
    return tuple(paper for paper in papers if paper in found)


def _shows_in(path: str, papers: Collection[str]) -> Iterable[str]:
    folder, _, rest = path.partition("/")
    if folder in OWN and rest:
        return (f"{folder}/{rest.partition('/')[0].partition('.')[0]}",)
    if path == "equality.yaml" or path.startswith("templates/equality/"):
        return ("equality",)
    for texts, beginning in SHARED.items():
        if path.startswith(texts):
            return [paper for paper in papers if paper.startswith(beginning)]
    return ("agreement",)
