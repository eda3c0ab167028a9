"""Special urgency is agreed before the decision, by a chair: of scrutiny, else of the council, else its vice-chair.

Reports of Medway and Haringey name the scrutiny chair who agreed. A leader, a member of the cabinet or an officer cannot agree for that
chair. Special urgency is also reported to the full council at least once a year, which no report can show.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.decisions import by_executives, route_of
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-05"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulation 11: who agrees that a key decision is urgent and cannot reasonably be deferred."
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: special urgency, because: the grant lapses, agreed_by: the Chair of Scrutiny, agreed_on: 4 February 2026}
""",
    "report:\n  urgency: {route: special urgency, because: the grant lapses}\n",
)
FAILS: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
  urgency: {route: special urgency, because: the grant lapses, agreed_by: the Chair of Scrutiny, agreed_on: 6 February 2026}
""",
    "report:\n  urgency: {route: special urgency, because: the grant lapses, agreed_by: the Leader of the Council}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"report.urgency.agreed_by": "the Leader of the Council"},
        "report.urgency.agreed_by",
        {
            "report.urgency": (
                "{route: special urgency, because: the grant lapses, agreed_by: the Chair of Scrutiny, agreed_on: 4 February 2026}"
            )
        },
        paper="report",
    ),
)

CHAIR: Final = re.compile(r"chair|scrutiny|presiding|speaker|\bmayor\b|provost", re.IGNORECASE)
"""Words for the chair of a committee or of a council, which some councils call mayor or speaker."""
OTHERS: Final = re.compile(r"\b(?:leader|cabinet|portfolio|executive member|director|officer|head of|chief executive)\b", re.IGNORECASE)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each agreement that came after the decision, or from somebody who cannot give it."""
    for report in by_executives(facts):
        urgency, met = report.urgency, report.meeting.date
        if urgency is None or route_of(report) != "special urgency":
            continue
        if isinstance(urgency.agreed_on, Day) and isinstance(met, Day) and urgency.agreed_on > met:
            message = f"Special urgency was agreed on {shown(urgency.agreed_on)}, after the decision of {shown(met)}."
            yield Problem(urgency.place("agreed_on"), ID, LEVEL, message, "Check both dates: the agreement must come first.")
        by = urgency.agreed_by
        if not isinstance(by, Blank) and OTHERS.search(by) and not CHAIR.search(by):
            message = f"Special urgency was agreed by {by}, who cannot agree to it."
            remedy = "Ask the chair of the scrutiny committee or, if there is none who can act, the chair of the council or the vice-chair."
            yield Problem(urgency.place("agreed_by"), ID, LEVEL, message, remedy)
