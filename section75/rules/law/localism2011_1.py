"""The general power of competence is not cited as the power to pool money with an NHS body or to exchange functions with one.

Section 1 of the Localism Act 2011 does not reach past the limits of section 75: what another enactment allows under conditions it does
not allow without them.
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

ID: Final = "localism2011-1"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Localism Act 2011, sections 1 and 2 (not read): https://www.legislation.gov.uk/ukpga/2011/20/section/1"
PASSES: Final = (
    "agreement:\n  improvement: the council gives a grant under the general power of competence\n",
    "agreement:\n  improvement: money is pooled under section 75, and a grant given under section 1 of the Localism Act 2011\n",
)
FAILS: Final = (
    "agreement:\n  improvement: money is pooled under the general power of competence\n",
    "report:\n  without_it: functions could be delegated to the ICB under section 1 of the Localism Act 2011\n",
)
MUTATIONS: Final = (Mutation({"improvement": "one budget is pooled under section 1 of the Localism Act 2011"}, "improvement"),)

_ACT: Final = r"(?:\bgeneral power of competence\b|\bsection 1 of the Localism Act 2011)"
_DONE: Final = r"\b(?:pool(?:s|ed|ing)?|delegat\w+ to (?:the |an? )?(?:NHS|ICB|CCG|trust))\b"
_NEAR: Final = r"(?:(?!section 75)[^.;]){0,120}"
NAMED: Final = re.compile(f"{_DONE}{_NEAR}{_ACT}|{_ACT}{_NEAR}{_DONE}", re.IGNORECASE)
SINCE: Final = Day(2012, 2, 18)
MESSAGE: Final = "The general power of competence gives no power to pool money with an NHS body or to delegate to one."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite section 75 of the National Health Service Act 2006.")
