"""A council’s function is one of those in Schedule 1 to the Act of 1970, or another that regulation 6 names.

An Act of which no paragraph of regulation 6 is known to speak at the date of the law is asked about here. The list of Acts in that Schedule
has not been read in full, so this is a question and no verdict.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-a"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(a); Local Authority Social Services Act 1970, Schedule 1: https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
PASSES: Final = (
    council_function(CARE_ACT, "[18, 19]"),
    council_function("Children Act 1989", "17"),
    council_function("Highways Act 1980", "41"),
)
FAILS: Final = (
    council_function("Licensing Act 2003", "4"),
    council_function("National Assistance Act 1948", "21"),
)
MUTATIONS: Final = (
    Mutation({"functions.adult_care.act": '"Licensing Act 2003"', "functions.adult_care.sections": "[4]"}, "functions.adult_care.act"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
