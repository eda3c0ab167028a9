"""No paper says that the law asks for an equality impact assessment: it asks for due regard, and for no document of that name.

An analysis on paper is how a council shows that it had due regard; the duty is met in substance.
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

ID: Final = "equality2010-149"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "Equality Act 2010, section 149; SI 2017/353 (both read in part): https://www.legislation.gov.uk/ukpga/2010/15/section/149"
)
PASSES: Final = (
    "agreement:\n  improvement: an equality impact assessment was made\n",
    "agreement:\n  improvement: the law requires due regard to equality\n",
    "agreement:\n  improvement: an equality analysis is not required by law, and was made\n",
)
FAILS: Final = (
    "agreement:\n  improvement: an equality impact assessment is required by law\n",
    "report:\n  without_it: there is a statutory duty to complete an equality impact assessment\n",
)
MUTATIONS: Final = (
    Mutation({"improvement": "an equality impact assessment is a statutory requirement, and found that one budget helps"}, "improvement"),
)

_MADE: Final = r"\bequality (?:impact )?(?:assessment|analysis)"
_BY_LAW: Final = r"\b(?<!not )(?:required by (?:law|statute)|a (?:statutory|legal) (?:duty|requirement))\b"
_LAW_ASKS: Final = r"(?<!no )(?:\b(?:statutory|legal) (?:duty|requirement)|\blaw requires\b)"
NAMED: Final = re.compile(rf"{_MADE}[^.;]{{0,60}}{_BY_LAW}|{_LAW_ASKS}[^.;]{{0,60}}{_MADE}", re.IGNORECASE)
SINCE: Final = Day(2011, 4, 5)
MESSAGE: Final = "The law asks for due regard to equality, and for no document called an equality impact assessment."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Say that the analysis shows how due regard was had.")
