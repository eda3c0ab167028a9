"""Public health functions of the Secretary of State that an NHS body exercises are asked about: regulation 5 does not name section 7A.

Screening and immunisation are the usual ones.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import NHS_ACT, nhs_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import asked_about, excluded

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg5-7a"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 5, which does not name section 7A (a reading): https://www.legislation.gov.uk/ukpga/2006/41/section/7A"
)
PASSES: Final = (nhs_function(NHS_ACT, "[3, 3A]", "arranging community nursing"),)
FAILS: Final = (nhs_function(NHS_ACT, "[3, 7A]"), nhs_function(NHS_ACT, "[3, 3A]", "arranging an immunisation programme"))
MUTATIONS: Final = (
    Mutation({"functions.community_health.sections": "[3, 7A]"}, "functions.community_health.sections.1"),
    Mutation({"functions.community_health.covers": "arranging an immunisation programme"}, "functions.community_health.covers"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each NHS function that cites its sections, and each that speaks of it."""
    yield from excluded(facts, ID, LEVEL)
    yield from asked_about(facts, ID, LEVEL, "speaks of services of public health under section 7A, which regulation 5 does not name.")
