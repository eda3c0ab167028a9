"""An NHS body that exercises functions of the council does so together with functions of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-1"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(1): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (BY_NHS.replace("functions: [nursing, support]", "functions: [support]"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.functions": "adult_care"}, "schemes.reablement.functions", NHS_EXERCISES),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
