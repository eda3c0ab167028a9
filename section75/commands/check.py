"""`check`: facts, references, definitions, blanks; nothing is written.

In: names of agreements. Out: every problem of their facts, texts and papers, then what is not yet known, each with its place and a remedy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.commands.finish import unfinished
from section75.commands.judging import Judging
from section75.problems import Refused, gravest_first

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.problems import Problem
    from section75.project import Project


def check_all(project: Project, names: Iterable[str]) -> list[Problem]:
    """Return the problems of agreements, errors and warnings first, then blanks and assumptions."""
    return gravest_first(problem for name in names for problem in _check(project, name))


def _check(project: Project, name: str) -> list[Problem]:
    found: list[Problem] = []
    try:
        partnership = project.read(name)
    except Refused as refused:
        return list(refused.problems)
    judging = Judging(partnership, project.terms())
    found += [*partnership.warnings, *judging.facts()]
    for paper in partnership.papers:
        try:
            drafted = partnership.draft(paper).drafted
        except Refused as refused:
            found += refused.problems
            continue
        assumptions = partnership.agreement.assumptions if paper == "agreement" else drafted.assumed
        document = drafted.document
        found += [*judging.paper(paper, document), *unfinished(document, assumptions)]
    return [*found, *judging.idle()]
