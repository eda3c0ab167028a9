"""No agreement says that it fulfils the objectives of a health improvement plan, which the Regulations do not ask since 1 April 2013."""

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

ID: Final = "reg4-3"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(3), removed by SI 2012/3094, regulation 12: https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
)
PASSES: Final = (
    "agreement:\n  purpose: [people recover at home]\n",
    "agreement:\n  law_as_at: 1 May 2012\n  purpose: [the objectives of the health improvement plan are met]\n",
)
FAILS: Final = ("agreement:\n  purpose: [the objectives of the health improvement plan are met]\n",)
MUTATIONS: Final = (Mutation({"purpose": "[the objectives of the health improvement programme are met]"}, "purpose.0"),)

NAMED: Final = re.compile(r"\bhealth improvement (?:plan|programme)s?\b|\bHImPs?\b", re.IGNORECASE)
SINCE: Final = Day(2013, 4, 1)
MESSAGE: Final = "The condition about the health improvement plan was removed from the Regulations on 1 April 2013."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that still speak of it."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Take it out, or name the plan of today.")
