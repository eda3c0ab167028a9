"""The agenda and the report are open to the public for five clear working days.

The Regulations say “clear days” and no more. Many councils, after R v Swansea City Council ex p Elitestone Ltd (1993), leave out weekends
and bank holidays, when nobody can inspect papers at their offices; Nuneaton moved two meetings in 2019 because Easter had been counted.
So fewer than five working days is not said to be unlawful, and is told.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.facts.clear_days import clear_days, clear_working_days, latest_working
from section75.facts.decision_dates import AGENDA
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "agenda-working-days"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulations 6 and 7, and Local Government Act 1972, section 100B: “clear days”, which neither defines; bank "
    "holidays are those of England under the Banking and Financial Dealings Act 1971 and by proclamation."
)
PASSES: Final = ("report:\n  meeting: {body: Cabinet, date: 8 April 2026}\n  notice: {agenda: 27 March 2026}\n",)
FAILS: Final = ("report:\n  meeting: {body: Cabinet, date: 8 April 2026}\n  notice: {agenda: 30 March 2026}\n",)
MUTATIONS: Final = (Mutation({"report.notice.agenda": "30 January 2026"}, "report.notice.agenda", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each agenda with five clear days before the meeting and not five working ones; `cab-07` finds those with fewer."""
    for report in facts.reports.values():
        agenda, met = report.notice.agenda, report.meeting.date
        if not isinstance(agenda, Day) or not isinstance(met, Day) or report.meeting.member or report.urgency:
            continue
        working = clear_working_days(agenda, met)
        if working < AGENDA <= clear_days(agenda, met):
            left = f"{working} clear working day{'' if working == 1 else 's'}"
            message = f"The agenda of {shown(agenda)} leaves {left} before the meeting of {shown(met)}."
            yield Problem(
                report.notice.place("agenda"), ID, LEVEL, message, f"Publish it by {shown(latest_working(met, AGENDA))} to be safe."
            )
