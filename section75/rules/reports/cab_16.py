"""What is known of equality is known when the decision is taken.

Due regard is had before and at the decision: an analysis made or answered afterwards cannot have informed it. What the report says of its
analysis is judged by `equality-attached` and `equality-agrees`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.decisions import DECIDES
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Fact
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-16"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Equality Act 2010, section 149: due regard must be had when a function is exercised, so before and at the decision."
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  equality:
    made: {says: An analysis was made., by: "P. Lark, Equality Officer", on: 20 January 2026}
""",
)
FAILS: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  equality:
    made: {says: An analysis was made., by: "P. Lark, Equality Officer", on: 12 February 2026}
""",
)
MUTATIONS: Final = (Mutation({"report.equality.found.on": "12 February 2026"}, "report.equality.found.on", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each day of the analysis that comes after the decision it informs."""
    for report in facts.reports.values():
        met = report.meeting.date
        if not isinstance(met, Day) or report.kind not in DECIDES:
            continue
        for day, holder, field in _days(report, facts.equality):
            if day > met:
                message = f"The equality analysis is dated {shown(day)} here, after the decision of {shown(met)}."
                yield Problem(
                    holder.place(field), ID, LEVEL, message, "Check both dates: the analysis must be there when the decision is taken."
                )


def _days(report: Report, analysis: EqualityAnalysis | None) -> Iterator[tuple[Day, Fact, str]]:
    """Yield the days on which officers told of the analysis, made it and answered it, and where they are stated."""
    for comment in (report.equality.made, report.equality.found):
        if comment:
            yield comment.on, comment, "on"
    if analysis is None or analysis.report is not report:
        return
    if isinstance(analysis.begun, Day):
        yield analysis.begun, analysis, "begun"
    for answer in analysis.answers:
        yield answer.on, answer, "on"
