"""Nothing is said of impact unless an officer has said it, with name and date.

The duty to have due regard is met in substance, by the decision maker, on evidence. A tool
that prints “no impact” has decided for the officer.
The rule reads the finished text of equality analyses and reports, and lets through only words that print an officer's answer.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.tree import Text
from section75.problems import Problem
from section75.rules import Subject, at
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level

ID: Final = "equality-conclusion"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Equality Act 2010, section 149; R (Brown) v Secretary of State for Work and Pensions [2008] EWHC 3158 (Admin)."
FIRM: Final = "nobody but an officer, with name and date, says anything of impact"
PASSES: Final = ("# Age {#age}\n\n[● OFFICER TO COMPLETE: what would change, by age]\n",)
FAILS: Final = ("# Age {#age}\n\nThe proposal has no impact on older people.\n", "# Age {#age}\n\nThe impact is neutral.\n")
MUTATIONS: Final = (Mutation(section("The proposal has no impact on older people."), IN_SECTION, paper="report"),)

CONCLUSION: Final = re.compile(
    r"\b(no|neutral|positive|negative|adverse|low|minimal|limited)"
    r" (adverse |negative |positive |equality |disproportionate )?(impacts?|effects?)\b"
    r"|\b(impacts?|effects?) (is|are|will be|would be) (neutral|positive|negative|low|minimal|limited|none)\b|\bneutral\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each conclusion about impact that does not print an officer's answer."""
    if subject.document.kind not in ("equality", "report"):
        return
    for found in subject.index.texts:
        text = found.inline
        if isinstance(text, Text) and text.fact not in subject.answered and (said := CONCLUSION.search(text.words)):
            message = f"“{said.group()}” is a conclusion about impact that no officer has signed."
            yield Problem(at(found), ID, LEVEL, message, "Leave a blank, or state it under answers with the officer's name and the date.")
