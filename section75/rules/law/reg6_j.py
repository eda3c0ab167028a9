"""Of the Act of 1985, only sections 63 and 93 are named in regulation 6.

Free travel for older and disabled people rests partly on the Transport Act 2000, which regulation 6 does not name.
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

ID: Final = "reg6-j"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(j): https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
PASSES: Final = (council_function("Transport Act 1985", "63"),)
FAILS: Final = (council_function("Transport Act 1985", "[63, 57]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Transport Act 1985"', "functions.adult_care.sections": "[63, 57]"}, "functions.adult_care.sections.1"
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
