"""A list has two items or more; what has one is a sentence.

One item of its own that depends on another line reads as if something had been lost. A list that is repeated for facts may happen to
have one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.index import flat
from section75.document.tree import Blank, Text
from section75.problems import Place, Problem
from section75.rules.mutations import CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Block
    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "single-item"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "Craft of drafting: an (a) promises a (b)."
PASSES: Final = ("# Notices {#notices}\n\n1. A notice must:\n\n    1. be written; and\n    2. be signed.\n",)
FAILS: Final = ("# Notices {#notices}\n\n1. A notice must:\n\n    1. be written.\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter must:\n\n    1. be signed."), f"{CLAUSE}:5:5"),)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each item that is alone under its lead-in, unless facts fill the list."""
    for _, block, _ in subject.index.walked:
        if block is None or block.kind != "item":
            continue
        items = [child for child in block.children if child.kind == "item"]
        if len(items) == 1 and not _filled(items[0]):
            place = items[0].place or block.place or Place("the document")
            yield Problem(place, ID, LEVEL, "This list has one item.", "Join it to the words before it.")


def _filled(item: Block) -> bool:
    """Return whether facts fill a list: its item is repeated, or prints a fact or a blank."""
    return "/" in item.origin or any(isinstance(one, Blank) or (isinstance(one, Text) and one.fact) for one in flat(item.content))
