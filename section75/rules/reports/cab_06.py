"""Private business has two notices with reasons: 28 clear days before the meeting, and five.

An exempt appendix that is to be discussed makes part of the meeting private. The second notice tells what was said against that and the
answer. Where there was no time, the chair of scrutiny (or of the council) must have agreed before the meeting.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.facts.clear_days import clear_days, latest
from section75.facts.decision_dates import AGENDA, NOTICE
from section75.problems import Problem
from section75.rules.decisions import by_executives
from section75.rules.mutations import Mutation
from section75.rules.reading import shown
from section75.rules.report_examples import EXEMPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Blank
    from section75.facts.private_business import PrivateBusiness
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-06"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2012/2089, regulation 5: notices of private meetings of an executive, and paragraph (6), where there is no time for them."
)
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  private: {notice: 7 January 2026, second_notice: 30 January 2026, reasons: prices are discussed}
""",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  private: {notice: 2 February 2026, reasons: prices are discussed, agreed_by: the Chair of Scrutiny, agreed_on: 2 February 2026}
""",
)
FAILS: Final = (
    "report:\n  meeting: {body: Cabinet, date: 5 February 2026}\n  private: {notice: 8 January 2026}\n",
    "report:\n  meeting: {body: Cabinet, date: 5 February 2026}\n  private: {notice: 7 January 2026, second_notice: 31 January 2026}\n",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  private: {notice: 2 February 2026, agreed_by: the Chair of Scrutiny, agreed_on: 6 February 2026}
""",
)
MUTATIONS: Final = (Mutation({"report.private.notice": "8 January 2026"}, "report.private.notice", EXEMPT, paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each notice of private business that was too late, and each agreement that came after the meeting."""
    for report in by_executives(facts):
        met = report.meeting.date
        if isinstance(met, Day) and not report.meeting.member:
            yield from _late(report.private, met)


def _late(private: PrivateBusiness, met: Day) -> Iterator[Problem]:
    if private.agreed_by:
        if private.agreed_on and private.agreed_on > met:
            message = f"That the private part is urgent was agreed on {shown(private.agreed_on)}, after the meeting of {shown(met)}."
            yield Problem(private.place("agreed_on"), ID, LEVEL, message, "Check both dates: the agreement must come first.")
        return
    notices: tuple[tuple[str, Day | Blank, int], ...] = (
        ("notice", private.notice, NOTICE),
        ("second_notice", private.second_notice, AGENDA),
    )
    for field, day, clear in notices:
        if isinstance(day, Day) and clear_days(day, met) < clear:
            message = f"Notice of private business of {shown(day)} is not {clear} clear days before {shown(met)}."
            remedy = f"The last day for it is {shown(latest(met, clear))}; otherwise state under “agreed_by” which chair agreed."
            yield Problem(private.place(field), ID, LEVEL, message, remedy)
