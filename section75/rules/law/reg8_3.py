"""The NHS body that exercises functions of the council reports on them to it for each quarter and each year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-3"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(3): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (BY_NHS,)
FAILS: Final = (without(BY_NHS, "performance", "health-related-functions"),)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [performance, health-related-functions]}"},
        "clauses.not_used.1",
        {**NHS_EXERCISES, "extent": "full"},
        also=("broken-reference", "reg8-2-g", "reg8-1"),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
