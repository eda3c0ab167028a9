"""Nothing in the facts has people charged for what the NHS provides: that stays free, and powers to charge stay as they were."""

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

ID: Final = "s75-5-c"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "National Health Service Act 2006, sections 1(4) and 75(5)(c): https://www.legislation.gov.uk/ukpga/2006/41/section/75"
PASSES: Final = (
    "agreement:\n  improvement: people are charged for home care as the council’s policy provides\n",
    "agreement:\n  improvement: people are not charged for nursing care\n",
)
FAILS: Final = (
    "agreement:\n  improvement: people are charged for nursing care that the ICB pays for\n",
    "agreement:\n  improvement: a charge for NHS services pays for more places\n",
)
MUTATIONS: Final = (Mutation({"improvement": "people are charged for NHS care at home"}, "improvement"),)

NAMED: Final = re.compile(
    r"(?<!not )(?<!never )\bcharg(?:e|es|ed|ing)\b(?! to the )[^.;]{0,40}\bfor (?:the )?(?:NHS|nursing|health ?care|health services?)\b",
    re.IGNORECASE,
)
SINCE: Final = Day(2006, 11, 8)
MESSAGE: Final = "Services of the NHS are free of charge unless the law says otherwise, and arrangements do not change that."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Take it out, or say for which services of the council the charge is made.")
