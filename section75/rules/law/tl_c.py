"""No paper cites law of local government, data, equality, procurement or audit that was not good law at its date as if it were.

An error where the words that ended it have been read and the paper binds; otherwise a warning. A procurement begun, and a contract awarded,
under an earlier regime stay under it, and a sentence may say so.
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

ID: Final = "tl-c"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The Act or instrument that brought or ended each, stated with its row in templates/law/acts/local-and-general.yaml."
PASSES: Final = (
    clause_on("1 May 2018", "Contracts are bought under SI 2013/500."),
    clause_on("1 April 2026", "Contracts awarded under the Public Contracts Regulations 2015 stay under them."),
    clause_on(
        "1 April 2026",
        "The UK GDPR and the Data Protection Act 2018 apply, and the General Data Protection Regulation is read as the UK GDPR.",
    ),
)
FAILS: Final = (
    clause_on("1 April 2026", "Contracts are bought under SI 2013/500."),
    clause_on("1 April 2012", "Papers are kept under SI 2012/2089."),
)
MUTATIONS: Final = (Mutation({"purpose": "[services are bought under SI 2013/500]"}, "purpose.0"),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each naming of such law out of its time."""
    yield from stale(subject, ID)
