"""A report that says it is no key decision uses nothing that only key decisions have.

Whether a decision is key is stated once and decides which notice it needs. The general exception and special urgency excuse the notice of
a key decision only, and a reason for being key contradicts not being so. What is not stated at all is a blank, and listed as one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.decisions import by_executives, route_of
from section75.rules.mutations import Mutation
from section75.rules.report_examples import NOT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-01"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulations 8, 10 and 11: what a key decision is, and the routes by which its notice may be shortened."
PASSES: Final = (
    """\
report:
  key_decision: {is_key: no, because: it costs nothing}
  urgency: {route: constitution, because: the grant lapses}
""",
    "report:\n  key_decision: {is_key: yes, reference: 2026/014}\n  notice: {reason: expenditure above the threshold}\n",
)
FAILS: Final = (
    """\
report:
  key_decision: {is_key: no, because: it costs nothing}
  urgency: {route: special urgency, because: the grant lapses}
""",
    "report:\n  key_decision: {is_key: no}\n  notice: {reason: expenditure above the threshold}\n",
)
MUTATIONS: Final = (Mutation({"report.notice.reason": "it commits more than £500,000"}, "report.notice.reason", NOT_KEY, paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each sign of a key decision in a report that says it is none."""
    for report in by_executives(facts):
        if isinstance(report.key_decision, Blank) or report.key_decision.is_key:
            continue
        remedy = "Correct whether it is a key decision, or take this out."
        if report.urgency and route_of(report) in ("general exception", "special urgency"):
            message = f"The route of urgency is “{route_of(report)}”, which only a key decision has, and the report says it is none."
            yield Problem(report.urgency.place("route"), ID, LEVEL, message, remedy)
        if not isinstance(report.notice.reason, Blank):
            message = "A reason is given for its being a key decision, and the report says it is none."
            yield Problem(report.notice.place("reason"), ID, LEVEL, message, remedy)
