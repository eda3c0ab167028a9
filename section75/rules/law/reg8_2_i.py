"""The agreement says how the NHS bodies and the councils share information, where functions are exercised by an NHS body.

It is asked for since 1 April 2013.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-2-i"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(i), inserted by SI 2012/3094: https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (
    without(BY_NHS + "", "data-protection").replace(
        "not_used: [data-protection]", "not_used: [data-protection], leave_out: [schedule-information-sharing]"
    ),
)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [data-protection], leave_out: [schedule-information-sharing]}"},
        "clauses.not_used.0",
        NHS_EXERCISES,
        also=("broken-reference",),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
