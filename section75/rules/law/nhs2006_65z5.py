"""Section 65Z5 of the National Health Service Act 2006 is not cited as the power by which functions of a council are exercised by another.

Since 1 July 2022 it lets NHS bodies have their own functions exercised by others, councils among them. Functions of a council move only
under section 75.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.stale import claims

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "nhs2006-65z5"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "National Health Service Act 2006, section 65Z5 (read in part): https://www.legislation.gov.uk/ukpga/2006/41/section/65Z5"
)
PASSES: Final = (
    "agreement:\n  improvement: the ICB has its nursing functions exercised by the Council under section 65Z5\n",
    "agreement:\n  improvement: social care functions move under section 75; the ICB has delegated others under section 65Z5\n",
)
FAILS: Final = (
    "agreement:\n  improvement: social care functions are exercised by the ICB under section 65Z5\n",
    "report:\n  without_it: functions of the council could be delegated under section 65Z5 of the National Health Service Act 2006\n",
)
MUTATIONS: Final = (
    Mutation(
        {"improvement": "social care functions are exercised by one partner under section 65Z5"},
        "improvement",
    ),
)

_OF_COUNCILS: Final = (
    r"\b(?:(?:social care|social services|housing|health-related|council(?:[’']s)?|local authority) functions?"
    r"|functions? of (?:the |a )?(?:council|local authority))\b"
)
NAMED: Final = re.compile(rf"{_OF_COUNCILS}[^.;]{{0,120}}\bsection 65Z5\b", re.IGNORECASE)
SINCE: Final = Day(2022, 7, 1)
MESSAGE: Final = "Section 65Z5 of the National Health Service Act 2006 moves functions of NHS bodies alone."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite section 75 for functions of a council.")
