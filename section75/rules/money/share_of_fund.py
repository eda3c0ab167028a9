"""A contribution divided by the fund is the share that is printed with it, within a hundredth of one per cent.

North Tyneside, 2022/23: £12,310,605 of the fund of £30,774,007 goes to adult social care, which is 40.0 %. A share printed in whole per
cent may be wrong by half of one.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import AMOUNT, cells, half_of_last_figure, is_amount, number_in, percent, tables_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "share-of-fund"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic; the contribution is what binds (SI 2000/617, regulation 7(3)), and its share follows from it."
PASSES: Final = (
    "# Money {#money}\n\n1. Adult social care receives £12,310,605, which is 40.0% of the fund of £30,774,007.\n",
    """\
# Money {#money}

1. The Contributions are:

Table: Contributions
| Partner | Contribution | Share |
|---|---:|---:|
| Council | £10,132,342 | 55.87% |
| Board | £8,004,000 | 44.13% |
| = Total | £18,136,342 | 100% |
""",
)
FAILS: Final = (
    "# Money {#money}\n\n1. Adult social care receives £12,310,605, which is 41.0% of the fund of £30,774,007.\n",
    """\
# Money {#money}

1. The Contributions are:

Table: Contributions
| Partner | Contribution | Share |
|---|---:|---:|
| Council | £10,132,342 | 58.87% |
| Board | £8,004,000 | 41.13% |
| = Total | £18,136,342 | 100% |
""",
)
MUTATIONS: Final = (
    Mutation(section("The Council puts in £1,200,000, which is 60.0% of the fund of £2,400,000."), IN_SECTION, paper="report"),
)

PER_CENT: Final = r"([0-9]+(?:\.[0-9]+)?) ?(?:%|per cent)"
SPOKEN: Final = re.compile(
    rf"({AMOUNT}),? \(?(?:which is |that is |being |or |equal to |amounting to |= ?)?{PER_CENT}\)? of (?:[^.£;%]{{0,60}} )?({AMOUNT})",
    re.IGNORECASE,
)
SPARE: Final = Fraction(1, 10_000)
"""A hundredth of one per cent: by so much a share rounded by the largest remainders may miss its exact value."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each printed share that is not what its amount is of the whole."""
    for said in subject.said:
        for part, share, whole in SPOKEN.findall(said.words):
            yield from _wrong(part, f"{share}%", whole, said.place)
    for _, rows, place in tables_of(subject.index):
        totals = next((cells(row) for row in rows if row.role == "total"), None)
        for row in rows if totals else ():
            if totals and row.role != "total":
                yield from _row(cells(row), totals, row.place or place)


def _row(words: list[str], totals: list[str], place: Place) -> Iterator[Problem]:
    """Yield the faults of one row: each share is of the amount in the column before it, or else after it."""
    for column in range(1, min(len(words), len(totals))):
        if words[column].endswith("%") and totals[column].removesuffix("%") == "100":
            beside = next((one for one in (column - 1, column + 1) if one < min(len(words), len(totals)) and is_amount(words[one])), None)
            if beside is not None and is_amount(totals[beside]):
                yield from _wrong(words[beside], words[column], totals[beside], place)


def _wrong(part: str, share: str, whole: str, place: Place) -> Iterator[Problem]:
    one, printed, all_ = number_in(part), number_in(share), number_in(whole)
    if one is None or printed is None or not all_:
        return
    exact = one / all_
    rounding = max(half_of_last_figure(share) / 100, SPARE)
    spread = (half_of_last_figure(part) / all_ if part[-1:].isalpha() else 0) + (
        half_of_last_figure(whole) * exact / all_ if whole[-1:].isalpha() else 0
    )
    if abs(exact - printed / 100) > rounding + spread:
        message = f"{part} is {percent(exact)} of {whole}, and {share} is printed."
        yield Problem(place, ID, LEVEL, message, "Work the share out from the contribution and the fund.")
