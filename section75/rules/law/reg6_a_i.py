"""Charging under sections 14 and 17 of the Care Act 2014 stays with the council, unless the care charged for comes with it.

Regulation 6(k) lets them in with functions of meeting needs under sections 18 and 19. Until 31 March 2015 the exclusion named sections of
the National Assistance Act 1948.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.charging import CARE, charges
from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg6-a-i"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(i), as amended by SI 2015/643, Schedule paragraph 13: https://www.legislation.gov.uk/uksi/2015/643/schedule/paragraph/13"
PASSES: Final = (council_function(CARE_ACT, "[2, 9, 10, 18]"),)
FAILS: Final = (council_function(CARE_ACT, "[9, 14, 17]"), council_function(CARE_ACT, "[9 to 17]"))
MUTATIONS: Final = (Mutation({"functions.adult_care.sections": "[2, 9, 14]"}, "functions.adult_care.sections.2"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each charging function without the care that is charged for."""
    for (function, item, head), served in charges(facts, ID, CARE):
        if not served:
            message = f"“{item}” of the {function.act} is a charging function, and the care charged for is not included: {head.authority}."
            yield Problem(at(item), ID, LEVEL, message, "Take it out, or include the functions of meeting needs under sections 18 and 19.")
