"""A commissioner’s function is one that regulation 5(a) names: sections 3, 3A, 3B and 83 of the Act of 2006, and its Schedule 1.

An Act that no paragraph of regulation 5 names is asked about here too. What a trust provides is guarded by reg5-aa.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import NHS_ACT, nhs_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg5-a"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 5(a), as amended by SI 2012/3094, regulation 12(5), and SI 2015/1940: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (
    nhs_function(NHS_ACT, "[3, 3A, 83]"),
    nhs_function(NHS_ACT, "'Schedule 1, paragraphs 9 to 11'"),
)
FAILS: Final = (
    nhs_function(NHS_ACT, "[3, 14Z42]"),
    nhs_function("Health and Social Care Act 2012", "195"),
)
MUTATIONS: Final = (Mutation({"functions.community_health.sections": "[3, 3A, 82]"}, "functions.community_health.sections.2"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
