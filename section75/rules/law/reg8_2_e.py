"""What staff, goods, services or accommodation partners provide is stated for the arrangements under regulation 8.

Regulation 8 is about functions of a council that an NHS body exercises. That there is none is an answer, and the schedule on resources
gives it; to say nothing is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-2-e"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(e): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (BY_NHS + "  clauses: {leave_out: [schedule-resources]}\n",)
MUTATIONS: Final = (
    Mutation({"clauses": "{leave_out: [schedule-resources]}"}, "clauses.leave_out.0", NHS_EXERCISES, also=("broken-reference",)),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
