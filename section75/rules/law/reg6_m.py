"""The functions of public health that arrangements may include are those of sections 2B and 6C of the Act of 2006, and its Schedule 1.

Section 3 of that Act belongs to integrated care boards, and not to councils.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import NHS_ACT, council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-m"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(m): https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (council_function(NHS_ACT, "2B"),)
FAILS: Final = (council_function(NHS_ACT, "[2B, 3]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"National Health Service Act 2006"', "functions.adult_care.sections": "[2B, 3]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
