"""An appendix that is kept from the public says by which paragraph, and why the public interest is in keeping it so.

Merton, Lambeth and Salford print both for the commercial appendices of their agreements; an appendix marked exempt without them has to be
published. Until they are known, both are marked blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.report_examples import EXEMPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "exempt-appendix"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "Local Government Act 1972, section 100A(4) and Schedule 12A, Part 1 (paragraphs 1 to 7) and Part 2 (paragraph 10, the "
    "public interest)."
)
PASSES: Final = (
    """\
report:
  appendices: [{label: C, title: Costs, exempt: yes, paragraph: 3, public_interest: disclosure would harm its talks}]
""",
    "report:\n  appendices: [{label: C, title: Costs}]\n",
)
FAILS: Final = (
    "report:\n  appendices: [{label: C, title: Costs, exempt: yes}]\n",
    """\
report:
  appendices: [{label: C, title: Costs, exempt: yes, paragraph: 12, public_interest: disclosure would weaken the Council}]
""",
)
MUTATIONS: Final = (Mutation({"report.appendices.1.paragraph": "12"}, "report.appendices.1.exempt", EXEMPT, paper="report"),)

LAST: Final = 7
"""The last paragraph of Part 1 of the Schedule as it applies in England."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each exempt appendix without a paragraph of the Schedule, or without the public interest."""
    for report in facts.reports.values():
        for appendix in report.exempt_appendices:
            place = appendix.place("exempt")
            if isinstance(appendix.paragraph, Blank) or not 1 <= appendix.paragraph <= LAST:
                message = f"Appendix {appendix.label} is exempt, and no paragraph of Schedule 12A from 1 to {LAST} is stated."
                yield Problem(place, ID, LEVEL, message, "State it under “paragraph”.")
            if isinstance(appendix.public_interest, Blank):
                message = f"Appendix {appendix.label} is exempt, and the public interest in that is not stated."
                yield Problem(place, ID, LEVEL, message, "State it under “public_interest”.")
