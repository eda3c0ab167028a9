"""A function that regulation 5 named once is not cited after it was taken out.

After-care under supervision ended in 2009; advocates under section 130A became a matter for councils in 2013, when the Act of 1977 left the
regulation too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.law_examples import nhs_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import ended

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg5-old"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2008/2828, article 11; SI 2013/261, regulation 16; SI 2012/3094, regulation 12: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
PASSES: Final = (nhs_function("Mental Health Act 1983", "117"),)
FAILS: Final = (
    nhs_function("Mental Health Act 1983", "[117, 25A]"),
    nhs_function("National Health Service Act 1977", "3"),
)
MUTATIONS: Final = (
    Mutation(
        {"functions.community_health.act": '"Mental Health Act 1983"', "functions.community_health.sections": "[117, 130A]"},
        "functions.community_health.sections.1",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of the arrangements that regulation 5 no longer names."""
    yield from ended(facts, ID, LEVEL)
