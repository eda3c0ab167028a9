"""A level that has a heading has something under it.

Conditions may drop every paragraph of a clause, a schedule or a section and leave its heading standing. A clause that is printed as
“Not used” keeps its number on purpose.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.tree import Block
from section75.problems import Place, Problem
from section75.rules.drafting_words import APPARATUS
from section75.rules.mutations import CLAUSE, Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "empty-level"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: a heading says nothing by itself."
PASSES: Final = ("# Notices {#notices}\n\n1. A notice is written.\n",)
FAILS: Final = (
    "# Notices {#notices}\n",
    "# Notices {#notices}\n\n1. A notice is written.\n\n# Letters {#letters}\n",
)
MUTATIONS: Final = (Mutation({CLAUSE: "# Letters {#letters}\n"}, f"{CLAUSE}:1:1"),)

LEVELS: Final = ("clause", "division", "paragraph", "section", "schedule", "operative")
MEANT: Final = ("not used", "title")
"""Roles of headings that stand alone on purpose."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each heading with nothing under it."""
    for part, block, _ in subject.index.walked:
        holder = block or part
        alone = not holder.children and not (isinstance(holder, Block) and (holder.content or holder.role in MEANT))
        if alone and holder.kind in LEVELS and part.kind not in APPARATUS:
            place = holder.place or part.place or Place("the document")
            yield Problem(place, ID, LEVEL, f"This {holder.kind} has nothing in it.", "Say something under its heading, or take it out.")
