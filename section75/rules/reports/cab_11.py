"""A report to an executive cites, for its background papers, the law of executives.

Papers listed for a decision of a cabinet are open under the Regulations of 2012; section 100D of the Act of 1972 is for councils and their
committees. Many templates cite it for both. That papers are listed at all, or none, is a fact, and a blank until it is stated.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.decisions import by_executives
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "cab-11"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2012/2089, regulation 15 (executives); Local Government Act 1972, section 100D (councils and committees)."
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
---
# Background papers {#b}

None, within regulation 15 of SI 2012/2089.
""",
    """\
report:
  meeting: {body: Planning Committee, date: 5 February 2026}
---
# Background papers {#b}

Papers open under section 100D of the Local Government Act 1972: none.
""",
)
FAILS: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 5 February 2026}
---
# Background papers {#b}

Papers open under section 100D of the Local Government Act 1972: none.
""",
)
MUTATIONS: Final = (Mutation(section("Papers are open under section 100D of the Local Government Act 1972."), IN_SECTION, paper="report"),)

OF_COMMITTEES: Final = re.compile(r"\b(?:section|s\.?) ?100D\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each place at which a report to an executive cites the law of committees."""
    if subject.report is None or not any(report is subject.report for report in by_executives(subject.facts)):
        return
    for said in subject.said:
        if OF_COMMITTEES.search(said.words):
            message = "Section 100D of the Local Government Act 1972 is not the law of background papers of an executive."
            yield Problem(said.place, ID, LEVEL, message, "Cite regulation 15 of SI 2012/2089.")
