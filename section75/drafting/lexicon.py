"""The drafting families: the words of the first family give way to those that an agreement's `lexicon` states.

In: a Document drafted in the words of the first family (Partner, Host Partner, Pooled Fund) and the agreement's lexicon. Out: the same
Document in the agreement's words, each renamed word carrying the path of the lexicon, and `a` or `an` before it made right.
Words that print a fact are never renamed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.references import rewritten
from section75.document.terms import forms
from section75.document.tree import Blank, Definition, Deleted, Inserted, Strong, Text, plain

if TYPE_CHECKING:
    from section75.document.references import Spot
    from section75.document.tree import Document, Inline
    from section75.facts.lexicon import Lexicon

FIRST_FAMILY: Final = {
    "Partner": "partner",
    "Partners": "partners",
    "Host Partner": "host",
    "Pooled Fund": "pooled_fund",
    "Aligned Fund": "aligned_fund",
    "Scheme": "scheme",
    "Pool Manager": "manager",
    "Contribution": "contribution",
    "Authorised Officer": "officer",
    "Service User": "service_user",
}


def renamed(document: Document, lexicon: Lexicon, proposed: tuple[str, ...] = ()) -> Document:
    """Return the document in the words of its lexicon; `proposed` are the paths of facts that the library itself has worded."""
    says = _says(lexicon)
    if not says:
        return document
    longest_first = sorted([*says, *FIRST_FAMILY, *_plurals()], key=len, reverse=True)
    pattern = re.compile(rf"(?P<article>\b[Aa]n? )?(?<!\w)(?P<word>{'|'.join(map(re.escape, longest_first))})(?!\w)")

    def change(content: tuple[Inline, ...], _: Spot) -> tuple[Inline, ...]:
        return tuple(new for inline in content for new in inlines(inline))

    def inlines(inline: Inline) -> list[Inline]:
        match inline:
            case Text(words=words, fact=""):
                return list(_pieces(words, says, pattern))
            case Text(words=words, fact=fact) if fact.startswith(proposed):
                return [Text(_plain(words, says, pattern), fact)]
            case Blank(label=label, fact=""):
                return [Blank(_plain(label, says, pattern))]
            case Strong(content=content) | Definition(content=content) | Inserted(content=content) | Deleted(content=content):
                return [type(inline)(tuple(new for inner in content for new in inlines(inner)))]
            case _:
                return [inline]

    return rewritten(document, change)


def _plain(words: str, says: dict[str, tuple[str, str]], pattern: re.Pattern[str]) -> str:
    return plain(tuple(_pieces(words, says, pattern)))


def _plurals() -> list[str]:
    return [forms(word)[1] for word in FIRST_FAMILY if word != "Partners"]


def _says(lexicon: Lexicon) -> dict[str, tuple[str, str]]:
    """Return, for each word of the first family and its plural, the word said instead and the fact that says so.

    In a heading only the first word has a capital: *Pool manager* becomes *Pooled fund manager*.
    """
    says: dict[str, tuple[str, str]] = {}
    for word, name in FIRST_FAMILY.items():
        instead = lexicon.said(name)
        if instead and instead != word:
            says[word] = (instead, f"lexicon.{name}")
            if name not in ("partner", "partners"):
                says[forms(word)[1]] = (forms(instead)[1], f"lexicon.{name}")
    return {**{word.capitalize(): (instead.capitalize(), path) for word, (instead, path) in says.items()}, **says}


def _pieces(words: str, says: dict[str, tuple[str, str]], pattern: re.Pattern[str]) -> list[Inline]:
    pieces: list[Inline] = []
    start = 0
    for found in pattern.finditer(words):
        if found["word"] not in says:
            continue
        instead, path = says[found["word"]]
        before = words[start : found.start()] + _article(found["article"] or "", instead)
        pieces += [Text(before)] * bool(before) + [Text(instead, path)]
        start = found.end()
    return [*pieces, *[Text(words[start:])] * bool(words[start:])]


def _article(article: str, word: str) -> str:
    if not article:
        return ""
    return article[0] + ("n " if word[0] in "AEIOU" else " ")
