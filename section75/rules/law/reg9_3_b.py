"""Where the council exercises functions of the NHS body, the agreement says what the NHS body pays for that, and not the reverse.

Money that goes through a pooled fund, and the shared cost of placements, are stated elsewhere. Nothing stated is a blank.
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

ID: Final = "reg9-3-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(b): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (
    BY_COUNCIL,
    BY_COUNCIL + "  contributions: {2026/27: {home: {icb: 100000}}}\n",
)
FAILS: Final = (BY_COUNCIL + "  contributions: {2026/27: {home: {council: 100000}}}\n",)
MUTATIONS: Final = (
    Mutation(
        {"contributions.2026/27.reablement": '{council: "1,200,000"}', "funds.reablement.payments": "[]"},
        "contributions.2026/27.reablement.council",
        NOT_POOLED,
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
