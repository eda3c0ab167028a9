"""A blank is written as a blank, so that it is counted, listed and refused in a final copy.

“TBC”, “XXX” and empty brackets pass unseen into signed agreements; so does the message of a reference that a word processor lost.
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

ID: Final = "placeholder"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting; the blanks of this toolkit."
PASSES: Final = (
    "# Notices {#notices}\n\n1. The notice is for [● the length of the notice].\n",
    "# Notices {#notices}\n\n1. See Re Example \\[2008\\] EWHC 1.\n",
    "# Notices {#notices}\n\n1. The words “the \\[Council\\]” are quoted.\n",
)
FAILS: Final = (
    "# Notices {#notices}\n\n1. The notice is for TBC months.\n",
    "# Notices {#notices}\n\n1. The notice is for XX months.\n",
    "# Notices {#notices}\n\n1. The notice is for \\[insert length\\].\n",
    "# Notices {#notices}\n\n1. See clause Error! Reference source not found.\n",
)
MUTATIONS: Final = (Mutation(section("The board meets every TBC months."), IN_SECTION, paper="report"),)

PATTERN: Final = re.compile(
    r"\b(?:TBC|TBA|TBD|XX+|lorem ipsum|[Ii]nsert (?:name|date|here|details))\b|\[(?!●|[0-9]{4}\])[^\]]*\]|Error! (?:Refer|Book)[^.]*"
    r"|\?\?+|£X+\b|\bdd/mm"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each leftover of a draft."""
    for paragraph in paragraphs(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(
                at(paragraph),
                ID,
                LEVEL,
                f"“{said}” is left over from a draft.",
                "Write a blank, `[● what is to be known]`, or leave the fact out: it becomes one.",
            )
