"""An agreement that may be ended says what happens then.

Money, staff, cases and records are in the hands of a partner whose right to have them ends. The rule asks for a clause or schedule
whose heading says so.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import operative
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "ending-without-consequences"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting; SI 2000/617, regulations 7(3)(f), 8(2)(f) and 9(3)(f), on termination."
PASSES: Final = (
    """\
# Ending {#ending}

1. A Partner may end this Agreement.

# What happens when this agreement ends {#after}

1. Each takes back its own.
""",
)
FAILS: Final = ("# Ending {#ending}\n\n1. A Partner may end this Agreement.\n",)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{leave_out: [consequences, schedule-exit]}"},
        IN_CLAUSE,
        clause("1. A Partner may end this Agreement by a letter."),
        also=("broken-reference",),
    ),
)

RIGHT: Final = re.compile(r"\bmay (?:end|terminate|leave) (?:this|the) agreement\b|\bmay give a termination notice\b", re.IGNORECASE)
AFTERWARDS: Final = re.compile(
    r"consequences|what happens when|\bexit\b|\bafter (?:the )?(?:end|termination|expiry)|effects? of (?:ending|termination)", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the first right to end an agreement that has no clause on what follows."""
    rights = (paragraph for paragraph in operative(subject) if RIGHT.search(paragraph.words))
    first = next(rights, None)
    if first and not any(paragraph.heading and AFTERWARDS.search(paragraph.words) for paragraph in operative(subject)):
        message = "A Partner may end this, and no clause says what happens then."
        yield Problem(at(first), ID, LEVEL, message, "Add a clause on the consequences: functions, money, staff, records, open cases.")
