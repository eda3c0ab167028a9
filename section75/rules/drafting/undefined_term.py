"""A term that the library can define is defined where it is used.

A clause may use a term that another clause brings; if that clause is out, the term has capitals and no meaning. The rule knows the terms of
every clause and schedule of the library.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.terms import terms_in
from section75.document.tree import Blank, Definition, Text, plain
from section75.problems import Place, Problem
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Inline
    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "undefined-term"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Craft of drafting: capitals promise a definition."
PASSES: Final = ("# Losses {#losses}\n\n1. “**Losses**” are costs. Each pays its own Losses.\n",)
FAILS: Final = ("# Losses {#losses}\n\n1. Each Partner pays its own Losses.\n",)
MUTATIONS: Final = (Mutation(clause("1. A letter must name the Host Organisation."), IN_CLAUSE),)

START: Final = re.compile(r"(?:^|[.?:;] )[A-Z]")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield the first use of each term that is not defined."""
    if subject.document.kind != "agreement":
        return
    defined = frozenset(subject.index.definitions)
    known = tuple(sorted(subject.terms | defined))
    seen: set[str] = set()
    for part, block, _ in subject.index.walked:
        holder = block or part
        own = (*holder.heading, *(block.content if block else ()))
        words = "".join(_authored(inline) for inline in own)
        for term in sorted(_surely(terms_in(words, known) - defined - seen, words, known)):
            seen.add(term)
            place = holder.place or part.place or Place("the document")
            yield Problem(
                place,
                ID,
                LEVEL,
                f"“{term}” is used and nothing defines it here.",
                "Use small letters, or include the clause that defines it.",
            )


def _authored(inline: Inline) -> str:
    """Return the words of a lawyer; a fact may use any capitals it likes, and a definition is no use."""
    match inline:
        case Definition() | Blank():
            return " "
        case Text(fact=fact) if fact and not fact.startswith("lexicon."):
            return " "
        case _:
            return plain((inline,))


def _surely(used: frozenset[str], words: str, known: tuple[str, ...]) -> set[str]:
    """Return those of the terms that are used, but not single words that may have their capital from the head of a sentence."""
    if not used:
        return set()
    inner = terms_in(START.sub(lambda found: found.group().lower(), words), known)
    return {term for term in used if " " in term or term in inner}
