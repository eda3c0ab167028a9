"""The agenda and the report are open to the public five clear days before the meeting.

Here every day between counts, so that what this finds is too late on any reading. Whether only working days count is judged apart, by
`agenda-working-days`. A meeting convened at shorter notice is stated as urgent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.facts.clear_days import clear_days, latest_working
from section75.facts.decision_dates import AGENDA
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-07"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2012/2089, regulations 6 and 7: agenda and reports five clear days before a public meeting of an executive, or when it is convened "
    "at shorter notice; for councils and committees, Local Government Act 1972, section 100B."
)
PASSES: Final = (
    "report:\n  meeting: {body: Cabinet, date: 5 February 2026}\n  notice: {agenda: 28 January 2026}\n",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  notice: {agenda: 2 February 2026}
  urgency: {route: special urgency, because: the grant lapses, agreed_by: the Chair of Scrutiny, agreed_on: 2 February 2026}
""",
)
FAILS: Final = ("report:\n  meeting: {body: Cabinet, date: 5 February 2026}\n  notice: {agenda: 31 January 2026}\n",)
MUTATIONS: Final = (Mutation({"report.notice.agenda": "31 January 2026"}, "report.notice.agenda", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each agenda that was published too late for a meeting that was not urgent."""
    for report in facts.reports.values():
        agenda, met = report.notice.agenda, report.meeting.date
        if not isinstance(agenda, Day) or not isinstance(met, Day) or report.meeting.member or report.urgency:
            continue
        if clear_days(agenda, met) < AGENDA:
            message = f"The agenda of {shown(agenda)} is not {AGENDA} clear days before the meeting of {shown(met)}."
            remedy = (
                f"Publish it by {shown(latest_working(met, AGENDA))}, or say under “urgency” why the meeting is called at shorter notice."
            )
            yield Problem(report.notice.place("agenda"), ID, LEVEL, message, remedy)
