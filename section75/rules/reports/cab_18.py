"""A report by which an agreement is made cites its power, section 75, and the Regulations made under it.

The decision maker must be told under which power the council acts and what its conditions are. Stockton, Sefton and Medway cite Acts that
there are not, which `statute-names` finds; this finds a report that cites nothing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.decisions import MAKES, is_beside
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "cab-18"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "National Health Service Act 2006, section 75, and SI 2000/617, regulations 4 and 7 to 9: the power and its conditions."
PASSES: Final = (
    """\
report:
  kind: approve
---
# Legal {#l}

The power is in section 75 of the National Health Service Act 2006, and its conditions are in regulation 4 of the Regulations of 2000.
""",
    "report:\n  kind: update\n---\n# Legal {#l}\n\nThere is nothing to decide.\n",
)
FAILS: Final = (
    "report:\n  kind: approve\n---\n# Legal {#l}\n\nThe council has power to do this.\n",
    "report:\n  kind: approve\n---\n# Legal {#l}\n\nThe power is in section 75 of the National Health Service Act 2006.\n",
)
MUTATIONS: Final = (
    Mutation(
        {
            "report/legal.md": "The power is in section 75 of the National Health Service Act 2006.\n",
            "report/consultation.md": "The partners consulted people who use the service.\n",
        },
        "report.kind",
        paper="report",
    ),
)

CITED: Final = (
    (re.compile(r"\b(?:section|s\.?) ?75\b", re.IGNORECASE), "section 75 of the National Health Service Act 2006"),
    (re.compile(r"\bregulations?\b|\bSI 2000/617\b", re.IGNORECASE), "the Regulations made under section 75 (SI 2000/617)"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield what a report that makes an agreement does not cite."""
    report = subject.report
    if report is None or report.kind not in MAKES or is_beside(subject.document, report):
        return
    words = "\n".join(said.words for said in subject.said)
    for pattern, name in CITED:
        if not pattern.search(words):
            message = f"The report makes an agreement and nowhere cites {name}."
            yield Problem(report.place("kind"), ID, LEVEL, message, "Cite it among the legal implications.")
