"""Of the Act of 1986 on disabled persons, only section 7, on discharge from hospital, is named since 1 April 2015."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-b"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(b), as amended by SI 2015/643, Schedule paragraph 13: https://www.legislation.gov.uk/uksi/2015/643/schedule/paragraph/13"
PASSES: Final = (council_function("Disabled Persons (Services, Consultation and Representation) Act 1986", "7"),)
FAILS: Final = (council_function("Disabled Persons (Services, Consultation and Representation) Act 1986", "[7, 8]"),)
MUTATIONS: Final = (
    Mutation(
        {
            "functions.adult_care.act": '"Disabled Persons (Services, Consultation and Representation) Act 1986"',
            "functions.adult_care.sections": "[7, 8]",
        },
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
