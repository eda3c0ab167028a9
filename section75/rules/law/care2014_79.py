"""Section 79 of the Care Act 2014 is not cited for what it shuts out: integration, co-operation, charging and safeguarding.

A council may authorise others to exercise its functions of care under section 79, but not those of sections 3, 6, 7, 14 and 42 to 47.
Section 75 is another road with other limits.
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

ID: Final = "care2014-79"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Care Act 2014, section 79 (not read): https://www.legislation.gov.uk/ukpga/2014/23/section/79"
PASSES: Final = (
    "agreement:\n  improvement: assessments are made by a provider under section 79 of the Care Act 2014\n",
    "agreement:\n  improvement: safeguarding stays with the council; a provider assesses under section 79 of the Care Act 2014\n",
)
FAILS: Final = (
    "agreement:\n  improvement: safeguarding enquiries are made by a provider under section 79 of the Care Act 2014\n",
    "report:\n  without_it: under section 79 of the Care Act 2014 the trust could decide charges\n",
)
MUTATIONS: Final = (
    Mutation({"improvement": "safeguarding and assessment are done by one team under section 79 of the Care Act 2014"}, "improvement"),
)

_ACT: Final = r"\bsection 79 of the Care Act 2014"
_SHUT_OUT: Final = r"\b(?:safeguarding|charg(?:es?|ing)|co-operation|integration|sections? (?:3|6|7|14|4[2-7]))\b"
NAMED: Final = re.compile(rf"{_SHUT_OUT}[^.;]{{0,120}}{_ACT}|{_ACT}[^.;]{{0,120}}{_SHUT_OUT}", re.IGNORECASE)
SINCE: Final = Day(2015, 4, 1)
MESSAGE: Final = "Section 79 of the Care Act 2014 shuts out safeguarding, charging, co-operation and integration."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Leave them with the council, or check what section 75 allows.")
