"""Instalments that are typed come to the sum of the year; the last of them takes the odd pence.

The agreements of section 75 that were read pay in twelve, in four or in one: four equal instalments, or a twelfth by invoice each month.
The calendar of payments is worked out from the contributions; this reads what officers type.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import AMOUNT, half_of_last_figure, number_in, pounds

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "instalments"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic: the instalments of a year are the contribution of the year, to the penny."
PASSES: Final = (
    "# Money {#money}\n\n1. The Board pays £1,250,090 in four equal instalments of £312,522.50.\n",
    "# Money {#money}\n\n1. The Board pays twelve monthly instalments of £104,174.17, £1,250,090 in all.\n",
)
FAILS: Final = (
    "# Money {#money}\n\n1. The Board pays £1,250,090 in four equal instalments of £312,552.50.\n",
    "# Money {#money}\n\n1. The Board pays 12 monthly instalments of £104,714, £1,250,090 in all.\n",
)
MUTATIONS: Final = (Mutation(section("The ICB pays £1,200,000 in four equal instalments of £312,552.50."), IN_SECTION, paper="report"),)

COUNTS: Final = {"two": 2, "three": 3, "four": 4, "six": 6, "ten": 10, "twelve": 12}
COUNT: Final = rf"(?P<count>{'|'.join(COUNTS)}|[0-9]{{1,2}})"
KIND: Final = r"(?: equal)?(?: (?:monthly|quarterly|annual|yearly))?(?: equal)? instalments? (?:of|each of) "
SPOKEN: Final = (
    re.compile(rf"(?P<whole>{AMOUNT}),? (?:[a-z ]{{0,40}} )?in {COUNT}{KIND}(?P<one>{AMOUNT})", re.IGNORECASE),
    re.compile(
        rf"\b{COUNT}{KIND}(?P<one>{AMOUNT}),?(?: each)?,? (?:\(|or |which is |making |that is )?(?P<whole>{AMOUNT})\)? "
        r"(?:in all|in total|altogether|a year|for the year)",
        re.IGNORECASE,
    ),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each sum that its instalments do not come to."""
    for said in subject.said:
        for spoken in SPOKEN:
            for found in spoken.finditer(said.words):
                yield from _wrong(found["count"], found["one"], found["whole"], said.place)


def _wrong(counted: str, each: str, sum_: str, place: Place) -> Iterator[Problem]:
    count = COUNTS.get(counted.casefold()) or int(counted)
    one, whole = number_in(each), number_in(sum_)
    if one is None or whole is None:
        return
    exact = Fraction(1, 100) if "." in each or not each[-1:].isdigit() else Fraction(1, 2)
    spare = count * (half_of_last_figure(each) if each[-1:].isalpha() else exact)
    if abs(one * count - whole) > spare:
        message = (
            f"{count} instalments of {each} are {pounds(one * count)}, and the sum is {sum_}: {pounds(abs(one * count - whole))} apart."
        )
        yield Problem(place, ID, LEVEL, message, "Divide the sum by the instalments; the last takes the odd pence.")
