"""The functions of both sides are named, with their sections, in the arrangements under regulation 8.

Regulation 8 is about functions of a council that an NHS body exercises.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES, NO_SECTIONS
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-2-c"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(c): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (BY_NHS + NO_SECTIONS,)
MUTATIONS: Final = (Mutation({"functions.adult_care.sections": "[]"}, "functions.adult_care.sections", NHS_EXERCISES),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
