"""The record of a decision gives its reasons and the options rejected, and its dates follow each other.

Once the decision is stated, a record without reasons is none; and where the report put other options forward, they were rejected, and the
record says why. What is not yet known is a blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.decisions import by_executives
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-12"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2012/2089, regulations 12 to 14: the record states the decision and its date, the reasons, the options considered and rejected, "
    "interests and dispensations, and is published as soon as practicable."
)
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  decided:
    outcome: as recommended
    on: 5 February 2026
    reasons: [the reasons given in the report]
    rejected: ["to do nothing, because people would be left without the service"]
    published: 6 February 2026
""",
    "report:\n  decided: {outcome: as recommended}\n",
)
FAILS: Final = (
    "report:\n  decided: {outcome: as recommended, reasons: []}\n",
    "report:\n  decided: {outcome: as recommended, rejected: []}\n",
    "report:\n  decided: {outcome: as recommended, on: 5 February 2026, published: 4 February 2026}\n",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  decided: {outcome: as recommended, on: 4 February 2026}
""",
)
MUTATIONS: Final = (Mutation({"report.decided.reasons": "[]"}, "report.decided.reasons", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is wrong with the record of each decision that has been taken."""
    for report in by_executives(facts):
        if isinstance(report.decided.outcome, Blank):
            continue
        decided = report.decided
        if not isinstance(decided.reasons, Blank) and not decided.reasons:
            yield Problem(decided.place("reasons"), ID, LEVEL, "The decision is recorded without any reason.", "State its reasons.")
        if not isinstance(decided.rejected, Blank) and not decided.rejected and any(not option.recommended for option in report.options):
            message = "The report puts other options forward, and the record says that none was considered and rejected."
            yield Problem(decided.place("rejected"), ID, LEVEL, message, "State those that were rejected, and why.")
        yield from _out_of_order(report)


def _out_of_order(report: Report) -> Iterator[Problem]:
    on, published, met = report.decided.on, report.decided.published, report.meeting.date
    if isinstance(on, Day) and isinstance(published, Day) and published < on:
        message = f"The record was published on {shown(published)}, before the decision of {shown(on)}."
        yield Problem(report.decided.place("published"), ID, LEVEL, message, "Check both dates.")
    if isinstance(on, Day) and isinstance(met, Day) and on < met and not report.meeting.member:
        message = f"The decision is dated {shown(on)}, before the meeting of {shown(met)}."
        yield Problem(report.decided.place("on"), ID, LEVEL, message, "Check both dates.")
