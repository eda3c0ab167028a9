"""One voice for duty: what a partner has to do, it must do.

“Shall” promises, foretells and commands; beside “must” it makes a reader ask what the difference is. A paper that varies an old
agreement may keep its verb, and so may words that are quoted.
"""

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

ID: Final = "shall"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "House style; Office of the Parliamentary Counsel, Drafting Guidance: “must” rather than “shall” for a duty."
PASSES: Final = (
    "# Notices {#notices}\n\n1. A notice must be signed.\n",
    "# Notices {#notices}\n\n1. The words “shall be signed” are left out.\n",
)
FAILS: Final = ("# Notices {#notices}\n\n1. A notice shall be signed.\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter shall be signed."), IN_CLAUSE),)

PATTERN: Final = re.compile(r"\bshall\b", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each “shall” in what an agreement provides."""
    for paragraph in operative(subject):
        for said in matches(paragraph, PATTERN):
            yield Problem(
                at(paragraph),
                ID,
                LEVEL,
                f"“{said}” stands where this agreement says “must”.",
                "Write “must” for a duty, “must not” for a ban, “may” for a power, and “is” for the state of things.",
            )
