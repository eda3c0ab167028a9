"""The host of a pooled fund arranges for the audit of its accounts."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED, without
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-6"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(6): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (POOLED,)
FAILS: Final = (without(POOLED, "audit"),)
MUTATIONS: Final = (
    Mutation({"clauses": "{not_used: [audit]}"}, "clauses.not_used.0", {**NONE_DELEGATED, "extent": "full"}, also=("broken-reference",)),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
