"""The recovery of debts under section 69 of the Care Act 2014 stays with the council.

Charging may be let in by regulation 6(k) and (l); the recovery of what is owed has no such exception.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-69"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(i), as amended by SI 2015/643, Schedule paragraph 13: https://www.legislation.gov.uk/uksi/2015/643/schedule/paragraph/13"
PASSES: Final = (council_function(CARE_ACT, "[18, 19]"),)
FAILS: Final = (
    council_function(CARE_ACT, "[18, 69]"),
    council_function(CARE_ACT, "[60 to 70]"),
)
MUTATIONS: Final = (Mutation({"functions.adult_care.sections": "[2, 18, 69]"}, "functions.adult_care.sections.2"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
