"""Staff are consulted before they are placed at another body’s disposal under section 113 of the Local Government Act 1972."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "lga1972-113"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Local Government Act 1972, section 113 (not read); National Health Service Act 2006, sections 74 and 80: https://www.legislation.gov.uk/ukpga/1972/70/section/113"
_TEAM: Final = "agreement:\n  staff:\n    team: {how: section 113, of: icb, to: council, starts: 1 April 2026, consulted: WHEN}\n"
PASSES: Final = (_TEAM.replace("WHEN", "TBC"), _TEAM.replace("WHEN", "February 2026"), _TEAM.replace("WHEN", "31 March 2026"))
FAILS: Final = (_TEAM.replace("WHEN", "2 April 2026"), _TEAM.replace("WHEN", "May 2026"))
MUTATIONS: Final = (
    Mutation(
        {"staff.team.consulted": "5 May 2026"},
        "staff.team.consulted",
        {"extent": "full", "staff": "{team: {how: section 113, of: icb, to: council, starts: 1 April 2026, consulted: 5 March 2026}}"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each placing of staff that began before they were consulted; of a month only its first day counts."""
    for staff in facts.agreement.staff.values() if facts.agreement else ():
        if staff.how != "section 113" or isinstance(staff.consulted, Blank) or isinstance(staff.starts, Blank):
            continue
        asked, begun = (when if isinstance(when, Day) else when.first for when in (staff.consulted, staff.starts))
        if asked > begun:
            message = "The staff were consulted after they were placed."
            yield Problem(staff.place("consulted"), ID, LEVEL, message, "Check both dates: consultation comes first.")
