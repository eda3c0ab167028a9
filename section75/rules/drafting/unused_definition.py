"""A definition is used. One that is not is a trace of something taken out, and makes a reader look for it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.terms import forms
from section75.problems import Problem
from section75.rules import Subject, at
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level

ID: Final = "unused-definition"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: define what is used, and nothing else."
PASSES: Final = ("# Letters {#letters}\n\n1. A “**Notice**” is a letter. The Notice is signed.\n",)
FAILS: Final = ("# Letters {#letters}\n\n1. A “**Notice**” is a letter. It is signed.\n",)
MUTATIONS: Final = (Mutation(clause("“**Form Letter**”: a letter in a set form.\n\n1. A letter must be signed."), IN_CLAUSE),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each term that is defined and never used, counting its singular and plural as one."""
    if subject.document.kind != "agreement":
        return
    used = {form for term in subject.index.used for form in forms(term)}
    for term, definitions in subject.index.definitions.items():
        if term not in used:
            yield Problem(
                at(definitions[0]), ID, LEVEL, f"“{term}” is defined and never used.", "Take the definition out, or use the term."
            )
