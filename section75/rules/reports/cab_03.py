"""The notice of a decision does not give away what an exempt appendix holds.

The notice prints the report's purpose, the reason for urgency and the titles of appendices. An amount of money in these, beside an appendix
that is exempt for its financial information, may be the very figure that is kept back. Only an officer can tell, so this warns.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.decisions import by_executives
from section75.rules.mutations import Mutation
from section75.rules.reading import AMOUNT
from section75.rules.report_examples import EXEMPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.report import Report
    from section75.problems import Level, Place
    from section75.rules import Facts

ID: Final = "cab-03"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulation 9(3): particulars of a matter need not, and must not, disclose confidential or exempt information."
)
PASSES: Final = (
    """\
report:
  purpose: To set the prices of the contract
  appendices: [{label: C, title: Prices, exempt: yes, paragraph: 3, public_interest: it would harm its talks}]
""",
    "report:\n  purpose: To set the price at £1.2m a year\n  appendices: [{label: C, title: Prices}]\n",
)
FAILS: Final = (
    """\
report:
  purpose: To set the price at £1.2m a year
  appendices: [{label: C, title: Prices, exempt: yes, paragraph: 3, public_interest: it would harm its talks}]
""",
    """\
report:
  appendices: [{label: C, title: "Offer of £900,000", exempt: yes, paragraph: 3, public_interest: it would harm its talks}]
""",
)
MUTATIONS: Final = (Mutation({"report.purpose": "To set the price at £1.2m a year"}, "report.purpose", EXEMPT, paper="report"),)

MONEY: Final = 3
"""The paragraph of Schedule 12A on financial and business affairs."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each amount that the notice would print beside an appendix exempt for its financial information."""
    for report in by_executives(facts):
        kept = [
            appendix.label
            for appendix in report.exempt_appendices
            if not isinstance(appendix.paragraph, Blank) and appendix.paragraph == MONEY
        ]
        for words, place in _printed(report) if kept else ():
            for amount in re.findall(AMOUNT, words):
                message = f"The notice prints {amount}, and Appendix {kept[0]} is exempt for its financial information."
                yield Problem(place, ID, LEVEL, message, "Take the amount out, or make sure that it is not what the appendix keeps back.")


def _printed(report: Report) -> Iterator[tuple[str, Place]]:
    """Yield the words that the notice prints from the report, with their places."""
    if report.purpose:
        yield report.purpose, report.place("purpose")
    if report.urgency and not isinstance(report.urgency.because, Blank):
        yield report.urgency.because, report.urgency.place("because")
    for appendix in report.appendices:
        yield appendix.title, appendix.place("title")
