"""A cross-reference points at something that is in the document.

A clause may be left out of one agreement and in another; a reference to it must then be left out too. A reference to nothing would print
the words that the lawyer typed as an aid to memory, and no number.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem, did_you_mean
from section75.rules import Subject, at
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level

ID: Final = "broken-reference"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a reference to nothing has no meaning a court could give it."
FIRM: Final = "no number could be printed"
PASSES: Final = ("# Notices {#notices}\n\n1. See [clause](#notices).\n",)
FAILS: Final = ("# Notices {#notices}\n\n1. See [clause](#notises).\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter about staff follows [the secondment clause](#secondment)."), IN_CLAUSE),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each reference whose target is nowhere in the document."""
    for found in subject.index.references:
        target = getattr(found.inline, "target", "")
        if target not in subject.index.ids:
            near = did_you_mean(target, subject.index.ids)
            remedy = near or "Name one that is in this document, or ask whether it is included."
            yield Problem(at(found), ID, LEVEL, f"There is no “{target}” in this document to refer to.", remedy)
