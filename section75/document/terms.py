"""Defined terms in running words: which of them a text uses.

In: words and the terms known. Out: the terms used, singular, plural and possessive alike.

>>> sorted(terms_in("The Partners’ Pooled Funds and any Party’s Fund Policies", ["Partner", "Pooled Fund", "Fund", "Fund Policy"]))
['Fund Policy', 'Partner', 'Pooled Fund']
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def forms(term: str) -> tuple[str, ...]:
    """Return the forms in which a term is used: itself, its plural, and the singular of a plural."""
    if term.endswith("y") and term[-2:-1] not in "aeiou":
        return term, f"{term[:-1]}ies"
    if term.endswith("ies"):
        return term, f"{term[:-3]}y"
    if term.endswith(("s", "x", "ch", "sh")):
        return (term, f"{term}es") if term.endswith(("ss", "x", "ch", "sh")) else (term, term[:-1])
    return term, f"{term}s"


@lru_cache(maxsize=64)
def _pattern(terms: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, str]]:
    owner = {form: term for term in reversed(terms) for form in forms(term)} | {term: term for term in terms}
    longest_first = sorted(owner, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, longest_first))})(?!\w)"), owner


def terms_in(words: str, terms: Iterable[str]) -> frozenset[str]:
    """Return the terms that the words use; a longer term hides the shorter one inside it."""
    known = tuple(terms)
    if not known:
        return frozenset()
    pattern, owner = _pattern(known)
    return frozenset(owner[found.group()] for found in pattern.finditer(words))
