"""No paper cites an Act, or an idea, of health and social care that was not good law at its date as if it were.

An error where the words that ended it have been read and the paper binds; otherwise a warning. Where another date is tried, it also tells
each dated word of the library that reads otherwise then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.dated_law import changed, stale
from section75.rules.law_examples import clause_on
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Subject

ID: Final = "tl-a"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The Act or instrument that brought or ended each, stated with its row in templates/law/acts/health-and-care.yaml."
PASSES: Final = (
    clause_on("1 May 2014", "Charges rest on the Health and Social Services and Social Security Adjudications Act 1983."),
    clause_on("1 April 2026", "The Council recovers what fell due by 1 March 2015 under the National Assistance Act 1948."),
    clause_on("1 April 2026", "This is under section 31 of the Local Government Act 2003 and section 117 of the Mental Health Act 1983."),
)
FAILS: Final = (
    clause_on("1 April 2026", "Charges rest on the Health and Social Services and Social Security Adjudications Act 1983."),
    clause_on("1 April 2026", "An approved social worker decides."),
)
MUTATIONS: Final = (Mutation({"purpose": "[an approved social worker and a nurse assess together]"}, "purpose.0"),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each naming of an Act or an idea out of its time."""
    yield from stale(subject, ID)
    yield from changed(subject, ID)
