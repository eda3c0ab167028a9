"""Charging for prevention comes only with prevention that is paid from a pooled fund or provided by the NHS body.

It rests on regulations under section 2(3) of the Care Act 2014. Without functions under section 2(1) it stays
with the council.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.charging import PREVENTION, charges, let_in
from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import at

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg6-l"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(i) and (l), as amended by SI 2015/643, Schedule paragraph 13: https://www.legislation.gov.uk/uksi/2015/643/schedule/paragraph/13"
_POOL: Final = "  funds:\n    pool: {name: Pool, kind: pooled, host: council}\n  schemes:\n"
_HOME: Final = "    home: {name: Home First, fund: pool, lead: council, functions: [nursing, support], delegated: nursing}\n"
PASSES: Final = (
    council_function(CARE_ACT, "[2(1), 18]"),
    council_function(CARE_ACT, "[2(1), 2(3)]") + _POOL + _HOME,
)
FAILS: Final = (council_function(CARE_ACT, "[2(1), 2(3)]"), council_function(CARE_ACT, "[2(3), 18]") + _POOL + _HOME)
MUTATIONS: Final = (Mutation({"functions.adult_care.sections": "[18, 2(3)]"}, "functions.adult_care.sections.1"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of charging for prevention that comes without prevention in a pool or by the NHS body."""
    for (function, item, _), served in charges(facts, ID, PREVENTION):
        if facts.agreement and not let_in(facts.agreement, served):
            message = f"“{item}” of the {function.act} can be included only with prevention that is pooled or provided by an NHS body."
            yield Problem(at(item), ID, LEVEL, message, "Take it out, or include the functions of prevention under section 2(1).")
