"""Reports that the law of executive decisions governs, as rules of reports read them.

In: the facts of a partnership. Out: its reports whose decision SI 2012/2089 governs, with the days reckoned for each.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.facts.decision_dates import IN_FORCE, DecisionDates

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document
    from section75.facts.house import Governance, HouseStyle
    from section75.facts.report import Report
    from section75.rules import Facts

DECIDES: Final = ("propose", "consult", "approve", "annual refresh", "extend", "renew", "vary", "novate", "merge", "end")
"""The kinds of report that ask for a decision."""
MAKES: Final = ("approve", "renew", "vary", "novate", "merge")
"""The kinds by which an agreement is made or its terms are altered."""
COMMITTEE: Final = re.compile(r"\b(?:sub-?)?committee\b", re.IGNORECASE)
EXECUTIVE: Final = re.compile(r"\b(?:cabinet|executive|leader|mayor|portfolio)\b", re.IGNORECASE)


def by_executives(facts: Facts) -> Iterator[Report]:
    """Yield the reports on decisions of an executive from the day on which the Regulations came into force; a day not known is to come."""
    for report in facts.reports.values():
        if not _before(report) and not is_committee(report) and not by_committees(report, facts):
            yield report


def dates_of(report: Report, facts: Facts) -> DecisionDates | None:
    """Return the days of a report's decision; nothing where its council's house is not read."""
    style = _style(report, facts)
    return DecisionDates(report, style) if style else None


def route_of(report: Report) -> str:
    """Return the rule by which a decision is urgent; nothing where it is not urgent, or the rule is not yet known."""
    route = report.urgency.route if report.urgency else ""
    return "" if isinstance(route, Blank) else str(route)


def is_committee(report: Report) -> bool:
    """Return whether a committee of the council decides, and no executive or part of it."""
    body = report.meeting.body
    return not isinstance(body, Blank) and bool(COMMITTEE.search(body)) and not EXECUTIVE.search(body)


def by_committees(report: Report, facts: Facts) -> Governance | None:
    """Return what the council's house says of its governance on the day, if it has a committee system then."""
    style = _style(report, facts)
    held = style.governance if style else ()
    return next((one for one in held if one.model == "committee system" and one.holds_on(report.meeting.date)), None)


def is_beside(document: Document, report: Report) -> bool:
    """Return whether a paper says in another form what a report says: the record of the decision, or the notice of it."""
    return document.title != report.title and document.title.endswith(report.title)


def _before(report: Report) -> bool:
    return not isinstance(report.meeting.date, Blank) and report.meeting.date < IN_FORCE


def _style(report: Report, facts: Facts) -> HouseStyle | None:
    return facts.houses.get(str(report.house))
