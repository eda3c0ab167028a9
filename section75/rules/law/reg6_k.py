"""Charging comes with care only where that care is paid from a pooled fund or provided by the NHS body.

Where a council exercises NHS functions and there is no pool (regulation 9 alone), it charges for its own
care anyway, and there is nothing to let in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.charging import CARE, charges, let_in
from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg6-k"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(k), as amended by SI 2015/643, Schedule paragraph 13: https://www.legislation.gov.uk/uksi/2015/643/schedule/paragraph/13"
_POOL: Final = "  funds:\n    pool: {name: Pool, kind: pooled, host: council}\n  schemes:\n"
_HOME: Final = "    home: {name: Home First, fund: pool, lead: council, functions: [nursing, support], delegated: nursing}\n"
PASSES: Final = (
    council_function(CARE_ACT, "[18, 19]"),
    council_function(CARE_ACT, "[14, 17, 18, 19]") + _POOL + _HOME,
)
FAILS: Final = (council_function(CARE_ACT, "[14, 18, 19]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.sections": "[18, 19, 14]"},
        "functions.adult_care.sections.2",
        {"funds.reablement.kind": "not pooled"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each charging function whose care is in the arrangements, and neither pooled nor provided by the NHS body."""
    for (function, item, _), served in charges(facts, "reg6-a-i", CARE):
        if facts.agreement and served and not let_in(facts.agreement, served):
            message = (
                f"“{item}” of the {function.act} can be included only where the care is paid from a pooled fund or provided by an NHS body."
            )
            yield Problem(at(item), ID, LEVEL, message, "Take it out: the council charges for its own care without it.")
