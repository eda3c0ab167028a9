"""No paper names a body that had ended at its date, or had not begun, as if it were there.

The date is that of the meeting, or that of the law. An error where the words that ended the body have been read and the paper binds;
otherwise a warning. Background, lineage and sentences that tell of the past may name the dead. What came before a partner is judged by
bodies-named, and what a partner is by bodies-in-law.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.dated_law import stale
from section75.rules.law_examples import clause_on
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Subject

ID: Final = "tl-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The Act or instrument that began or ended each body, stated with its row in templates/law/bodies."
PASSES: Final = (
    clause_on("1 May 2018", "The clinical commissioning group pays."),
    clause_on("1 April 2026", "The integrated care board pays; it is the successor of a clinical commissioning group."),
    clause_on("1 April 2026", "The Council keeps the records of the CCG of the year 2021."),
    clause_on("1 April 2026", "The Partners monitor costs. Monitor them monthly. A Special Health Authority is no Partner."),
)
FAILS: Final = (
    clause_on("1 April 2026", "The clinical commissioning group pays."),
    clause_on("1 May 2018", "The integrated care board pays for NHS Commissioning Board policy."),
)
MUTATIONS: Final = (Mutation({"purpose": "[the CCG and the Council plan together]"}, "purpose.0"),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each naming of a body out of its time."""
    yield from stale(subject, ID)
