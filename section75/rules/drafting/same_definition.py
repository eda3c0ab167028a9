"""One thing has one name: two terms that are defined in the same words make a reader look for a difference."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.definitions import definitions_of
from section75.rules.mutations import CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "same-definition"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: different words are taken to mean different things."
PASSES: Final = (
    """\
# Notices {#notices}

“**Notice**”: a letter.

“**Alert**”: an email.

1. The Notice and the Alert are signed.
""",
)
FAILS: Final = (
    """\
# Notices {#notices}

“**Notice**”: a letter.

“**Alert**”: a letter.

1. The Notice and the Alert are signed.
""",
)
MUTATIONS: Final = (
    Mutation(
        clause("“**Letter**”: a signed paper.\n\n“**Alert**”: a signed paper.\n\n1. Each Letter and each Alert must be kept."),
        f"{CLAUSE}:5:1",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each term whose definition has the words of another."""
    first: dict[str, str] = {}
    for term, (found, words) in definitions_of(subject).items():
        other = first.setdefault(" ".join(words.casefold().split()), term)
        if other != term:
            yield Problem(at(found), ID, LEVEL, f"“{term}” and “{other}” are defined in the same words.", "Keep one of the terms.")
