"""A report with an exempt appendix marks it “not for publication”.

The library's section on exempt information, the notice and the record all say so; a text that a council writes in their place must too.
By which paragraph it is exempt, and why, is asked by `exempt-appendix`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.report_examples import EXEMPT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "cab-08"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2012/2089, regulation 7(5): a report or part that is withheld is marked “not for publication”, with the reason."
PASSES: Final = (
    """\
report:
  appendices: [{label: C, title: Costs, exempt: yes, paragraph: 3, public_interest: disclosure would harm its talks}]
---
# Exempt information {#e}

Appendix C is not for publication, because it holds exempt information within paragraph 3.
""",
    "report:\n  appendices: [{label: C, title: Costs}]\n---\n# Money {#e}\n\nAppendix C has the costs.\n",
)
FAILS: Final = (
    """\
report:
  appendices: [{label: C, title: Costs, exempt: yes, paragraph: 3, public_interest: disclosure would harm its talks}]
---
# Money {#e}

Appendix C has the costs.
""",
)
MUTATIONS: Final = (
    Mutation(
        {
            "report/exempt.md": "Appendix B is kept back.\n",
            "report/appendices.md": "Appendix A is the analysis, and Appendix B has the prices.\n",
        },
        "report.appendices.1.exempt",
        EXEMPT,
        paper="report",
    ),
)

MARKED: Final = re.compile(r"\bnot for publication\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each exempt appendix of a paper that nowhere says “not for publication”."""
    if subject.report is None or not subject.report.exempt_appendices:
        return
    if any(MARKED.search(said.words) for said in subject.said):
        return
    for appendix in subject.report.exempt_appendices:
        message = f"Appendix {appendix.label} is exempt, and the paper nowhere marks it “not for publication”."
        yield Problem(appendix.place("exempt"), ID, LEVEL, message, "Say so where the appendix is listed, with the paragraph relied on.")
