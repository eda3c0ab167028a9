"""Words that end with a colon lead to something. Conditions may drop every item of a list and leave its lead-in standing."""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "empty-list"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a lead-in without items says nothing."
PASSES: Final = (
    "# Notices {#notices}\n\n1. A notice must:\n\n    1. be written; and\n    2. be signed.\n",
    "# Sums {#sums}\n\n1. The sums are:\n\n![Bars](picture:bars)\nFigure: Sums\n\n| Partner | Sum |\n|---|---|\n| Council | £1 |\n",
)
FAILS: Final = ("# Notices {#notices}\n\n1. A notice must:\n2. It is signed.\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter must:\n2. A letter must be signed."), IN_CLAUSE),)
_SHOWN: Final = ("table", "figure")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each lead-in of numbered words with nothing under it and no table or figure after it."""
    for part, holder, _ in subject.index.walked:
        siblings = (holder or part).children
        for block, after in zip_longest(siblings, siblings[1:]):
            if block.kind == "item" and block.end == ":" and not block.children and not (after and after.kind in _SHOWN):
                place = block.place or Place("the document")
                yield Problem(place, ID, LEVEL, "These words lead to a list that is empty.", "Give it an item, or end it with a stop.")
