"""A definition leads out of itself: one that comes back to its own term through others defines nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.terms import terms_in
from section75.problems import Problem
from section75.rules import at
from section75.rules.definitions import definitions_of
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "circular-definition"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting; Thring, Practical Legislation (1902), on definitions."
PASSES: Final = (
    """\
# Notices {#notices}

“**Notice**”: a letter.

“**Alert**”: a Notice sent by email.

1. The Alert is signed.
""",
)
FAILS: Final = (
    """\
# Notices {#notices}

“**Notice**”: an Alert on paper.

“**Alert**”: a Notice sent by email.

1. The Alert is signed.
""",
)
MUTATIONS: Final = (
    Mutation(
        clause("“**Letter**”: an Alert on paper.\n\n“**Alert**”: a Letter sent by email.\n\n1. Each Alert must be signed."), IN_CLAUSE
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each definition that uses a term which is itself defined by it, directly or through others; each circle once."""
    defined = definitions_of(subject)
    uses = {term: terms_in(words, defined) - {term} for term, (_, words) in defined.items()}
    told: set[str] = set()
    for term, (found, _) in defined.items():
        circle = _circle(term, uses)
        if circle and not told.intersection(circle):
            told.update(circle)
            way = " by ".join(f"“{one}”" for one in (*circle, term))
            yield Problem(at(found), ID, LEVEL, f"The definitions go in a circle: {way}.", "Say what one of them is without the others.")


def _circle(start: str, uses: Mapping[str, Collection[str]]) -> list[str]:
    """Return the terms of the shortest way from a term back to itself, or nothing."""
    ways = [[start]]
    seen: set[str] = set()
    for way in ways:
        for term in sorted(uses[way[-1]]):
            if term == start:
                return way
            if term not in seen:
                seen.add(term)
                ways.append([*way, term])
    return []
