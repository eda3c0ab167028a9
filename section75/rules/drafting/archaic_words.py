"""Words that only lawyers use are left to old deeds: each has a plain one that says the same."""

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

ID: Final = "archaic-words"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "House style; Office of the Parliamentary Counsel, Drafting Guidance, on clear language."
PASSES: Final = (
    "# Notices {#notices}\n\n1. Despite clause 2, a notice under this Agreement is in writing.\n",
    "# Notices {#notices}\n\n1. What is said is confidential and without prejudice.\n",
)
FAILS: Final = (
    "# Notices {#notices}\n\n1. A notice is hereby given pursuant to this Agreement.\n",
    "# Notices {#notices}\n\n1. Notwithstanding clause 2, a notice is in writing.\n",
    "# Notices {#notices}\n\n1. Each Partner must use best endeavours.\n",
)
MUTATIONS: Final = (Mutation(clause("1. A letter must be sent forthwith."), IN_CLAUSE),)

PATTERN: Final = re.compile(
    r"\b(?:here(?:by|in|to|of|under|after|inafter|inbefore|with)|there(?:of|to|in|under|by|from|with)|where(?:of|upon)|aforesaid|aforementioned"
    r"|notwithstanding|without prejudice to|in respect of|pursuant to|prior to|in the event (?:that|of)|save (?:that|for|as)|procures? that"
    r"|best endeavours|forthwith|witnesseth|mutatis mutandis)\b",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each word that has a plainer one."""
    for paragraph in operative(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(
                at(paragraph),
                ID,
                LEVEL,
                f"“{said}” has a plainer word.",
                "Write: by this, under, despite, before, if, except, for, ensure, reasonable endeavours, or a limit of time.",
            )
