"""Of the Act of 1990, only the collection and disposal of waste is named in regulation 6."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import strayed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-g"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 6(g): https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
PASSES: Final = (council_function("Environmental Protection Act 1990", "45"),)
FAILS: Final = (council_function("Environmental Protection Act 1990", "[45, 80]"),)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Environmental Protection Act 1990"', "functions.adult_care.sections": "[45, 80]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements whose section this paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
