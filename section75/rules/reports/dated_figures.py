"""A figure that is counted says when it was right, or where it comes from.

Kent’s report of 2012 plans to transfer 1800 cases, with a footnote: correct in January 2012; in April there were about 800.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "dated-figures"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "R (Bracking) v Secretary of State for Work and Pensions [2013] EWCA Civ 1345: a decision rests on evidence that can be tested."
)
PASSES: Final = (
    "report:\n  figures: {cases: {number: 1800, as_at: January 2012}}\n",
    "report:\n  figures: {staff: {number: 280, source: the staffing return}}\n",
)
FAILS: Final = ("report:\n  figures: {cases: {number: 1800}}\n",)
MUTATIONS: Final = (Mutation({"report.figures": "{cases: {number: 1800}}"}, "report.figures.cases", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each number and share without a date or a source."""
    for report in facts.reports.values():
        for figure in report.figures.values():
            if figure.amount is None and figure.as_at is None and figure.source is None:
                message = f"The figure “{figure.key}” has no date and no source."
                yield Problem(
                    figure.place(), ID, LEVEL, message, "Say under “as_at” when it was right, or under “source” where it comes from."
                )
