"""Notice of a key decision is published 28 clear days before it, unless a route of urgency in the Regulations is used.

Clear days are days of any kind: neither the day of the notice nor that of the decision counts, and weekends and bank holidays do. A rule of
urgency in a council's own constitution does not take the place of the Regulations, as reports of Sefton and Haringey had it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.clear_days import clear_days, latest
from section75.facts.decision_dates import NOTICE
from section75.problems import Problem
from section75.rules.decisions import by_executives, route_of
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-02"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulation 9: notice at least 28 clear days before a key decision; regulations 10 and 11: the exceptions."
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  notice: {published: 7 January 2026}
""",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  notice: {published: 20 January 2026}
  urgency: {route: general exception, because: the grant lapses, agreed_on: 20 January 2026, published: 20 January 2026}
""",
    """\
report:
  meeting: {body: Cabinet, date: 17 April 2012}
  notice: {published: 1 April 2012}
""",
)
FAILS: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  notice: {published: 8 January 2026}
""",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  notice: {published: 20 January 2026}
  urgency: {route: constitution, because: the grant lapses}
""",
)
MUTATIONS: Final = (Mutation({"report.notice.published": "8 January 2026"}, "report.notice.published", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each notice of a key decision that was too late."""
    for report in by_executives(facts):
        published, met = report.notice.published, report.meeting.date
        if isinstance(report.key_decision, Blank) or not report.key_decision.is_key or _excused(report):
            continue
        if isinstance(published, Day) and isinstance(met, Day) and clear_days(published, met) < NOTICE:
            by = shown(latest(met, NOTICE))
            message = f"Notice of {shown(published)} is not {NOTICE} clear days before {shown(met)}; the last day for it is {by}."
            remedy = (
                "Check both dates or, under “urgency”, use the general exception or special urgency; the constitution alone will not do."
            )
            yield Problem(report.notice.place("published"), ID, LEVEL, message, remedy)


def _excused(report: Report) -> bool:
    """Return whether a route of the Regulations is used, or it is not yet known which."""
    return report.urgency is not None and route_of(report) != "constitution"
