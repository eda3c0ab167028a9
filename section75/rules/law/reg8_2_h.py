"""If functions of charging are included, the agreement says how charges are determined and how people are told."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, CHARGING, NHS_EXERCISES, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-2-h"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(h), inserted by SI 2003/629: https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (
    BY_NHS,
    BY_NHS + CHARGING,
    without(BY_NHS, "charging"),
)
FAILS: Final = (without(BY_NHS + CHARGING, "charging"),)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [charging]}"},
        "clauses.not_used.0",
        {**NHS_EXERCISES, "extent": "full", "functions.adult_care.sections": "[2, 18, 14]"},
        also=("broken-reference",),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
