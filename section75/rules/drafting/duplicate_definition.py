"""A term is defined once. Two definitions of one term, even in the same words, invite the question which of them governs."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import Subject, at
from section75.rules.mutations import CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level

ID: Final = "duplicate-definition"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: one term, one definition."
PASSES: Final = ("# Notices {#notices}\n\n1. A “**Notice**” is a letter. The Notice is signed.\n",)
FAILS: Final = ("# Notices {#notices}\n\n1. A “**Notice**” is a letter.\n2. A “**Notice**” is an email.\n",)
MUTATIONS: Final = (
    Mutation(clause("1. A “**Letter**” is a paper, and each Letter must be signed.\n2. A “**Letter**” is an email."), f"{CLAUSE}:4:1"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each second definition of a term."""
    for term, definitions in subject.index.definitions.items():
        for found in definitions[1:]:
            message = f"“{term}” is defined at {at(definitions[0])} already."
            yield Problem(at(found), ID, LEVEL, message, "Keep one definition.")
