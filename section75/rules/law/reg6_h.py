"""Of the Act of 1972, only sections 180 and 181, on environmental health, are named in regulation 6.

Section 111 is often cited beside a function; it is a power of its own, and no function that arrangements are about.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-h"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(h): https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
PASSES: Final = (council_function("Local Government Act 1972", "180"),)
FAILS: Final = (council_function("Local Government Act 1972", "[180, 111]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Local Government Act 1972"', "functions.adult_care.sections": "[180, 111]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
