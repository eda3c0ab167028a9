"""How long the arrangements under regulation 9 last, and how they are reviewed, varied or ended, is stated.

Regulation 9 is about functions of an NHS body that a council exercises. The Regulations ask for one of the three; the library has all of
them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, NOT_POOLED, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-3-f"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(f): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (
    BY_COUNCIL,
    without(BY_COUNCIL, "variation", "termination"),
)
FAILS: Final = (
    without(BY_COUNCIL, "term"),
    without(BY_COUNCIL, "annual-review", "variation", "termination"),
)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [annual-review, variation, termination]}"},
        "clauses.not_used.2",
        {**NOT_POOLED, "extent": "full"},
        also=("broken-reference", "unreferred-schedule"),
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL, "reg9-3-f-change")
