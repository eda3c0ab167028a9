"""A defined term keeps its capitals: in small letters the same words may mean something else.

The rule reads terms of two words or more, and the names of the parties, where an article or a number goes before them. It lets words
stand in the definition of their own term, beside the term itself, and where they continue another name, as the *health and wellbeing
board* does.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final

from section75.document.terms import forms, terms_in
from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import operative, unquoted
from section75.rules.mutations import IN_CLAUSE, Mutation, clause

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "miscapitalised-term"
LEVEL: Final[Level] = "advice"
AUTHORITY: Final = "Craft of drafting: a term is used as it is defined, everywhere."
PASSES: Final = (
    "# Notices {#notices}\n\n1. A “**Fund Manager**” is an officer. The Fund Manager pays.\n",
    """\
# Notices {#notices}

1. A “**Wellbeing Board**” is a body. The Wellbeing Board meets.
2. The health and wellbeing board is another.
""",
)
FAILS: Final = ("# Notices {#notices}\n\n1. A “**Fund Manager**” is an officer.\n2. The fund manager pays.\n",)
MUTATIONS: Final = (Mutation(clause("1. The pooled fund must pay for each letter."), IN_CLAUSE),)

NUMBERS: Final = "one|two|three|four|five|six|seven|eight|nine|ten|[0-9]+"
ARTICLES: Final = rf"(?:[Tt]he|[Ee]ach|[Ee]very|[Aa]ny|[Aa]nother|[Tt]hat|{NUMBERS})"
VERBS: Final = r"(?=[.,;:]| (?:must|may|is|are|has|have|does|do|pays?|holds?)\b)"


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each term in small letters."""
    definitions = subject.index.definitions
    parties = frozenset(term for term, found in definitions.items() if found[0].spot.part.kind == "parties")
    pattern, owner = _pattern(tuple(sorted(definitions)), tuple(sorted(parties)))
    for paragraph in operative(subject) if owner else ():
        if paragraph.heading or getattr(paragraph.holder, "kind", "") == "definition" or not pattern.search(paragraph.words):
            continue
        for found in pattern.finditer(unquoted(paragraph.words)):
            said = found["term"] or found["party"]
            term = owner[said]
            if not terms_in(paragraph.words, [term]):
                message = f"“{said}” is in small letters; “{term}” is a defined term."
                yield Problem(at(paragraph), ID, LEVEL, message, f"Write “{term}”, or other words if something else is meant.")


@lru_cache(maxsize=8)
def _pattern(terms: tuple[str, ...], parties: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    """Return what finds terms in small letters, and which term each of its wordings is."""
    known = [term for term in terms if " " in term or term in parties]
    owner = {form.lower(): term for term in known for form in forms(term) if form.lower() not in terms}
    several = "|".join(re.escape(form) for form in sorted(owner, key=len, reverse=True) if " " in form) or "(?!)"
    single = "|".join(re.escape(form) for form in sorted(owner, key=len, reverse=True) if " " not in form) or "(?!)"
    pattern = rf"\b{ARTICLES} (?:(?P<term>{several})(?![\w-])|(?P<party>{single})(?![\w-]){VERBS})"
    return re.compile(pattern), owner
