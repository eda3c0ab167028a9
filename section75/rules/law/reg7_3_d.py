"""The people and the kinds of service are stated for the arrangements of a pooled fund."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import NONE_DELEGATED, POOLED
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg7-3-d"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(d): https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
PASSES: Final = (POOLED,)
FAILS: Final = (POOLED.replace("services: [care at home]", "services: []"),)
MUTATIONS: Final = (Mutation({"schemes.reablement.services": "[]"}, "schemes.reablement.services", NONE_DELEGATED),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
