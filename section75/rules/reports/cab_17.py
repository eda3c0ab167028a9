"""A report by which an agreement is made tells of consultation, and consultation has closed by then.

The partners must consult before they make arrangements, and whoever decides must weigh what people said: it must be in the report, and
cannot be while people may still answer. Why there was none is asked by `consultation-position`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.dates import Month
from section75.problems import Problem
from section75.rules.decisions import MAKES, is_beside
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.governance import Consultation
    from section75.problems import Level
    from section75.rules import Facts, Subject

ID: Final = "cab-17"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(2): joint consultation before arrangements are made; R v Brent LBC, ex p Gunning (1985): its product is "
    "conscientiously taken into account."
)
PASSES: Final = (
    """\
agreement:
  consultation: {position: done, opened: 1 November 2025, closed: 10 January 2026}
report:
  kind: approve
  meeting: {body: Cabinet, date: 5 February 2026}
---
# Consultation {#c}

The partners consulted carers, who asked for breaks.
""",
    """\
agreement:
  consultation: {position: exempt, because: it is a Better Care Fund}
report:
  kind: approve
---
# Money {#c}

The budget grows.
""",
)
FAILS: Final = (
    """\
agreement:
  consultation: {position: done, opened: 1 November 2025, closed: 10 February 2026}
report:
  kind: approve
  meeting: {body: Cabinet, date: 5 February 2026}
""",
    "agreement:\n  consultation: {position: done}\nreport:\n  kind: approve\n---\n# Money {#c}\n\nThe budget grows.\n",
)
MUTATIONS: Final = (Mutation({"consultation.closed": "10 February 2026"}, "report.meeting.date", paper="report"),)

TOLD: Final = re.compile(r"\bconsult(?:ed|ations?|ing|ees?)\b|\bengage(?:d|ment)\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield a report that makes an agreement and nowhere speaks of consultation, though there was some."""
    report, held = subject.report, _consultation(subject.agreement)
    if report is None or held is None or held.position != "done" or report.kind not in MAKES or is_beside(subject.document, report):
        return
    if not any(TOLD.search(said.words) for said in subject.said):
        message = "The partners consulted, and the report nowhere tells what came of it."
        yield Problem(report.place("kind"), ID, LEVEL, message, "Tell who was consulted, what they said and how it was taken into account.")


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each decision taken while consultation was still open."""
    held = _consultation(facts.agreement)
    if held is None or held.position != "done":
        return
    closed = held.closed.first if isinstance(held.closed, Month) else held.closed
    for report in facts.reports.values():
        met = report.meeting.date
        if report.kind in MAKES and isinstance(met, Day) and isinstance(closed, Day) and closed > met:
            message = f"Consultation closed on {shown(closed)}, after the decision of {shown(met)}."
            yield Problem(report.meeting.place("date"), ID, LEVEL, message, "Check both dates: what people said must be weighed first.")


def _consultation(agreement: Agreement | None) -> Consultation | None:
    return None if agreement is None or isinstance(agreement.consultation, Blank) else agreement.consultation
