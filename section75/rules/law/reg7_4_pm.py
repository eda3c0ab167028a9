"""The manager of a pooled fund is an officer of its host, whom the host appoints.

Whether somebody placed at the disposal of the host will do is not settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-4-pm"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(4): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (
    POOLED,
    POOLED.replace(", employer: the Council", ""),
)
FAILS: Final = (
    POOLED.replace("employer: the Council", "employer: the ICB"),
    without(POOLED, "pool-manager"),
)
MUTATIONS: Final = (
    Mutation(
        {"funds.reablement.manager.employer": "NHS Meadowshire Integrated Care Board"}, "funds.reablement.manager.employer", NONE_DELEGATED
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
