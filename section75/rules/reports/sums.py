"""The parts of a printed total sum to it, in a table and in a line.

Real papers that hold: Lancashire 2015, 307 + 97 + 292 = 696; the Better Care Fund of Kent, 10.6 + 90.8 = 101.4; Hillingdon, 796,619 +
718,608 = 1,515,227. Parts that are rounded may miss the total by half of their last figure each.
"""

from __future__ import annotations

import re
from fractions import Fraction
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import blocks_of, cells, half_of_last_figure, number_in

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
    """\
# Money {#money}

Table: Two schemes
| Scheme | Partner | Sum |
|---|---|---:|
| Home | Council | £245,000 |
| Home | Board | £13,000,000 |
| Away | Council | £10,071,000 |
| Home: total | All | £13,245,000 |
| Away: total | All | £10,071,000 |
| = Total | All | £23,316,000 |
""",
    """\
# Money {#money}

Table: An overspend, step by step
| Step | Met by | Sum | Left |
|---|---|---:|---:|
| Overspend | Home care | £75,000 | £75,000 |
| Step 1 | The reserve | £50,000 | £25,000 |
| Step 2 | The Council | £15,000 | £10,000 |
| = Left to a decision | Step 3 | £10,000 | £0 |
| = Left | Nobody | £0 | £0 |
""",
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
    """\
# Money {#money}

Table: Two schemes
| Scheme | Partner | Sum |
|---|---|---:|
| Home | Council | £245,000 |
| Home | Board | £13,000,000 |
| Home: total | All | £13,425,000 |
""",
    """\
# Money {#money}

Table: An overspend, step by step
| Step | Met by | Sum | Left |
|---|---|---:|---:|
| Overspend | Home care | £75,000 | £75,000 |
| Step 1 | The reserve | £50,000 | £20,000 |
| = Left | Nobody | £20,000 | £20,000 |
""",
)
MUTATIONS: Final = (Mutation(section("The fund of 2019 was £10.6m + £90.8m = £100.4m."), IN_SECTION, paper="report"),)

TERM: Final = r"£?[0-9][0-9,]*(?:\.[0-9]+)?(?: ?(?:k|m|bn|million|billion)\b)?"
OF_ONE: Final = ": total"
"""What follows the name of the rows above of which a row is the total; the total of the table does not count it again."""
FALLING: Final = ("Sum", "Left")
"""The last two headings of a table of steps: each row takes a sum from what the row before has left."""
WRITTEN: Final = re.compile(rf"({TERM}(?: ?\+ ?{TERM})+) ?= ?({TERM})", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each total that is not the sum of its parts."""
    for table, place in blocks_of(subject.index, "table"):
        yield from _table(table, place)
    for said in subject.said:
        for parts, total in WRITTEN.findall(said.words):
            yield from _wrong(parts.split("+"), total, said.place)


def _table(table: Block, place: Place) -> Iterator[Problem]:
    if tuple(word for row in table.children[:1] for word in cells(row)[-2:]) == FALLING:
        yield from _falling(table, place)
        return
    above: list[list[str]] = []
    for row in table.children:
        words = cells(row)
        if row.role == "total":
            for column, total in enumerate(words):
                yield from _wrong([line[column] for line in above if column < len(line)], total, row.place or place)
        elif row.role != "header" and words[0].endswith(OF_ONE):
            for column, total in enumerate(words):
                own = [line[column] for line in above if line[0] == words[0].removesuffix(OF_ONE) and column < len(line)]
                yield from _wrong(own, total, row.place or place)
        elif row.role != "header":
            above.append(words)


def _falling(table: Block, place: Place) -> Iterator[Problem]:
    """Yield each row of a table of steps whose last column is not what the row before leaves, less what this row takes.

    A last row that is a total says again what is left; one before it, such as what is left to a decision, takes like any other.
    """
    rows = [row for row in table.children if row.role in ("body", "total")]
    last = rows.pop() if rows and rows[-1].role == "total" else None
    sums = [(row, cells(row)[-2:]) for row in rows]
    for (_, (_, before)), (row, taken) in pairwise(sums):
        yield from _wrong(taken, before, row.place or place)
    for printed in cells(last)[-2:] if last else ():
        yield from _wrong([sums[-1][1][1]] if sums else [], printed, place)


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
