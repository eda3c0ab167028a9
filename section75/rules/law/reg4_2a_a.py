"""Arrangements are exempt from consultation on one of two grounds alone: a Care Trust that was consulted on, or the Better Care Fund.

Any other reason why nobody was consulted is no exemption, and its position is “no separate consultation”.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg4-2a-a"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(2A), as amended by SI 2015/1940, regulation 2: https://www.legislation.gov.uk/uksi/2015/1940/regulation/2"
)
_EXEMPT: Final = "agreement:\n  better_care_fund: yes\n  consultation: {position: exempt, because: %s}\n"
PASSES: Final = (
    _EXEMPT % "the arrangements are made under section 223GA(3) for the Better Care Fund",
    _EXEMPT % "the partners consulted on the designation of the Care Trust",
)
FAILS: Final = (_EXEMPT % "the service does not change",)
MUTATIONS: Final = (Mutation({"consultation": "{position: exempt, because: the service stays as it is}"}, "consultation.because"),)

GROUNDS: Final = re.compile(r"care trust|223GA|better care fund|\bBCF\b", re.IGNORECASE)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield an exemption for which another reason is given."""
    if facts.agreement is None or isinstance(facts.agreement.consultation, Blank):
        return
    held = facts.agreement.consultation
    if held.position == "exempt" and held.because and not GROUNDS.search(held.because):
        message = "Only a Care Trust that was consulted on, or an arrangement under section 223GA(3), is exempt from consultation."
        yield Problem(held.place("because"), ID, LEVEL, message, "Name one of these grounds, or write “no separate consultation”.")
