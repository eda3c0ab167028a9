"""In a table with a column of totals, the amounts of each row sum to its total.

Bracknell Forest prints its fund of 2022/23 as £18,136,342, of which the council’s part is £10,132,342: what is left for the integrated
care board, £8,004,000, is right only because nothing else is in the row. Columns are added up by the rule `sums`.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section
from section75.rules.reading import cells, half_of_last_figure, is_amount, number_in, pounds, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "table-rows"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic: the rows and the columns of a table of contributions come to one grand total."
PASSES: Final = (
    """\
# Contributions {#contributions}

1. The Contributions are:

Table: Contributions
| Year | Council | Board | Total |
|---|---:|---:|---:|
| 2022/23 | £10,132,342 | £8,004,000 | £18,136,342 |
""",
    """\
# Contributions {#contributions}

1. The Contributions are:

Table: West Wales, in millions
| Year | Care | Nursing | Equipment | Carers | Total |
|---|---:|---:|---:|---:|---:|
| 2018/19 | £4.140m | £1.845m | £0.298m | £0.184m | £6.467m |
""",
)
FAILS: Final = (
    """\
# Contributions {#contributions}

1. The Contributions are:

Table: Contributions
| Year | Council | Board | Total |
|---|---:|---:|---:|
| 2022/23 | £10,132,342 | £8,040,000 | £18,136,342 |
""",
)
MUTATIONS: Final = (
    Mutation(
        section(
            "Table: Contributions\n| Year | Council | ICB | Total |\n|---|---:|---:|---:|\n| 2019/20 | £900,000 | £800,000 | £1,800,000 |"
        ),
        f"{SECTION}:6:1",
        paper="report",
    ),
)

NOTHING: Final = ("", "–", "—", "-", "nil", "none")
"""What stands in a cell for no amount."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each row whose amounts do not sum to its total."""
    for header, rows, place in tables_of(subject.index):
        last = len(header) - 1
        if last > 1 and header[last].casefold().startswith(("total", "in all", "all partners")):
            for row in rows:
                yield from _row(cells(row)[: last + 1], row.place or place)


def _row(words: list[str], place: Place) -> Iterator[Problem]:
    """Yield the fault of one row; a row of anything but amounts is none, for its last cell may be something else than a sum."""
    *parts, total = words[1:]
    amounts = [part for part in parts if part.casefold() not in NOTHING]
    printed = number_in(total)
    if printed is None or not is_amount(total) or not amounts or not all(map(is_amount, amounts)):
        return
    summed = sum((number_in(part) or Fraction(0) for part in amounts), Fraction(0))
    spare = sum(half_of_last_figure(part) for part in (*amounts, total) if part[-1:].isalpha())
    if abs(summed - printed) > spare:
        message = f"The amounts of the row “{words[0]}” sum to {pounds(summed)}, and its total is {total}."
        yield Problem(place, ID, LEVEL, f"{message[:-1]}: {pounds(abs(summed - printed))} apart.", "Check the row and its total.")
