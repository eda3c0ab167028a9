"""What rules of drafting read: the paragraphs of a paper without what it says of itself as a draft, and without the words it quotes.

In: a `Subject`. Out: paragraphs, and matches of patterns in them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Paragraph
    from section75.rules import Subject

APPARATUS: Final = ("strip", "blanks")
"""Parts in which a draft speaks of itself."""
QUOTED: Final = re.compile(r"“[^”]*”|(?<!\w)‘[^’]*’(?!\w)")


def paragraphs(subject: Subject) -> Iterator[Paragraph]:
    """Yield the headings, paragraphs and cells of a paper, without those in which a draft speaks of itself."""
    yield from (one for one in subject.index.paragraphs if one.spot.part.kind not in APPARATUS)


def operative(subject: Subject) -> Iterator[Paragraph]:
    """Yield what an agreement provides: the words of its operative part and schedules; nothing of any other paper."""
    if subject.document.kind == "agreement":
        yield from (one for one in subject.index.paragraphs if one.spot.part.kind in ("operative", "schedule"))


def unquoted(words: str) -> str:
    """Return words with blanks of equal length for what stands between quotation marks.

    >>> unquoted("It says “shall” twice.")
    'It says         twice.'
    """
    return QUOTED.sub(lambda found: " " * len(found.group()), words) if "“" in words or "‘" in words else words


def matches(paragraph: Paragraph, pattern: re.Pattern[str]) -> Iterator[str]:
    """Yield what a pattern finds in the words of a paragraph that are not quoted, each wording once."""
    if pattern.search(paragraph.words):
        yield from dict.fromkeys(found.group().strip() for found in pattern.finditer(unquoted(paragraph.words)))


def sentences(words: str) -> list[str]:
    """Return the sentences of a paragraph.

    >>> sentences("It ends. Is it e.g. over? Yes.")
    ['It ends.', 'Is it e.g. over?', 'Yes.']
    """
    return re.split(r"(?<=[.?!])\s+(?=[A-Z“‘(\[])", words.strip()) if words.strip() else []
