"""The functions of both sides are named, with their sections, in the arrangements of a pooled fund."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-3-c"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(c): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (POOLED,)
FAILS: Final = (POOLED.replace("functions: [nursing, support]", "functions: [support]"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.functions": "[adult_care]"}, "schemes.reablement.functions", NONE_DELEGATED),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
