"""The contributions of the partners to a pooled fund are stated, and how they may be varied.

A sum that is not known is a blank; that there is none at all is a fault.
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

ID: Final = "reg7-3-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(b): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (
    POOLED,
    POOLED.replace("council: 100000", "council: TBC"),
)
FAILS: Final = (
    POOLED.replace("    2026/27: {home: {council: 100000, icb: 200000}}", "    {}"),
    without(POOLED, "contributions"),
)
MUTATIONS: Final = (Mutation({"contributions": None, "funds.reablement.payments": "[]"}, "funds.reablement", NONE_DELEGATED),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
