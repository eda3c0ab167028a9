"""What rules read in the words of a finished paper: paragraphs, rows of tables, amounts, dates, lengths of time.

In: the index of a Document, or words. Out: plain values with their places.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.document.tree import plain
from section75.facts.base import Fault
from section75.facts.dates import day, period
from section75.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from section75.document.index import Index
    from section75.document.tree import Block
    from section75.facts.base import Day
    from section75.facts.dates import Period

MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
DAY: Final = rf"[0-9]{{1,2}}(?:st|nd|rd|th)? (?:{MONTHS}) [12][0-9]{{3}}"
LENGTH: Final = r"(?:[0-9]{1,3}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|eighteen)[ -](?:week|month|year)s?"
AMOUNT: Final = r"£[0-9](?:[0-9,]*[0-9])?(?:\.[0-9]+)?(?: ?(?:k|m|bn|million|billion)\b)?"
NUMBER: Final = re.compile(
    r"(?P<sign>[-−–+]?)\s*£?\s*(?P<whole>[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<scale>k|m|bn|million|billion|%)?", re.IGNORECASE
)
SCALES: Final = {"": 1, "%": 1, "k": 1_000, "m": 1_000_000, "million": 1_000_000, "bn": 10**9, "billion": 10**9}


@dataclass(frozen=True, slots=True)
class Said:
    """The words of one heading, paragraph or cell, and where they come from."""

    words: str
    place: Place


def said_in(index: Index) -> Iterator[Said]:
    """Yield the words of a document, a heading, a paragraph or a cell at a time."""
    for part, block, spot in index.walked:
        holder = block or part
        place = place_of(holder.place, *(above.place for above in reversed(spot.above)), part.place)
        for content in (holder.heading, block.content if block else ()):
            if content:
                yield Said(plain(content), place)


def place_of(*places: Place | None) -> Place:
    """Return the first place that is known."""
    return next((place for place in places if place), Place("the document"))


def blocks_of(index: Index, kind: str) -> Iterator[tuple[Block, Place]]:
    """Yield every block of a kind with its place."""
    for part, block, spot in index.walked:
        if block and block.kind == kind:
            yield block, place_of(block.place, *(above.place for above in reversed(spot.above)), part.place)


def tables_of(index: Index) -> Iterator[tuple[list[str], list[Block], Place]]:
    """Yield every table of a document that has a header: the words of its header, its other rows and its place."""
    for table, place in blocks_of(index, "table"):
        headers = [cells(row) for row in table.children if row.role == "header"]
        if headers:
            yield headers[-1], [row for row in table.children if row.role != "header"], place


def cells(row: Block) -> list[str]:
    """Return the words of each cell of a row."""
    return [" ".join((plain(cell.content), *(plain(inner.content) for inner in cell.children))).strip() for cell in row.children]


def number_in(words: str) -> Fraction | None:
    """Return a number, an amount or a percentage that stands alone, in units; nothing for anything else.

    >>> number_in("+ £398.9k"), number_in("- 954.8"), number_in("2009/10")
    (Fraction(398900, 1), Fraction(-4774, 5), None)
    """
    found = NUMBER.fullmatch(words.strip().rstrip("*"))
    if not found:
        return None
    value = Fraction(found["whole"].replace(",", "")) * SCALES[(found["scale"] or "").lower()]
    return -value if found["sign"] in ("-", "−", "–") else value


def is_amount(words: str) -> bool:
    """Return whether words are an amount of money and nothing else: a pound sign, and a number that can be read."""
    return "£" in words and number_in(words) is not None


def pounds(amount: Fraction) -> str:
    """Return an amount in pounds as messages print it, with pence only where there are any.

    >>> pounds(Fraction(1250090)), pounds(Fraction(-1, 2))
    ('£1,250,090', '−£0.50')
    """
    pence = round(abs(amount) * 100)
    whole, part = divmod(pence, 100)
    return f"{'−' if amount < 0 and pence else ''}£{whole:,}" + (f".{part:02}" if part else "")


def percent(share: Fraction) -> str:
    """Return a share as messages print it, to a hundredth of one per cent.

    >>> percent(Fraction(2, 3)), percent(Fraction(1, 2))
    ('66.67 %', '50 %')
    """
    whole, part = divmod(round(share * 10_000), 100)
    return f"{whole}.{part:02}".rstrip("0").rstrip(".") + " %"


def half_of_last_figure(words: str) -> Fraction:
    """Return how far the true value may be from one that is printed rounded.

    >>> half_of_last_figure("£22.1m"), half_of_last_figure("12")
    (Fraction(50000, 1), Fraction(1, 2))
    """
    found = NUMBER.fullmatch(words.strip().rstrip("*"))
    if not found:
        return Fraction(0)
    figures = len(found["whole"].partition(".")[2])
    return Fraction(SCALES[(found["scale"] or "").lower()], 2 * 10**figures)


def day_in(words: str) -> Day | None:
    """Return a day, or nothing where there is no such day."""
    try:
        return day(words)
    except Fault:
        return None


def length_in(words: str) -> Period | None:
    """Return a length of time: `2-years`, `twelve months`."""
    try:
        return period(words.replace("-", " "))
    except Fault:
        return None


def shown(when: date) -> str:
    """Return a day as messages print it.

    >>> from datetime import date
    >>> shown(date(2023, 7, 31))
    '31 July 2023'
    """
    return f"{when.day} {MONTHS.split('|')[when.month - 1]} {when.year}"


def reckonable(length: Period) -> bool:
    """Return whether a length can be reckoned in days: working days need a calendar, and hours are no days."""
    return length.unit not in ("working day", "hour")
