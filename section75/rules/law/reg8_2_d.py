"""The people and the kinds of service are stated for the arrangements under regulation 8.

Regulation 8 is about functions of a council that an NHS body exercises.
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

ID: Final = "reg8-2-d"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(d): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (BY_NHS.replace("services: [care at home]", "services: []"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.services": "[]"}, "schemes.reablement.services", NHS_EXERCISES),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
