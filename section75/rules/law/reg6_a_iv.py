"""The approval of mental health professionals, and their powers of entry, stay with the council.

Section 13 of the Mental Health Act 1983, the duty to arrange for a professional to consider a case, is not named in the exclusion; a
service of approved mental health professionals may therefore be hosted, and approval under section 114 may not.
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

ID: Final = "reg6-a-iv"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 6(a)(iv): https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
PASSES: Final = (
    council_function("Mental Health Act 1983", "117"),
    council_function("Mental Health Act 1983", "13"),
)
FAILS: Final = (
    council_function("Mental Health Act 1983", "[13, 114]"),
    council_function("Mental Health Act 1983", "[115]"),
)
MUTATIONS: Final = (
    Mutation(
        {"functions.adult_care.act": '"Mental Health Act 1983"', "functions.adult_care.sections": "[117, 114]"},
        "functions.adult_care.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that this paragraph excludes."""
    yield from excluded(facts, ID, LEVEL)
