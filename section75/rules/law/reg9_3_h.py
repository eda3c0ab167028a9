"""If functions of charging are included, the agreement says how charges are determined and how people are told.

Regulation 6(k) and (l) let such functions in only under a pooled fund or regulation 8, so this is seldom of use.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, CHARGING, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-3-h"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(h), inserted by SI 2003/629: https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (
    BY_COUNCIL,
    BY_COUNCIL + CHARGING,
    without(BY_COUNCIL, "charging"),
)
FAILS: Final = (without(BY_COUNCIL + CHARGING, "charging"),)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [charging]}"},
        "clauses.not_used.0",
        {"extent": "full", "functions.adult_care.sections": "[2, 18, 14]"},
        also=("broken-reference",),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
