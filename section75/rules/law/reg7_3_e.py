"""What staff, goods, services or accommodation partners provide is stated for the arrangements of a pooled fund.

That there is none is an answer, and the schedule on resources gives it; to say nothing is not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-3-e"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(e): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (POOLED,)
FAILS: Final = (POOLED + "  clauses: {leave_out: [schedule-resources]}\n",)
MUTATIONS: Final = (
    Mutation({"clauses": "{leave_out: [schedule-resources]}"}, "clauses.leave_out.0", NONE_DELEGATED, also=("broken-reference",)),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
