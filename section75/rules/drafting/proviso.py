"""A condition is a sentence of its own, and stands where the reader needs it.

“Provided that” joins to a rule an exception, a condition or a second rule, and leaves open which.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import matches, operative
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "proviso"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "Craft of drafting: Coode on Legislative Expression (1843) on the abuse of provisos."
PASSES: Final = (
    "# Notices {#notices}\n\n1. A notice is in writing, except in an emergency.\n",
    "# Notices {#notices}\n\n1. The Services provided that day are listed.\n",
)
FAILS: Final = (
    "# Notices {#notices}\n\n1. A notice is in writing, provided that it may be oral in an emergency.\n",
    "# Notices {#notices}\n\n1. A notice is in writing, subject always to the Law.\n",
)
MUTATIONS: Final = (Mutation(clause("1. A letter must be signed, provided that it is not an email."), IN_CLAUSE),)

PATTERN: Final = re.compile(r"(?<=[,;:] )provided(?: always)?,? that\b|\bPROVIDED(?: ALWAYS)?,? THAT\b|\bsubject always\b")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each proviso."""
    for paragraph in operative(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(
                at(paragraph), ID, LEVEL, f"“{said}” begins a proviso.", "Write “if”, “except that” or “but”, or begin a new sentence."
            )
