"""The law under which staff transfer is named: TUPE, or a scheme under Schedule 18 to the National Health Service Act 2006.

Section 75(9) gives effect to that Schedule, which is about staff transferred in connection with arrangements.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "s75-9"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "National Health Service Act 2006, section 75(9) and Schedule 18; SI 2006/246: https://www.legislation.gov.uk/ukpga/2006/41/section/75"
)
_TEAM: Final = "agreement:\n  staff:\n    team: {how: transfer, of: council, to: icb, under: UNDER}\n"
PASSES: Final = (_TEAM.replace("UNDER", "TBC"), _TEAM.replace("UNDER", "the TUPE regulations"))
FAILS: Final = (_TEAM.replace("UNDER", "an exchange of letters"),)
MUTATIONS: Final = (
    Mutation(
        {"staff.team.under": "an exchange of letters"},
        "staff.team.under",
        {"extent": "full", "staff": "{team: {how: transfer, of: council, to: icb, under: the TUPE regulations}}"},
    ),
)
NAMED: Final = re.compile(r"TUPE|Transfer of Undertakings|Schedule 18|transfer scheme", re.IGNORECASE)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each transfer of staff whose law is neither."""
    for staff in facts.agreement.staff.values() if facts.agreement else ():
        if staff.how == "transfer" and not isinstance(staff.under, Blank) and not NAMED.search(staff.under):
            message = "Staff are said to transfer, and neither TUPE nor Schedule 18 to the National Health Service Act 2006 is named."
            yield Problem(staff.place("under"), ID, LEVEL, message, "Name the law under which they transfer, or write TBC.")
