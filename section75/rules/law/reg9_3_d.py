"""The people and the kinds of service are stated for the arrangements under regulation 9.

Regulation 9 is about functions of an NHS body that a council exercises.
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

ID: Final = "reg9-3-d"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(d): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (BY_COUNCIL,)
FAILS: Final = (BY_COUNCIL.replace("services: [care at home]", "services: []"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.services": "[]"}, "schemes.reablement.services", NOT_POOLED),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
