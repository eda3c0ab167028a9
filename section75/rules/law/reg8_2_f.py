"""How long the arrangements under regulation 8 last, and how they are reviewed, varied or ended, is stated.

Regulation 8 is about functions of a council that an NHS body exercises. The Regulations ask for one of the three; the library has all of
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_NHS, NHS_EXERCISES, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg8-2-f"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 8(2)(f): https://www.legislation.gov.uk/uksi/2000/617/regulation/8"
PASSES: Final = (
    BY_NHS,
    without(BY_NHS, "variation", "termination"),
)
FAILS: Final = (
    without(BY_NHS, "term"),
    without(BY_NHS, "annual-review", "variation", "termination"),
)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [annual-review, variation, termination]}"},
        "clauses.not_used.2",
        {**NHS_EXERCISES, "extent": "full"},
        also=("broken-reference", "unreferred-schedule"),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL, "reg8-2-f-change")
