"""A council that exercises functions of the NHS body does so together with functions of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, NOT_POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-1"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(1): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (BY_COUNCIL,)
FAILS: Final = (BY_COUNCIL.replace("functions: [nursing, support]", "functions: [nursing]"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.functions": "community_health"}, "schemes.reablement.functions", NOT_POOLED),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
