"""Direct payments for health care rest on section 12A of the Act of 2006 and the Regulations of 2013; those of 2010 are revoked."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.stale import places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg5-bb"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 5(bb), as amended by SI 2013/1617, regulation 18: https://www.legislation.gov.uk/uksi/2013/1617/regulation/18"
)
PASSES: Final = ("agreement:\n  purpose: [payments under the National Health Service (Direct Payments) Regulations 2013]\n",)
FAILS: Final = ("agreement:\n  purpose: [payments under the National Health Service (Direct Payments) Regulations 2010]\n",)
MUTATIONS: Final = (
    Mutation(
        {"functions.community_health.covers": "arranging care by payments under the NHS (Direct Payments) Regulations 2010"},
        "functions.community_health.covers",
    ),
)

NAMED: Final = re.compile(r"\b(?:National Health Service|NHS)? ?\(Direct Payments\) Regulations 2010\b", re.IGNORECASE)
SINCE: Final = Day(2013, 8, 1)
MESSAGE: Final = (
    "Since 1 August 2013 direct payments for health care are made under the National Health Service (Direct Payments) Regulations 2013."
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that still speak of it."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite the Regulations of 2013.")
