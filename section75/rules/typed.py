"""Amounts of money that a person typed into the words of a finished paper, sentence by sentence.

In: the index of a Document. Out: `Sentence`s with the amounts typed in them. An amount that a text of the library prints, or that is itself
a fact, is not typed; one in an officer's own Markdown is, and so is one inside words of the facts: the reasons of a report, an answer on
equality.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.document.index import flat
from section75.document.tree import Strong, Text, plain
from section75.rules.reading import AMOUNT, cells, half_of_last_figure, is_amount, number_in, place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Index
    from section75.document.tree import Block, Inline
    from section75.problems import Place

LIBRARY: Final = ("templates/", "schedules/")
"""Where the texts of the library are, in which nobody types an amount."""
EVIDENCE: Final = "figures."
"""How the paths begin of the figures that a report states as evidence; the money of the agreement is not among them."""
STOPS: Final = re.compile(r"(?<=[.;?!])\s+(?=[A-Z“‘(£])")
ROUNDLY: Final = re.compile(r"\b(?:about|around|approximately|approx\.?|roughly|some|nearly|almost|circa|c\.?)\s*$", re.IGNORECASE)
TYPED: Final = re.compile(AMOUNT, re.IGNORECASE)
APPROXIMATE: Final = Fraction(1, 20)
"""By how much of it an amount may miss that is said to be about so much."""


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount as it is typed."""

    words: str
    """Such as £23.3m."""
    pounds: Fraction
    spare: Fraction
    """By how many pounds the true amount may differ from one that is printed so."""
    start: int
    """Where it begins in its sentence."""

    def may_be(self, amount: Fraction) -> bool:
        """Return whether an amount, rounded so, could be printed like this."""
        return abs(amount - self.pounds) <= self.spare


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence in which amounts are typed."""

    words: str
    amounts: tuple[Amount, ...]
    place: Place


def sentences_with_amounts(index: Index) -> Iterator[Sentence]:
    """Yield each sentence of a paragraph, an item or a cell in which an amount is typed, and each cell that is one."""
    for part, block, spot in index.walked:
        place = place_of(block.place if block else None, *(above.place for above in reversed(spot.above)), part.place)
        if block and block.kind == "table":
            yield from _cells(block, place)
        elif block and block.content:
            yield from _sentences(block.content, place)


def _cells(table: Block, place: Place) -> Iterator[Sentence]:
    """Yield each amount that stands typed in a cell, with the words that say what it is: caption, head of its column, head of its row."""
    header = next((cells(row) for row in table.children if row.role == "header"), [])
    for row in table.children:
        for column, cell in enumerate(row.children):
            words, spans = _spans(cell.content, ours=(row.place or place).file.startswith(LIBRARY))
            if column and column < len(header) and spans and is_amount(words):
                before = f"{plain(table.heading)}, {header[column]}, {cells(row)[0]} = "
                for match in TYPED.finditer(before + words, len(before)):
                    yield Sentence(before + words, (_amount(before + words, match, 0),), row.place or place)


def _sentences(content: tuple[Inline, ...], place: Place) -> Iterator[Sentence]:
    if "£" not in plain(content):
        return
    words, spans = _spans(content, ours=place.file.startswith(LIBRARY))
    start = 0
    for end in (*(stop.start() for stop in STOPS.finditer(words)), len(words)):
        found = tuple(
            _amount(words, match, start)
            for match in TYPED.finditer(words, start, end)
            if any(first <= match.start() and match.end() <= last for first, last in spans)
        )
        if found:
            yield Sentence(words[start:end], found, place)
        start = end


def _amount(words: str, match: re.Match[str], start: int) -> Amount:
    said = match.group().strip()
    pounds = number_in(said) or Fraction(0)
    about = pounds * APPROXIMATE if ROUNDLY.search(words, start, match.start()) else Fraction(0)
    return Amount(said, pounds, max(about, half_of_last_figure(said)), match.start() - start)


def _spans(content: tuple[Inline, ...], *, ours: bool) -> tuple[str, list[tuple[int, int]]]:
    """Return the words of a paragraph, and where in them a person typed."""
    words, spans = "", list[tuple[int, int]]()
    for inline in content:
        said = plain((inline,))
        inner = [one for one in flat([inline]) if isinstance(one, Text)]
        if isinstance(inline, Text | Strong) and inner and all(_typed(one, ours=ours) for one in inner):
            spans.append((len(words), len(words) + len(said)))
        words += said
    return words, spans


def _typed(text: Text, *, ours: bool) -> bool:
    """Return whether a person typed words.

    Those of no fact are typed outside the library; those of a fact, if they are more than a number, or a figure that a report states as its
    own evidence.
    """
    if text.fact:
        return number_in(text.words) is None or text.fact.startswith(EVIDENCE)
    return not ours
