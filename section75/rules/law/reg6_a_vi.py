"""Homes for children, private fostering and children in hospitals or care homes are no part of arrangements.

These are Parts VII to IX and section 86 of the Children Act 1989; until 31 March 2013 Part X as well. Part III, with the duties to
children in need, is not excluded.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import council_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg6-a-vi"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(vi), as amended by SI 2012/3094, regulation 12: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (
    council_function("Children Act 1989", "[17, 20]"),
    council_function("Children Act 1989", "Part III"),
)
FAILS: Final = (
    council_function("Children Act 1989", "[17, 86]"),
    council_function("Children Act 1989", "Part IX"),
)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Children Act 1989"', "functions.adult_care.sections": "[17, 66]"}, "functions.adult_care.sections.1"
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
