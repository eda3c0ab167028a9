"""The socio-economic duty of section 1 of the Equality Act 2010 is not stated as law: it was not in force in England when last looked at.

A council may have adopted it of its own will, and may say so.
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

ID: Final = "equality2010-1"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Equality Act 2010, section 1 (not read; not in force in England when last looked at): https://www.legislation.gov.uk/ukpga/2010/15/section/1"
PASSES: Final = (
    "agreement:\n  improvement: the council has adopted the socio-economic duty voluntarily\n",
    "agreement:\n  improvement: the socio-economic duty is not in force\n",
)
FAILS: Final = (
    "agreement:\n  improvement: the arrangements meet the socio-economic duty\n",
    "report:\n  without_it: the council would breach section 1 of the Equality Act 2010\n",
)
MUTATIONS: Final = (Mutation({"improvement": "it meets the socio-economic duty of each partner"}, "improvement"),)

NAMED: Final = re.compile(
    r"^(?!.*\b(?:voluntar\w*|adopted|chosen|chose|not (?:yet )?in force|not commenced)\b)"
    r".*(?:\bsocio-?economic duty\b|\bsection 1 of the Equality Act 2010)",
    re.IGNORECASE,
)
SINCE: Final = Day(2010, 4, 8)
MESSAGE: Final = (
    "The socio-economic duty of section 1 of the Equality Act 2010 is stated as law, and was not in force in England when last looked at."
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Say that the council has adopted it of its own will, if it has, or take it out.")
