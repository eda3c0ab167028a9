"""A pooled fund is made up of contributions of an NHS body and of a council.

Otherwise it is one side’s money, and no pooled fund.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-1"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(1): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (POOLED,)
FAILS: Final = (POOLED.replace("{council: 100000, icb: 200000}", "{council: 100000}"),)
MUTATIONS: Final = (
    Mutation(
        {"contributions.2026/27.reablement": '{council: "2,400,000"}', "funds.reablement.payments": "[]"},
        "funds.reablement",
        NONE_DELEGATED,
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
