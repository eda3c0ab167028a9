"""Two negatives make a reader work out the one thing that is meant.

The rule reads reports and equality analyses, which the public reads.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import matches, paragraphs
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "double-negative"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "Plain English; GOV.UK, Content design: writing for GOV.UK."
PASSES: Final = ("# Costs {#costs}\n\nThe cost is not unlawful, and grows until it is not under control.\n",)
FAILS: Final = (
    "# Costs {#costs}\n\nThe cost is not inconsiderable.\n",
    "# Costs {#costs}\n\nThe change is not without risk.\n",
    "# Costs {#costs}\n\nIt is not unlikely that costs rise.\n",
)
MUTATIONS: Final = (Mutation(section("The cost of the board is not inconsiderable."), IN_SECTION, paper="report"),)

PATTERN: Final = re.compile(
    r"\b(?:not|never|nor) (?:(?:at all|wholly|entirely|altogether|very) )?(?:without"
    r"|un(?:likely|usual|common|reasonable|important|known|welcome|aware|expected|necessary|related|justified|true|fair|happy|able|clear)"
    r"|in(?:significant|frequent|considerable|appropriate|consistent|correct|accurate|effective|adequate|substantial)"
    r"|im(?:possible|probable|material|plausible)|dis(?:similar|satisfied)|ir(?:relevant|regular))\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each double negative."""
    if subject.document.kind in ("report", "equality"):
        for paragraph in paragraphs(subject):
            for said in matches(paragraph, PATTERN):
                yield Problem(at(paragraph), ID, LEVEL, f"“{said}” is a double negative.", "Say what is so, not what is not otherwise.")
