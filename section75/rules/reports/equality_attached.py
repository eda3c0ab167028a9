"""What a report says of its equality analysis agrees with what is attached.

Both of Lancashire’s reports, of 2015 and 2017, say that the analysis of November 2014 has been refreshed and is attached, as Appendix A
and as Appendix B: the appendix must be there, and be the analysis.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "equality-attached"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Equality Act 2010, section 149: the decision maker must have the analysis when it decides."
PASSES: Final = (
    """\
report:
  appendices: [{label: B, title: Equality Analysis, equality: yes}]
---
# Equality {#e}

The equality analysis is attached at Appendix B.
""",
    "report:\n  appendices: []\n---\n# Equality {#e}\n\nAn equality analysis has not been completed.\n",
)
FAILS: Final = (
    "report:\n  appendices: []\n---\n# Equality {#e}\n\nThe equality analysis is attached at Appendix B.\n",
    """\
report:
  appendices: [{label: A, title: Background}, {label: B, title: Equality Analysis, equality: yes}]
---
# Equality {#e}

The equality analysis is attached at Appendix A.
""",
    """\
report:
  appendices: [{label: B, title: Equality Analysis, equality: yes}]
---
# Equality {#e}

An equality analysis has not yet been completed.
""",
)
MUTATIONS: Final = (
    Mutation(
        section("The equality analysis is attached at Appendix B."),
        IN_SECTION,
        {
            "report.appendices": "[{label: A, title: Equality analysis, equality: yes}, {label: B, title: Specification}]",
            **section("Appendix B is the specification."),
        },
        paper="report",
    ),
)

ANALYSIS: Final = r"equality (?:impact )?(?:analysis|assessment)\b"
ADDED: Final = r"\b(?:attached|appended|set out|included)\b"
ATTACHED: Final = re.compile(rf"{ANALYSIS}[^.;]{{0,120}}?{ADDED}[^.;]{{0,30}}?\bAppendix ['‘“]?([A-Z]|[0-9]{{1,2}})\b", re.IGNORECASE)
UNDONE: Final = re.compile(
    rf"{ANALYSIS} (?:has not|is not)(?: yet)? (?:been )?(?:completed?|carried out|done|required|needed)", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each sentence about the analysis that the appendices contradict."""
    if subject.report is None:
        return
    appendix = subject.report.equality_appendix
    label = appendix.label if appendix else ""
    for said in subject.said:
        for cited in ATTACHED.findall(said.words):
            if cited != label:
                message = f"The equality analysis is said to be Appendix {cited}, and the appendices say otherwise."
                yield Problem(said.place, ID, LEVEL, message, "Mark the appendix that is the analysis with “equality: yes”.")
        if label and (undone := UNDONE.search(said.words)):
            message = f"The report says “{undone.group()}”, and Appendix {label} is the analysis."
            yield Problem(said.place, ID, LEVEL, message, "Correct one of them.")
