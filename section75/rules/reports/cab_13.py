"""A decision takes effect, and what it decides begins, only when it can no longer be called in.

The Act lets scrutiny review what has been decided and not yet carried out; how many days it has is for each council's constitution and
stands with its dates under `call_in` in the council's house. Of a council whose house says nothing, only the order of the dates is asked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.decisions import MAKES, by_executives, dates_of
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.decision_dates import DecisionDates
    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-13"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "Local Government Act 2000, section 9F: scrutiny of decisions not yet carried out; the time for it is the constitution’s."
)
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  decided: {outcome: as recommended, on: 5 February 2026, published: 6 February 2026, effective: 14 February 2026}
""",
)
FAILS: Final = ("report:\n  decided: {outcome: as recommended, on: 5 February 2026, effective: 4 February 2026}\n",)
MUTATIONS: Final = (Mutation({"report.decided.effective": "4 February 2026"}, "report.decided.effective", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each decision that takes effect, and each agreement that begins, before its call-in can have ended."""
    for report in by_executives(facts):
        yield from _effective(report, dates_of(report, facts))
        yield from _begins(report, dates_of(report, facts), facts)


def _effective(report: Report, dates: DecisionDates | None) -> Iterator[Problem]:
    decided = report.decided
    if not isinstance(decided.effective, Day):
        return
    place = decided.place("effective")
    ends = dates.call_in_ends if dates else None
    if ends and decided.effective <= ends:
        message = f"The decision has effect from {shown(decided.effective)}, and can be called in until {shown(ends)}."
        yield Problem(place, ID, LEVEL, message, "Check when the record was published and when the decision takes effect.")
    elif isinstance(decided.on, Day) and decided.effective < decided.on:
        message = f"The decision has effect from {shown(decided.effective)}, before it was taken on {shown(decided.on)}."
        yield Problem(place, ID, LEVEL, message, "Check both dates.")


def _begins(report: Report, dates: DecisionDates | None, facts: Facts) -> Iterator[Problem]:
    begins = facts.agreement.term.commencement if facts.agreement and report.kind in MAKES and report.kind != "vary" else None
    if not isinstance(begins, Day) or dates is None or dates.decision is None or dates.effect is None:
        return
    if dates.decision <= begins < dates.effect:
        message = f"The agreement begins on {shown(begins)}, and call-in cannot end before {shown(dates.call_in_expected or dates.effect)}."
        remedy = "Decide earlier, begin later or, if the constitution allows it, say under “urgency” that the decision is not called in."
        yield Problem(report.meeting.place("date"), ID, LEVEL, message, remedy)
