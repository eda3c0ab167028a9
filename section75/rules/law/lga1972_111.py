"""Section 111 of the Local Government Act 1972 is not cited as the power to pool money with an NHS body or to exchange functions with one.

It lets a council do what helps it to discharge functions that it has; the power to make arrangements is section 75.
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

ID: Final = "lga1972-111"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Local Government Act 1972, section 111 (not read): https://www.legislation.gov.uk/ukpga/1972/70/section/111"
PASSES: Final = (
    "agreement:\n  improvement: the council prints leaflets under section 111 of the Local Government Act 1972\n",
    "agreement:\n  improvement: money is pooled under section 75, and a grant given under section 111 of the Local Government Act 1972\n",
    "report:\n  without_it: the printing of forms would be delegated under section 111 of the Local Government Act 1972\n",
)
FAILS: Final = (
    "agreement:\n  improvement: money is pooled under section 111 of the Local Government Act 1972\n",
    "report:\n  without_it: functions could be delegated to the NHS trust under section 111 of the Local Government Act 1972\n",
)
MUTATIONS: Final = (Mutation({"improvement": "one budget is pooled under section 111 of the Local Government Act 1972"}, "improvement"),)

_ACT: Final = r"\bsection 111\b[^.;]{0,30}1972"
_DONE: Final = r"\b(?:pool(?:s|ed|ing)?|delegat\w+ to (?:the |an? )?(?:NHS|ICB|CCG|PCT|trust))\b"
_NEAR: Final = r"(?:(?!section 75)[^.;]){0,120}"
NAMED: Final = re.compile(f"{_DONE}{_NEAR}{_ACT}|{_ACT}{_NEAR}{_DONE}", re.IGNORECASE)
SINCE: Final = Day(1974, 4, 1)
MESSAGE: Final = "Section 111 of the Local Government Act 1972 gives no power to pool money with an NHS body or to delegate to one."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in claims(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Cite section 75 of the National Health Service Act 2006.")
