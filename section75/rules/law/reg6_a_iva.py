"""Charging under the Act of 1983 was no part of arrangements from 1 April 2003 to 31 March 2015."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import CARE_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-a-iva"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2000/617, regulation 6(a)(iva), inserted by SI 2003/629 and removed by SI 2015/643: https://www.legislation.gov.uk/uksi/2003/629"
)
PASSES: Final = (council_function(CARE_ACT, "[18, 19]"),)
FAILS: Final = (
    council_function("Health and Social Services and Social Security Adjudications Act 1983", "17") + "  law_as_at: 1 May 2014\n",
)
MUTATIONS: Final = (
    Mutation(
        {
            "functions.adult_care.act": '"Health and Social Services and Social Security Adjudications Act 1983"',
            "functions.adult_care.sections": "[17]",
        },
        "functions.adult_care.sections.0",
        lawful={
            "law_as_at": "1 May 2014",
            "partners.icb.type": "clinical commissioning group",
            "partners.icb.name": "NHS Meadowshire CCG",
            "functions.adult_care.act": "National Health Service and Community Care Act 1990",
            "functions.adult_care.sections": "[47]",
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
