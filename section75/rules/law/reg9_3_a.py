"""The arrangements under regulation 9 have agreed aims and outcomes.

Those of the agreement serve a service that states none of its own. What is not known is a blank and no fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, NOT_POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-3-a"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(a): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (
    BY_COUNCIL,
    BY_COUNCIL.replace("aims: [people recover at home]", "aims: []"),
)
FAILS: Final = (
    BY_COUNCIL.replace("aims: [people recover at home]", "aims: []").replace("purpose: [people leave hospital]", "purpose: []"),
    BY_COUNCIL.replace("outcomes: [fewer people wait]", "outcomes: []").replace("aims: [", "outcomes: [], aims: ["),
)
MUTATIONS: Final = (
    Mutation({"schemes.reablement.aims": "[]", "purpose": "[]"}, "schemes.reablement.aims", NOT_POOLED, also=("empty-list",)),
    Mutation({"schemes.reablement.outcomes": "[]", "outcomes": "[]"}, "schemes.reablement.outcomes", NOT_POOLED, also=("empty-list",)),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
