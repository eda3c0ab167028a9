"""What is said of complaints to a joint committee names the complaints law in force, not the procedures that it replaced.

Regulation 10(3) still names the Act of 1985 and section 7B of the Act of 1970; both gave way on 1 April 2009.
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

ID: Final = "reg10-3"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 10(3); SI 2009/309: https://www.legislation.gov.uk/uksi/2009/309"
PASSES: Final = ("agreement:\n  improvement: one way to complain\n",)
FAILS: Final = (
    "agreement:\n  improvement: complaints are heard under the Hospital Complaints Procedure Act 1985\n",
    "agreement:\n  improvement: complaints are heard under section 7B of the Local Authority Social Services Act 1970\n",
)
MUTATIONS: Final = (
    Mutation(
        {"improvement": "complaints are heard under the Hospital Complaints Procedure Act 1985"},
        "improvement",
        also=("tl-a", "tl-b", "tl-c"),
    ),
)

NAMED: Final = re.compile(r"Hospital Complaints Procedures? Act|section 7B of the Local Authority Social Services", re.IGNORECASE)
SINCE: Final = Day(2009, 4, 1)
MESSAGE: Final = "These complaints procedures ended on 31 March 2009."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    for place in places(facts, NAMED, SINCE):
        yield Problem(
            place,
            ID,
            LEVEL,
            MESSAGE,
            "Name the Local Authority Social Services and National Health Service Complaints (England) Regulations 2009.",
        )
