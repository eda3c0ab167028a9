"""Where the NHS body exercises functions of the council, the agreement says what the council pays for that, and not the reverse.

Money that goes through a pooled fund, and the shared cost of placements, are stated elsewhere. Nothing stated is a blank.
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

ID: Final = "reg8-2-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(b): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (
    BY_NHS,
    BY_NHS + "  contributions: {2026/27: {home: {council: 100000}}}\n",
)
FAILS: Final = (BY_NHS + "  contributions: {2026/27: {home: {icb: 100000}}}\n",)
MUTATIONS: Final = (
    Mutation(
        {"contributions.2026/27.reablement": '{icb: "1,200,000"}', "funds.reablement.payments": "[]"},
        "contributions.2026/27.reablement.icb",
        NHS_EXERCISES,
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
