"""The office of director of adult social services is not exercised by another partner.

Until 31 March 2013 the exclusion named the handling of complaints under section 7B as well.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-a-ii"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(ii), as amended by SI 2012/3094, regulation 12: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (
    council_function(CARE_ACT, "[18, 19]"),
    council_function("Local Authority Social Services Act 1970", "2"),
)
FAILS: Final = (council_function("Local Authority Social Services Act 1970", "6"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Local Authority Social Services Act 1970"', "functions.adult_care.sections": "[2, 6]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
