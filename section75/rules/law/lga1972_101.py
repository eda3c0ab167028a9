"""Section 101 of the Local Government Act 1972 is not cited as a power to delegate to an NHS body.

It is about committees, officers and other local authorities; functions go to an NHS body under section 75.
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

ID: Final = "lga1972-101"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Local Government Act 1972, section 101 (not read): https://www.legislation.gov.uk/ukpga/1972/70/section/101"
PASSES: Final = (
    "agreement:\n  improvement: functions exercised under section 75\n",
    "agreement:\n  improvement: the officer decides under section 101 of the Local Government Act 1972\n",
)
FAILS: Final = (
    "agreement:\n  improvement: the trust exercises functions delegated to it under section 101 of the Local Government Act 1972\n",
)
MUTATIONS: Final = (
    Mutation({"improvement": "the ICB exercises functions delegated under section 101 of the Local Government Act 1972"}, "improvement"),
)

NAMED: Final = re.compile(
    r"\b(?:NHS|ICB|CCG|PCT|trust)\b.{0,120}delegat.{0,120}section 101\b.{0,30}1972"
    r"|delegat.{0,60}\bto (?:the |an? )?(?:NHS|ICB|CCG|PCT|trust)\b.{0,120}section 101\b.{0,30}1972",
    re.IGNORECASE,
)
SINCE: Final = Day(1974, 4, 1)
MESSAGE: Final = "Section 101 of the Local Government Act 1972 gives no power to delegate to an NHS body."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite section 75 of the National Health Service Act 2006.")
