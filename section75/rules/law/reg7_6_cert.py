"""No agreement relies on the certification of a return by the Audit Commission, which ended in 2015.

The certification of pooled funds in its place is practically spent: no certifier is known. The audit of the accounts goes on.
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

ID: Final = "reg7-6-cert"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 7(6) and (7), as amended by SI 2015/1940, regulation 2: https://www.legislation.gov.uk/uksi/2015/1940/regulation/2"
PASSES: Final = ("agreement:\n  improvement: one budget, whose accounts are audited\n",)
FAILS: Final = (
    "agreement:\n  improvement: one budget, with a return that the Audit Commission certifies\n",
    "agreement:\n  improvement: one budget, with certification by the Audit Commission\n",
)
MUTATIONS: Final = (
    Mutation(
        {"improvement": "one budget, with a return that the Audit Commission certifies"}, "improvement", also=("tl-a", "tl-b", "tl-c")
    ),
)

NAMED: Final = re.compile(r"\bAudit Commission\b.{0,60}certif|certif.{0,60}\bAudit Commission\b", re.IGNORECASE)
SINCE: Final = Day(2015, 4, 1)
MESSAGE: Final = "The Audit Commission certifies no return of a pooled fund any more."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(place, ID, LEVEL, MESSAGE, "Say who audits the accounts, and take the certificate out.")
