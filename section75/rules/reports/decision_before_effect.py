"""A decision is taken before what it decides begins, or the report says that it is retrospective.

Reports of Redbridge, Wirral and Tower Hamlets asked for approval after the agreement or its extension had begun.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from section75.facts.agreement import Agreement
    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "decision-before-effect"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(1): partners may enter into arrangements; a decision cannot authorise what has already been "
    "done, only ratify it."
)
PASSES: Final = (
    """\
agreement:
  term: {commencement: 1 April 2018, expiry: 31 March 2021}
report:
  kind: approve
  meeting: {body: Cabinet, date: 15 February 2018}
""",
    """\
agreement:
  term: {commencement: 1 April 2018, expiry: 31 March 2021}
report:
  kind: update
  meeting: {body: Cabinet, date: 12 July 2018}
""",
)
FAILS: Final = (
    """\
agreement:
  term: {commencement: 1 April 2018, expiry: 31 March 2021}
report:
  kind: approve
  meeting: {body: Cabinet, date: 12 July 2018}
""",
    """\
agreement:
  lineage:
    asked: {title: the extension, kind: deed, when: TBC, effect: extends, by: 12 months, ends: 31 March 2019}
report:
  kind: extend
  meeting: {body: Cabinet, date: 12 July 2018}
  recommendations: [{verb: Agree, words: to extend the agreement, extends: asked}]
""",
)
MUTATIONS: Final = (Mutation({"term.commencement": "1 February 2026"}, "report.meeting.date", paper="report"),)

BEGINS: Final = ("propose", "approve", "renew", "merge", "novate")
"""The kinds of decision by which the agreement itself begins."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each report whose meeting is after the beginning of what it decides."""
    for report in facts.reports.values():
        met = report.meeting.date
        if isinstance(met, Blank) or report.retrospective:
            continue
        begins = [*_terms(facts.agreement, report), *_extensions(report)]
        for day in begins:
            if day < met:
                message = f"The decision of {shown(met)} comes after what it decides begins, {shown(day)}."
                remedy = "Check both dates; if approval is asked for what has begun, say so under “retrospective”."
                yield Problem(report.meeting.place("date"), ID, LEVEL, message, remedy)


def _terms(agreement: Agreement | None, report: Report) -> Iterator[date]:
    if agreement and report.kind in BEGINS and isinstance(agreement.term.commencement, Day):
        yield agreement.term.commencement


def _extensions(report: Report) -> Iterator[date]:
    """Yield the first day of each extension that is asked for."""
    for limb in report.recommendations:
        asked = limb.extends
        if asked and asked.ends and asked.by and asked.by.unit in ("month", "quarter", "year"):
            yield asked.by.before(asked.ends + timedelta(days=1))
