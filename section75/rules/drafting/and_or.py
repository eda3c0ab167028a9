"""“And/or” leaves open which of the two is meant, and a court has to choose.

It is read in every paper: what a report recommends with it is resolved with it.
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

ID: Final = "and-or"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting; Bonitto v Fuerst Bros & Co Ltd [1944] AC 75, where Viscount Simon called it a bastard conjunction."
PASSES: Final = ("# Notices {#notices}\n\n1. A notice is sent by post or email, or both.\n",)
FAILS: Final = ("# Notices {#notices}\n\n1. A notice is sent by post and/or email.\n",)
MUTATIONS: Final = (Mutation(section("The board meets in person and/or online."), IN_SECTION, paper="report"),)

PATTERN: Final = re.compile(r"\band ?/ ?or\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each “and/or”."""
    for paragraph in paragraphs(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(at(paragraph), ID, LEVEL, f"“{said}” leaves open which is meant.", "Write “or”, “and”, or “or both”.")
