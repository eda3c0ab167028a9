"""Words that must not part at the end of a line.

In: words as the tree holds them, with plain spaces. Out: the same words, equally many signs, with U+00A0
where a line may not break. All writers of pages use it, so that their lines break alike.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

FIXED_SPACE: Final = "\u00a0"

_MONTH = "January|February|March|April|May|June|July|August|September|October|November|December"
_NUMBERED = (
    "clause|sub-clause|paragraph|sub-paragraph|schedule|part|annex|appendix|table|figure|section|sub-section|"
    "regulation|article|recital|party"
)
_PLURAL = "clauses|sub-clauses|paragraphs|schedules|parts|annexes|tables|figures|sections|regulations|articles|recitals"
_NUMBER = r"(?=\d|\([0-9A-Za-z]{1,5}\)|[‘']?[A-Z][’']?(?![\w’'])|[IVX]+\b)"

_PLACES: Final = (
    re.compile(rf"(?<=\d) (?=(?:{_MONTH})\b)"),
    re.compile(rf"(?i:\b(?:{_NUMBERED}|{_PLURAL})) {_NUMBER}"),
    re.compile(r"\b(?:[Nn]os?\.|SIs?) (?=\d)"),
    re.compile(r"£\d[\d,.]* (?=(?:million|billion|thousand)\b)"),
)


@lru_cache(maxsize=16384)
def bind(words: str) -> str:
    """Return the words with fixed spaces where they must not part; doing it twice changes nothing.

    >>> bind("on 31 March 2027 under clause 4.1 of Schedule 2, £24.9 million").replace(FIXED_SPACE, "_")
    'on 31_March 2027 under clause_4.1 of Schedule_2, £24.9_million'
    """
    for place in _PLACES:
        words = place.sub(_fixed, words)
    return words


def _fixed(match: re.Match[str]) -> str:
    return f"{match[0][:-1]}{FIXED_SPACE}"
