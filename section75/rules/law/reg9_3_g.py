"""The agreement says how the exercise of the functions by the council is monitored."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, NOT_POOLED, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-3-g"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(3)(g): https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (BY_COUNCIL,)
FAILS: Final = (without(BY_COUNCIL, "performance"),)
MUTATIONS: Final = (
    Mutation({"clauses": "{not_used: [performance]}"}, "clauses.not_used.0", {**NOT_POOLED, "extent": "full"}, also=("broken-reference",)),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
