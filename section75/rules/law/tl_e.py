"""Law that is on its way is told once for an agreement that names what it would change, with what is known and how sure that is.

It holds up nothing; it is told from the day on which the change was known.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.dated_law import day_of, place_of_fact
from section75.rules.mutations import IN_CLAUSE, Mutation, clause
from section75.rules.passing import namings
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "tl-e"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "What is announced, brought into Parliament or made, stated with its row in templates/law/pending."
PASSES: Final = (
    "agreement:\n  law_as_at: 1 May 2018\n---\n# Voice {#v}\n\n1. Healthwatch is asked.\n",
    "agreement:\n  law_as_at: 1 July 2026\n---\n# Voice {#v}\n\n1. The Council is asked.\n",
)
FAILS: Final = ("agreement:\n  law_as_at: 1 July 2026\n---\n# Voice {#v}\n\n1. Healthwatch is asked.\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter must tell of each deprivation of liberty."), IN_CLAUSE),)
REMEDY: Final = "Look at it again before the agreement is made."


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each change that is on its way and touches what an agreement names, at the first naming."""
    day = day_of(subject)
    if subject.document.kind != "agreement" or day is None:
        return
    known = [coming for coming in subject.facts.dated.coming if coming.since <= day]
    told: set[str] = set()
    for one in namings(subject.index.paragraphs, known):
        coming = one.named
        if coming.row not in told:
            told.add(coming.row)
            message = (
                f"“{one.words}” is named, and the law is to change. {coming.what} {coming.sure} "
                f"Looked at on {shown(coming.checked)} ({coming.authority}; {coming.row})."
            )
            yield Problem(place_of_fact(subject, one) or one.place, ID, LEVEL, message, REMEDY)
