"""No agreement claims that it was registered with a Department or a regional office.

Section 75(3)(c) lets regulations ask for such consent; the Regulations do not.
"""

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

ID: Final = "reg4-nosos"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "National Health Service Act 2006, section 75(3)(c): https://www.legislation.gov.uk/ukpga/2006/41/section/75"
PASSES: Final = ("agreement:\n  purpose: [people recover at home]\n",)
FAILS: Final = ("agreement:\n  improvement: one team, under arrangements registered with the Department of Health\n",)
MUTATIONS: Final = (Mutation({"improvement": "one budget, in arrangements notified to the regional office"}, "improvement"),)

NAMED: Final = re.compile(
    r"\b(?:registered with|notified to) (?:the )?(?:Department|DHS?C?|regional office|Secretary of State)\b", re.IGNORECASE
)
SINCE: Final = Day(2013, 4, 1)
MESSAGE: Final = "The Regulations ask for no registration with a Department, and no consent of the Secretary of State."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that still speak of it."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Take it out.")
