"""Of the Mental Capacity Act 2005, regulation 5 names Schedule A1 alone.

Since 1 April 2013 the supervisory body is always a local authority, so that little of it is left to an NHS body.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import nhs_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg5-c"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 5(c), inserted by SI 2009/278: https://www.legislation.gov.uk/uksi/2009/278"
PASSES: Final = (nhs_function("Mental Capacity Act 2005", "Schedule A1"),)
FAILS: Final = (nhs_function("Mental Capacity Act 2005", "[37]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.community_health.act": '"Mental Capacity Act 2005"', "functions.community_health.sections": "[37]"},
        "functions.community_health.sections.0",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
