"""Dental, ophthalmic and pharmaceutical services are asked about: of primary care, regulation 5 names only section 83, on medical services.

What the Health and Care Act 2022 changed here has not been read.
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

ID: Final = "reg5-gap"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 5(a), as amended by SI 2015/1940 (a reading): https://www.legislation.gov.uk/ukpga/2022/31/schedule/3"
)
PASSES: Final = (nhs_function(NHS_ACT, "[3, 3A]", "arranging community nursing"),)
FAILS: Final = (nhs_function(NHS_ACT, "[3, 99]"), nhs_function(NHS_ACT, "[3, 3A]", "arranging dental care at home"))
MUTATIONS: Final = (
    Mutation({"functions.community_health.sections": "[3, 99]"}, "functions.community_health.sections.1"),
    Mutation({"functions.community_health.covers": "arranging dental care at home"}, "functions.community_health.covers"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each NHS function that cites its sections, and each that speaks of it."""
    yield from excluded(facts, ID, LEVEL)
    yield from asked_about(facts, ID, LEVEL, "speaks of primary care that regulation 5 does not name.")
