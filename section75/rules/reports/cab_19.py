"""Only an executive takes key decisions: a committee of the council, or a council with a committee system, has none.

The Regulations of 2012 are for executives. Decisions of committees are governed by the Act of 1972: five clear days, no notice of 28 and no
call-in of key decisions. Some committee papers go on using the old form; it may be the council's own label, so this warns.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.decisions import by_committees, is_committee
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-19"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089 (executives); Local Government Act 1972, Part VA, and SI 2012/1020 (committees and councils with a committee system)."
)
PASSES: Final = (
    "report:\n  meeting: {body: Cabinet, date: 5 February 2026}\n  key_decision: {is_key: yes, reference: 2026/014}\n",
    "report:\n  meeting: {body: Care Cabinet Committee, date: 5 February 2026}\n  key_decision: {is_key: yes, reference: 2026/014}\n",
    "report:\n  meeting: {body: Adult Social Care Committee, date: 5 February 2026}\n  key_decision: {is_key: no}\n",
)
FAILS: Final = (
    "report:\n  meeting: {body: Adult Social Care Committee, date: 5 February 2026}\n  key_decision: {is_key: yes, reference: 2026/014}\n",
)
MUTATIONS: Final = (Mutation({"report.meeting.body": "Adult Social Care Committee"}, "report.key_decision.is_key", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each key decision that a committee, or a council with a committee system, is asked for."""
    for report in facts.reports.values():
        if isinstance(report.key_decision, Blank) or not report.key_decision.is_key:
            continue
        place = report.key_decision.place("is_key")
        remedy = "Say that it is no key decision, or correct who decides."
        if held := by_committees(report, facts):
            message = f"The council has a committee system ({held.authority}), and the report says that this is a key decision."
            yield Problem(place, ID, LEVEL, message, remedy)
        elif is_committee(report):
            message = f"{report.meeting.body} is no executive, and the report says that this is a key decision."
            yield Problem(place, ID, LEVEL, message, remedy)
