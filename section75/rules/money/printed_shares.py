"""Printed shares that are said to make the whole make just 100 %, whatever the rounding.

Three equal partners print 33.34 %, 33.33 % and 33.33 %: each share is cut off, and what is over goes to the largest remainders. Shares in
the facts are exact and refused by the reader unless they sum to one; this reads the tables that officers type.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section
from section75.rules.reading import cells, number_in, percent, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "printed-shares"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic; the rounding rule of the schedule of contributions: what is over goes to the largest remainders."
PASSES: Final = (
    """\
# Shares {#shares}

1. The shares are:

Table: Shares of three
| Partner | Share |
|---|---:|
| One | 33.34% |
| Two | 33.33% |
| Three | 33.33% |
| = Total | 100% |
""",
)
FAILS: Final = (
    """\
# Shares {#shares}

1. The shares are:

Table: Shares of three
| Partner | Share |
|---|---:|
| One | 33.33% |
| Two | 33.33% |
| Three | 33.33% |
| = Total | 100% |
""",
    """\
# Shares {#shares}

1. The uplift is split:

Table: Dorset
| Partner | Share |
|---|---:|
| One | 60% |
| Two | 45% |
| = Total | 100% |
""",
)
MUTATIONS: Final = (
    Mutation(
        section("Table: Shares\n| Partner | Share |\n|---|---:|\n| Council | 49% |\n| ICB | 50% |\n| = Total | 100% |"),
        f"{SECTION}:8:1",
        paper="report",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each column of shares that does not make the whole printed beneath it."""
    for _, rows, place in tables_of(subject.index):
        above: list[list[str]] = []
        for row in rows:
            words = cells(row)
            if row.role == "total":
                for column in range(1, len(words)):
                    yield from _column([line[column] for line in above if column < len(line)], words[column], row.place or place)
            else:
                above.append(words)


def _column(parts: list[str], total: str, place: Place) -> Iterator[Problem]:
    if not parts or not all(part.endswith("%") for part in (*parts, total)):
        return
    numbers = [number_in(part) for part in parts]
    whole = number_in(total)
    if whole is None or None in numbers:
        return
    made = sum((number for number in numbers if number is not None), Fraction(0))
    if made != whole:
        message = f"The shares make {percent(made / 100)}, and {total} is printed beneath them."
        yield Problem(place, ID, LEVEL, message, "Round by the largest remainders, so that the shares make the whole.")
