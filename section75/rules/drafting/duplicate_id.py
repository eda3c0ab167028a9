"""A name stands for one thing. Two blocks of one id would make every reference to it point at the first, in silence."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem
from section75.rules.mutations import CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "duplicate-id"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a reference must have one meaning."
FIRM: Final = "a reference would go to the wrong place"
PASSES: Final = ("# Notices {#notices}\n\n1. A notice is written. {#notices-form}\n",)
FAILS: Final = ("# Notices {#notices}\n\n1. A notice is written. {#notices}\n",)
MUTATIONS: Final = (
    Mutation(
        clause("{% for partner in partners %}\n1. {{ partner.short }} must sign each letter. {#letters-signed}\n{% endfor %}"),
        f"{CLAUSE}:4:1",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each second use of a name."""
    for name, holders in subject.index.ids.items():
        for holder in holders[1:]:
            first = holders[0].place or Place("the document")
            yield Problem(holder.place or first, ID, LEVEL, f"“{name}” is already the name of {first}.", "Choose another name.")
