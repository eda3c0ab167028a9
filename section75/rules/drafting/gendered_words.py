"""Clauses speak of posts, which anybody may hold."""

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

ID: Final = "gendered-words"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "House style; Ministerial statement of 8 March 2007 on gender-neutral drafting of legislation (HC Deb, col 146WS)."
PASSES: Final = ("# Notices {#notices}\n\n1. The Manager must report what the Manager has spent.\n",)
FAILS: Final = (
    "# Notices {#notices}\n\n1. The Manager must report what he has spent.\n",
    "# Notices {#notices}\n\n1. The board elects a chairman.\n",
)
MUTATIONS: Final = (Mutation(clause("1. The sender of a letter must give his address."), IN_CLAUSE),)

PATTERN: Final = re.compile(r"\b(?:he|she|his|her|him|hers|himself|herself|chair(?:man|men|woman|women))\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each word for one sex."""
    for paragraph in operative(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(at(paragraph), ID, LEVEL, f"“{said}” names a sex.", "Repeat the noun, or write “they” or “chair”.")
