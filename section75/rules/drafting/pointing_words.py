"""A reference is live and names what it points at; “above” and “below” move when a clause does."""

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

ID: Final = "pointing-words"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "House style; craft of drafting."
PASSES: Final = ("# Notices {#notices}\n\n1. A sum below £100 is not repaid.\n",)
FAILS: Final = (
    "# Notices {#notices}\n\n1. The form set out below is used.\n",
    "# Notices {#notices}\n\n1. The table above applies.\n",
)
MUTATIONS: Final = (Mutation(clause("1. A letter must be in the form set out below."), IN_CLAUSE),)

PATTERN: Final = re.compile(
    r"\b(?:(?:clause|paragraph|section|schedule|table|list)s?(?: [0-9.()a-z]+)? (?:above|below)"
    r"|(?:set out|listed|stated|named|defined|mentioned|referred to|described|shown)(?: \w+)? (?:above|below))\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each “above” or “below” that stands for a reference."""
    for paragraph in operative(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(
                at(paragraph), ID, LEVEL, f"“{said}” points at nothing by name.", "Refer to the clause, paragraph or table by its name."
            )
