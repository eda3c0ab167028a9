"""The parts of a printed total sum to it, in a table and in a line.

Real papers that hold: Lancashire 2015, 307 + 97 + 292 = 696; the Better Care Fund of Kent, 10.6 + 90.8 = 101.4; Hillingdon, 796,619 +
718,608 = 1,515,227. Parts that are rounded may miss the total by half of their last figure each.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.reading import blocks_of, cells, half_of_last_figure, number_in, said_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Block
    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "sums"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic: a reader who adds up a table finds the total."
PASSES: Final = (
    """\
# Money {#money}

Table: People
| Service | People |
|---|---|
| Home care | 307 |
| Accommodation | 97 |
| Budgets | 292 |
| = Total | 696 |
""",
    "# Money {#money}\n\nThe fund is £10.6m + £90.8m = £101.4m.\n",
)
FAILS: Final = (
    """\
# Money {#money}

Table: People
| Service | People |
|---|---|
| Home care | 307 |
| Accommodation | 97 |
| Budgets | 292 |
| = Total | 686 |
""",
    "# Money {#money}\n\nThe fund is £10.6m + £90.8m = £100.4m.\n",
)

TERM: Final = r"£?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:k|m|bn|million|billion)\b)?"
WRITTEN: Final = re.compile(rf"({TERM}(?: ?\+ ?{TERM})+) ?= ?({TERM})", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each total that is not the sum of its parts."""
    for table, place in blocks_of(subject.document, "table"):
        yield from _table(table, place)
    for said in said_in(subject.document):
        for parts, total in WRITTEN.findall(said.words):
            yield from _wrong(parts.split("+"), total, said.place)


def _table(table: Block, place: Place) -> Iterator[Problem]:
    above: list[list[str]] = []
    for row in table.children:
        words = cells(row)
        if row.role == "total":
            for column, total in enumerate(words):
                yield from _wrong([line[column] for line in above if column < len(line)], total, row.place or place)
        elif row.role != "header":
            above.append(words)


def _wrong(parts: list[str], total: str, place: Place) -> Iterator[Problem]:
    """Yield the fault of one sum; a column in which anything but numbers stands is none."""
    numbers = [number_in(part) for part in parts]
    printed = number_in(total)
    if printed is None or not numbers or None in numbers or "%" in total:
        return
    summed = sum((number for number in numbers if number is not None), Fraction(0))
    rounding = sum((half_of_last_figure(words) for words in parts if "." in words or words.strip()[-1:].isalpha()), Fraction(0))
    if abs(summed - printed) > rounding:
        message = f"The parts sum to {float(summed):,.10g}, and the total printed is {total.strip()}."
        yield Problem(place, ID, LEVEL, message, "Check the parts and the total.")
