"""A variance is the outturn less the budget, with its sign.

The budget table of Kent’s report of 2012 has the columns Year, Outturn, Budget, Variance, and all three rows hold: £22,148.7k less
£21,749.8k is + £398.9k; in 2011/12 less was spent than planned, and the variance is − £954.8k.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import SECTION, Mutation, section
from section75.rules.reading import blocks_of, cells, half_of_last_figure, number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "variance"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Accounting convention: a variance is the outturn less the budget, with its sign; spending above budget is positive."
PASSES: Final = (
    """\
# Budget {#budget}

Table: Budget
| Year | Outturn | Budget | Variance |
|---|---|---|---|
| 2011/12 | £21,070.5k | £22,025.3k | - £954.8k |
""",
)
FAILS: Final = (
    """\
# Budget {#budget}

Table: Budget
| Year | Outturn | Budget | Variance |
|---|---|---|---|
| 2011/12 | £21,070.5k | £22,025.3k | + £954.8k |
""",
)
MUTATIONS: Final = (
    Mutation(
        section(
            "Table: Budget\n| Year | Outturn | Budget | Variance |\n|---|---|---|---|\n| 2011/12 | £21,070.5k | £22,025.3k | + £954.8k |"
        ),
        f"{SECTION}:6:1",
        paper="report",
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each row in which the variance is not the outturn less the budget."""
    for table, place in blocks_of(subject.index, "table"):
        named: dict[str, int] = {}
        for row in table.children:
            words = cells(row)
            if row.role == "header":
                named = {word.casefold().split(" ")[0]: column for column, word in enumerate(words)}
            elif {"outturn", "budget", "variance"} <= named.keys():
                outturn, budget, variance = (words[named[name]] for name in ("outturn", "budget", "variance"))
                yield from _row(outturn, budget, variance, row.place or place)


def _row(outturn: str, budget: str, variance: str, place: Place) -> Iterator[Problem]:
    spent, planned, printed = number_in(outturn), number_in(budget), number_in(variance)
    if spent is None or planned is None or printed is None:
        return
    if abs(spent - planned - printed) > half_of_last_figure(outturn) + half_of_last_figure(budget):
        message = f"{outturn} less {budget} is {float(spent - planned):+,.10g}, and the variance printed is {variance}."
        yield Problem(place, ID, LEVEL, message, "Check the row, and its sign.")
