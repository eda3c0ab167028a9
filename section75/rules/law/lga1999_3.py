"""The duty of best value is cited as section 3 of the Local Government Act 1999; section 10 is about inspection."""

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

ID: Final = "lga1999-3"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Local Government Act 1999, sections 3 and 10 (not read): https://www.legislation.gov.uk/ukpga/1999/27/section/3"
PASSES: Final = ("agreement:\n  improvement: best value under section 3 of the Local Government Act 1999\n",)
FAILS: Final = ("agreement:\n  improvement: best value under section 10 of the Local Government Act 1999\n",)
MUTATIONS: Final = (Mutation({"improvement": "best value under section 10 of the Local Government Act 1999"}, "improvement"),)

NAMED: Final = re.compile(
    r"best value.{0,80}section 10 of the Local Government Act 1999|section 10 of the Local Government Act 1999.{0,80}best value",
    re.IGNORECASE,
)
SINCE: Final = Day(1999, 7, 27)
MESSAGE: Final = "Section 10 of the Local Government Act 1999 is about inspection, not the duty of best value."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite section 3.")
