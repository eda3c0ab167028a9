"""Of the Mental Health Act 1983, the NHS functions that arrangements may include are those of after-care under section 117.

It is so for those who arrange it (b) and those who provide it (ba).
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

ID: Final = "reg5-b"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 5(b) and (ba), as amended by SI 2012/3094, regulation 12: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (nhs_function("Mental Health Act 1983", "117"),)
FAILS: Final = (nhs_function("Mental Health Act 1983", "[117, 140]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.community_health.act": '"Mental Health Act 1983"', "functions.community_health.sections": "[117, 140]"},
        "functions.community_health.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
