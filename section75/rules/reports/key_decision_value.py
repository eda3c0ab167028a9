"""A report that says it is no key decision does not concern a great deal of money.

Hillingdon called a Better Care Fund agreement of many millions non-key; Southampton the closure of a service. It may be right under the
council’s own constitution, so this only warns. Thresholds differ, and change: that of Lancashire is £2.2m since April 2024 and was £1.6m.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Money
from section75.facts.contributions import Accounts
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.report_examples import NOT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.house import Threshold
    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "key-decision-value"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulation 8: significant expenditure or savings, or significant effects in two or more divisions; each "
    "council sets its own threshold, which stands with its dates under “thresholds” of its house."
)
PASSES: Final = (
    """\
agreement:
  schemes:
    home: {name: the Home Service, lead: council, activity: {spend: £6.2m}}
report:
  key_decision: {is_key: yes, reference: 2012/021}
""",
    """\
agreement:
  schemes:
    home: {name: the Home Service, lead: council, activity: {spend: £90k}}
report:
  key_decision: {is_key: no}
""",
)
FAILS: Final = (
    """\
agreement:
  schemes:
    home: {name: the Home Service, lead: council, activity: {spend: £6.2m}}
report:
  key_decision: {is_key: no}
""",
)
MUTATIONS: Final = (
    Mutation(
        {"contributions.2026/27.reablement": "{council: 1200000, icb: 1200000}"}, "report.key_decision.is_key", NOT_KEY, paper="report"
    ),
)

DECIDES: Final = ("propose", "approve", "annual refresh", "extend", "renew", "vary", "merge", "end")


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each report that decides on the threshold of its council or more and says that it is no key decision."""
    most = max(_amounts(facts.agreement), default=Money(0)) if facts.agreement else Money(0)
    for report in facts.reports.values():
        threshold = _threshold(facts, report)
        if threshold is None or isinstance(report.key_decision, Blank) or report.key_decision.is_key:
            continue
        if report.kind in DECIDES and most >= threshold.amount:
            concerned, set_at = f"£{most.pence // 100:,}", f"£{threshold.amount.pence // 100:,}"
            message = f"The report is said to be no key decision, and the agreement concerns {concerned} a year; the threshold is {set_at}."
            yield Problem(report.key_decision.place("is_key"), ID, LEVEL, message, f"Check the constitution. {threshold.authority}.")


def _threshold(facts: Facts, report: Report) -> Threshold | None:
    """Return what the house says at the date of the meeting; nothing where it says nothing of that day."""
    style = facts.houses.get(str(report.house))
    return next((one for one in style.thresholds if one.holds_on(report.meeting.date)), None) if style else None


def _amounts(agreement: Agreement) -> Iterator[Money]:
    """Yield the yearly spend of each scheme, and the contributions of each year."""
    for scheme in agreement.schemes.values():
        if scheme.activity and isinstance(scheme.activity.spend, Money):
            yield scheme.activity.spend
    for year in Accounts(agreement).years:
        if isinstance(year.total, Money):
            yield year.total
