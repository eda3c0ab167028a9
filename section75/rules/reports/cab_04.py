"""Under the general exception, five clear days pass between telling the chair of scrutiny, publishing that, and the decision.

Where 28 clear days' notice cannot be given, the chair of the scrutiny committee (or every member of it) is told in writing, and the notice
is open to the public for five clear days. What is not yet known is a blank.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.facts.clear_days import clear_days, latest
from section75.facts.decision_dates import AGENDA
from section75.problems import Problem
from section75.rules.decisions import by_executives, route_of
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-04"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulation 10: the general exception to 28 clear days’ notice of a key decision."
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: general exception, because: the grant lapses, agreed_on: 30 January 2026, published: 30 January 2026}
""",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: special urgency, because: the grant lapses, agreed_by: the Chair of Scrutiny, agreed_on: 4 February 2026}
""",
)
FAILS: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: general exception, because: the grant lapses, agreed_on: 31 January 2026}
""",
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: general exception, because: the grant lapses, agreed_on: 29 January 2026, published: 2 February 2026}
""",
)
MUTATIONS: Final = (
    Mutation(
        {"report.urgency.agreed_on": "31 January 2026"},
        "report.urgency.agreed_on",
        {"report.urgency": "{route: general exception, because: the grant lapses, agreed_on: 29 January 2026, published: 29 January 2026}"},
        paper="report",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each day that leaves fewer than five clear days before the decision."""
    for report in by_executives(facts):
        met = report.meeting.date
        if report.urgency is None or route_of(report) != "general exception" or not isinstance(met, Day):
            continue
        for field, what in (("agreed_on", "The chair of scrutiny was told"), ("published", "The notice of urgency was published")):
            day = getattr(report.urgency, field)
            if isinstance(day, Day) and clear_days(day, met) < AGENDA:
                message = f"{what} on {shown(day)}, and {AGENDA} clear days must pass before {shown(met)}."
                remedy = f"The last day for it is {shown(latest(met, AGENDA))}; after that only special urgency is left."
                yield Problem(report.urgency.place(field), ID, LEVEL, message, remedy)
