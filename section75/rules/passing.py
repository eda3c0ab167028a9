"""Where a finished paper names what was not good law on a day: bodies, Acts and ideas that had gone, or that were still to come.

In: the paragraphs of a paper, the dated table of `templates/law` and a day. Out: `Met`s, each with the place of the text and the path of
the fact that names it, if one does. What a paper says of the past is no matter: its background, the lineage, a sentence with *former*, or
with a date in the thing's time; nor is what it says of the future of something still to come.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate
from typing import TYPE_CHECKING, Final, Generic, TypeVar

from section75.document.tree import Blank, Definition, Deleted, Inserted, Strong, Text, plain
from section75.facts.base import Day
from section75.rules import at
from section75.rules.reading import DAY, MONTHS, day_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from section75.document.index import Paragraph
    from section75.document.tree import Inline
    from section75.facts.passing import Named, Passing
    from section75.problems import Place

N = TypeVar("N", bound="Named")

BINDING: Final = frozenset({"agreement", "instrument"})
"""Papers that bind; any other tells a story too."""
QUIET: Final = frozenset({"strip", "blanks", "background"})
"""Parts that repeat what stands elsewhere, or tell how it came about."""
PAST: Final = re.compile(
    r"\b(?:former|previous|predecessor|succeed|successor|replac|supersed|revok|repeal|abol|dissol|ceas|merg|novat)\w*"
    r"|\b(?:took over|taken over|became|ended|as it stood|(?:then|as then|at the time) (?:in force|there|called|known))\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of what was."""
STORY: Final = re.compile(r"\b(?:then|until|once|was|were|had)\b", re.IGNORECASE)
"""Further words by which a report does; in an agreement they say what is to be done, and when."""
COMING: Final = re.compile(
    r"\b(?:will|would|shall|may|propos\w*|plan\w*|shadow|expect\w*|intend\w*|prepar\w*|establish\w*|transition\w*|commenc\w*|new|future|bill|draft"
    r"|when|once|if|from|until|before|after|(?:is|are|was|were) to)\b|\bcom(?:es?|ing) into (?:force|being)\b|\bnot (?:yet )?in force\b",
    re.IGNORECASE,
)
"""Words by which a sentence tells of what is to be."""
TITLE: Final = re.compile(
    r"\b(?:Act|Regulations?|Order|Directions|Rules)(?: \([^)]*\))? (?:19|20)[0-9]{2}\b|\b(?:19|20)[0-9]{2}/[0-9]{3,}|/(?:19|20)[0-9]{2}\b"
)
"""Years that are part of a name."""
DATE: Final = re.compile(rf"(?P<day>{DAY})|(?:(?P<month>{MONTHS}) )?(?P<year>(?:19|20)[0-9]{{2}})\b")
SENTENCE: Final = re.compile(r"(?<=[.;!?])\s+(?=[A-Z“‘(\[]|$)")
QUOTED: Final = re.compile(r"“[^”]*”|‘[^']*'(?!\w)")
LONG: Final = 5
"""How many words a quotation has that is more than a name."""


@dataclass(frozen=True, slots=True)
class Met(Generic[N]):
    """A naming of something in a paper, with the sentence it stands in."""

    named: N
    words: str
    sentence: str
    place: Place
    fact: str = ""
    """The path of the fact whose words name it, if it was a fact."""


@dataclass(frozen=True, slots=True)
class Hit(Generic[N]):
    """A naming of something in one of several texts."""

    named: N
    text: int
    """Which of the texts, counted from nought."""
    start: int
    words: str
    sentence: str


def met(paragraphs: Iterable[Paragraph], table: Iterable[Passing], day: Day, *, story: bool) -> Iterator[Met[Passing]]:
    """Yield each naming of what was not good law on a day, in reading order; `story` says that the paper tells a story too.

    A report that says of something that it is to come may go on speaking of it; its headings say nothing of time.
    """
    wanted = [one for one in table if not one.there_on(day)]
    read = [paragraph for paragraph in paragraphs if not (story and paragraph.heading)]
    found = list(namings(read, wanted))
    excuses = [excused(one.sentence, one.named, day, story=story) for one in found]
    foretold = {one.named.path for one, excuse in zip(found, excuses, strict=True) if excuse and story and not _is_gone(one.named, day)}
    yield from (one for one, excuse in zip(found, excuses, strict=True) if not excuse and one.named.path not in foretold)


def _is_gone(one: Passing, day: Day) -> bool:
    return one.until is not None and one.until < day


def namings(paragraphs: Iterable[Paragraph], wanted: Iterable[N]) -> Iterator[Met[N]]:
    """Yield each naming of what is wanted, in reading order, but for parts that repeat others or tell how it came about."""
    read = [paragraph for paragraph in paragraphs if paragraph.spot.part.kind not in QUIET]
    for hit in sorted(hits([paragraph.words for paragraph in read], wanted), key=lambda hit: (hit.text, hit.start)):
        paragraph = read[hit.text]
        yield Met(hit.named, hit.words, hit.sentence, at(paragraph), _fact_at(paragraph.content, hit.start, hit.start + len(hit.words)))


def hits(texts: Sequence[str], wanted: Iterable[N]) -> Iterator[Hit[N]]:
    """Yield each naming of what is wanted in texts, once for a sentence.

    The texts are searched as one: first for the bare words of each name, which is quick, and only for those there by its pattern.
    """
    whole = _plain("\n".join(texts))
    small = whole.casefold()
    starts = list(accumulate((len(text) + 1 for text in texts), initial=0))
    for one in wanted:
        pattern = _pattern(one) if _may_be_in(one, whole, small) else None
        seen = -1
        for found in pattern.finditer(whole) if pattern else ():
            text = bisect_right(starts, found.start()) - 1
            first, last = _sentence(whole, found, starts[text], starts[text + 1] - 1)
            if first > seen and _is_meant(one, whole[first:last], found.start() - first, found.group()):
                seen = first
                start = found.start() - starts[text]
                yield Hit(one, text, start, texts[text][start : start + len(found.group())], whole[first:last])


def _sentence(whole: str, found: re.Match[str], start: int, end: int) -> tuple[int, int]:
    """Return where the sentence begins and ends that holds what was found, between two bounds."""
    first = max((stop.end() for stop in SENTENCE.finditer(whole, start, found.start())), default=start)
    last = next((stop.start() for stop in SENTENCE.finditer(whole, found.end(), end)), end)
    return first, last


def _fact_at(content: tuple[Inline, ...], first: int, last: int) -> str:
    """Return the path of the fact that some words of a paragraph print, if they print one."""
    start = 0
    for words, fact in _pieces(content):
        if fact and start < last and first < start + len(words):
            return fact
        start += len(words)
    return ""


def _pieces(content: tuple[Inline, ...]) -> Iterator[tuple[str, str]]:
    """Yield words with the fact they print, if any; nobody has settled how a blank is worded."""
    for inline in content:
        match inline:
            case Text(words=words, fact=fact):
                yield words, fact
            case Strong(content=inner) | Inserted(content=inner) | Deleted(content=inner):
                yield from _pieces(inner)
            case Definition(content=inner):
                yield from (("“", ""), *_pieces(inner), ("”", ""))
            case Blank():
                yield "[●]", ""
            case _:
                yield plain((inline,)), ""


def sentences(words: str) -> list[str]:
    """Return the sentences of words.

    >>> sentences("The CCG pays; the Council acts. It may stop.")
    ['The CCG pays; the Council acts.', 'It may stop.']
    """
    return SENTENCE.split(words)


# ------------------------------------------------------------------ names


@lru_cache(maxsize=1024)
def _compiled(names: tuple[str, ...], initials: tuple[str, ...]) -> re.Pattern[str] | None:
    """Return what finds names in small or capital letters, and initials in theirs; one or several."""
    said = [re.escape(_plain(name)) for name in sorted(names, key=len, reverse=True)]
    parts = [rf"(?i:(?:{'|'.join(said)})s?)"] if said else []
    parts += [rf"{re.escape(one)}s?" for one in initials]
    return re.compile(rf"(?<![\w-])(?:{'|'.join(parts)})(?![\w-])") if parts else None


def _pattern(one: Named) -> re.Pattern[str] | None:
    return _compiled(tuple(map(str, one.names)), tuple(map(str, one.initials)))


def _may_be_in(one: Named, whole: str, small: str) -> bool:
    """Return whether the words of a whole paper hold a name at all, which is quick to tell."""
    return any(_plain(name).casefold() in small for name in one.names) or any(name in whole for name in one.initials)


def _is_meant(one: Named, sentence: str, start: int, words: str) -> bool:
    """Return whether a sentence means the thing by its name, and no quotation holds it."""
    small = sentence.casefold()
    if any(_plain(other).casefold() in small for other in one.unless):
        return False
    if one.near and not any(_plain(other).casefold() in small for other in one.near):
        return False
    if start == 0 and words in one.initials and words[1:].islower():
        return False  # a capital at the head of a sentence makes no name
    end = start + len(words)
    quoted = (found for found in QUOTED.finditer(sentence) if found.start() < start and end <= found.end())
    return not any(len(found.group().split()) > LONG for found in quoted)


def _plain(words: str) -> str:
    """Return words with straight apostrophes and plain spaces, as long as before."""
    return words.replace("’", "'").replace("\u00a0", " ")


# ------------------------------------------------------------------ the time that a sentence speaks of


def excused(sentence: str, one: Passing, day: Day, *, story: bool = False) -> bool:
    """Return whether a sentence speaks of the time of a thing: of the past for what has gone, of the future for what is to come."""
    dates = list(_dates(sentence))
    if _is_gone(one, day):
        told = PAST.search(sentence) or (story and STORY.search(sentence))
        return bool(told) or (one.until is not None and any(date <= one.until for date in dates))
    return bool(COMING.search(sentence)) or (one.since is not None and any(date >= one.since for date in dates))


def _dates(sentence: str) -> Iterator[Day]:
    """Yield the dates of a sentence, but for years that are part of the name of an Act; of a year or month the first day."""
    for found in DATE.finditer(TITLE.sub(" ", sentence)):
        if found["day"]:
            date = day_in(re.sub(r"(?<=[0-9])(?:st|nd|rd|th)", "", found["day"]))
            if date:
                yield date
        else:
            yield Day(int(found["year"]), MONTHS.split("|").index(found["month"]) + 1 if found["month"] else 1, 1)
