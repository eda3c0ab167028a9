"""The adoption service of a council is no part of partnership arrangements.

Before 30 December 2005 the exclusion named sections 1 and 2 of the Adoption Act 1976.
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

ID: Final = "reg6-a-iii"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2000/617, regulation 6(a)(iii), as amended by SI 2005/3504, article 5: https://www.legislation.gov.uk/uksi/2005/3504/article/5"
)
PASSES: Final = (
    council_function(CARE_ACT, "[18, 19]"),
    council_function("Adoption and Children Act 2002", "4"),
)
FAILS: Final = (council_function("Adoption and Children Act 2002", "[3, 4]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Adoption and Children Act 2002"', "functions.adult_care.sections": "[4, 3]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
