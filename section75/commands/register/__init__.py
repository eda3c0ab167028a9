"""The forms of the register, a file each; this one gathers what they show and finds them.

In: a project and a day. Out: `Register`, the standing of every agreement, what is over or soon over first. A form has `write(register)`,
which returns bytes. An agreement that cannot be read has no standing: its problems are told instead.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, replace
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from section75.commands.finish import unfinished
from section75.commands.judging import Judging
from section75.facts.reader import read_yaml
from section75.facts.standing import STATES, Listing, Standing
from section75.facts.values import Count, Day, Words
from section75.problems import Problem, Refused

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.values import Year
    from section75.partnership import Partnership
    from section75.project import Project

OVER_OR_SOON: Final = STATES[:3]
FAR: Final = Day(9999, 12, 31)
"""Where an agreement stands among others if it is not known when it ends: last."""


@dataclass(frozen=True)
class Register(Listing):
    """Every agreement asked for, as it stands on a day; and why some of them could not be read."""

    project: Project
    unread: tuple[Problem, ...] = ()

    @property
    def years(self) -> tuple[Year, ...]:
        """The financial years in which any of the agreements has contributions."""
        return tuple(sorted({one.year for standing in self.standings for one in standing.money}))


class Form(Protocol):
    """A module that shows the register in one form."""

    @staticmethod
    def write(register: Register) -> bytes:
        """Return the register in this form."""


def forms() -> tuple[str, ...]:
    """Return the names of the forms."""
    return tuple(module.name for module in pkgutil.iter_modules(__path__) if not module.name.startswith("rows"))


def form(name: str) -> Form:
    """Return the module of a form."""
    return cast("Form", import_module(f"{__name__}.{name}"))


def gather(project: Project, names: Iterable[str], on: Day) -> Register:
    """Return the register of agreements on a day: ended and expired first, then those that end soonest."""
    unread: list[Problem] = []
    standings: list[Standing] = []
    renewed, terms = _renewals(project), project.terms()
    for name in names:
        try:
            partnership = project.read(name)
            standings.append(_counted(partnership, stand(partnership, on, renewed.get(name, "")), terms))
        except Refused as refused:
            unread += refused.problems
    return Register(on, tuple(sorted(standings, key=_over_first)), project, tuple(dict.fromkeys(unread)))


def stand(partnership: Partnership, on: Day, renewal: str = "") -> Standing:
    """Return how an agreement stands on a day; `renewal` names the folder that renews it. Raises `Refused` where that cannot be read."""
    new = partnership.project.read(renewal).agreement if renewal else None
    style = partnership.styles.get(partnership.agreement.house)
    return Standing(Words(partnership.name), partnership.agreement, on, partnership.instruments, new, style)


def _over_first(standing: Standing) -> tuple[int, Day, Words]:
    rank = STATES.index(standing.state) if standing.state in OVER_OR_SOON else len(STATES)
    return rank, standing.ends or FAR, standing.key


def _renewals(project: Project) -> dict[str, str]:
    """Return the folder that renews each agreement, as far as their files say so."""
    found: dict[str, str] = {}
    for name in project.names:
        path = project.root / "agreements" / name / "agreement.yaml"
        renews = read_yaml(path, path.name)[0].get("renews")
        if isinstance(renews, str):
            found[renews.rstrip("/").rpartition("/")[2]] = name
    return found


def _counted(partnership: Partnership, standing: Standing, terms: frozenset[str]) -> Standing:
    """Return a standing with how much is not known in all papers of the agreement, and how many findings they have."""
    judging = Judging(partnership, terms)
    problems, blanks = [*partnership.warnings, *judging.facts()], 0
    for paper in partnership.papers:
        try:
            document = partnership.draft(paper).drafted.document
        except Refused as refused:
            problems += refused.problems
            continue
        blanks += sum(1 for _ in unfinished(document, ()))
        problems += judging.paper(paper, document)
    counted = {problem for problem in problems if problem.level in ("error", "warning")}
    return replace(standing, blanks=Count(blanks), problems=Count(len(counted)))
