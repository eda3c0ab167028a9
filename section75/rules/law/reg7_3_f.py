"""How long the arrangements of a pooled fund last, and how they are reviewed, varied or ended, is stated.

The Regulations ask for one of the three; the library has all of them.
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

ID: Final = "reg7-3-f"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(f): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (
    POOLED,
    without(POOLED, "variation", "termination"),
)
FAILS: Final = (
    without(POOLED, "term"),
    without(POOLED, "annual-review", "variation", "termination"),
)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [annual-review, variation, termination]}"},
        "clauses.not_used.2",
        {**NONE_DELEGATED, "extent": "full"},
        also=("broken-reference", "unreferred-schedule"),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL, "reg7-3-f-change")
