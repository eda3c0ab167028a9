"""A provision that leaves the matter to another is not sent back by it, nor sent to itself."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.tree import Reference, plain
from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import paragraphs
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Paragraph
    from section75.document.tree import Inline
    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "circular-reference"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: a reader who is sent round finds no rule."
PASSES: Final = (
    """\
# Notices {#notices}

1. A notice is given as [clause](#letters-form) provides. {#notices-form}

# Letters {#letters}

1. A letter is signed. {#letters-form}
""",
)
FAILS: Final = (
    """\
# Notices {#notices}

1. A notice is given as [clause](#letters-form) provides. {#notices-form}

# Letters {#letters}

1. A letter is sent as [clause](#notices-form) states. {#letters-form}
""",
    "# Notices {#notices}\n\n1. A notice is given under [clause](#notices-form). {#notices-form}\n",
)
MUTATIONS: Final = (Mutation(clause("1. A letter must be signed as [this clause](#letters-form) provides. {#letters-form}"), IN_CLAUSE),)

BEFORE: Final = re.compile(r"\bas $")
AFTER: Final = re.compile(r" (?:provides|states|says|requires|allows|shows)\b")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each paragraph that refers to itself, and each that defers to one which defers to it."""
    defers: dict[str, dict[str, Paragraph]] = {}
    for paragraph in paragraphs(subject):
        for order, inline in enumerate(paragraph.content):
            if not isinstance(inline, Reference) or not paragraph.holder.id:
                continue
            if inline.target == paragraph.holder.id:
                yield Problem(at(paragraph), ID, LEVEL, "This refers to itself.", "Refer to what is meant, or leave the reference out.")
            elif _leaves_it(paragraph.content, order):
                defers.setdefault(paragraph.holder.id, {})[inline.target] = paragraph
    for name, targets in defers.items():
        for target, paragraph in targets.items():
            if name in defers.get(target, {}):
                message = f"This leaves the matter to “{target}”, which leaves it to this."
                yield Problem(at(paragraph), ID, LEVEL, message, "State the rule in one of them.")


def _leaves_it(content: tuple[Inline, ...], order: int) -> bool:
    """Return whether the words around a reference leave the matter to it: *as … provides*."""
    return bool(BEFORE.search(plain(content[:order])) and AFTER.match(plain(content[order + 1 :])))
