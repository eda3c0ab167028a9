"""A yearly amount, times the years, is the whole that is printed.

Cambridgeshire in 2024 holds: £1,250,090 a year for two years is £2,500,180.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import AMOUNT, LENGTH, half_of_last_figure, length_in, number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "years-of-money"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic: what is asked for is the whole of the term."
PASSES: Final = (
    "# Money {#money}\n\nIt costs £1,250,090 a year for two years, £2,500,180 in total.\n",
    "# Money {#money}\n\nThe value is £2,500,180 over two years (£1,250,090 pa).\n",
    "# Money {#money}\n\nThe budget is £1,250,090 per annum (£2,500,180 over 2 years).\n",
)
FAILS: Final = (
    "# Money {#money}\n\nIt costs £1,250,090 a year for two years, £2,500,090 in total.\n",
    "# Money {#money}\n\nThe value is £2,500,180 over three years (£1,250,090 pa).\n",
    "# Money {#money}\n\nThe budget is £1,250,090 per annum (£2,500,810 over 2 years).\n",
)
MUTATIONS: Final = (Mutation(section("It costs £1,250,090 a year for two years, £2,500,090 in total."), IN_SECTION, paper="report"),)

YEARLY: Final = rf"(?P<yearly>{AMOUNT}) (?:a year|per year|per annum|pa\b|p\.a\.|each year|annually)"
WHOLE: Final = rf"(?P<whole>{AMOUNT})"
LASTS: Final = rf"(?:for|over|across) (?:the |a period of )?(?P<length>{LENGTH})\b"
PRINTED: Final = (
    re.compile(rf"{YEARLY},? {LASTS}[^.£]{{0,40}}{WHOLE} (?:in total|in all|altogether)"),
    re.compile(rf"{WHOLE}(?: in total)?,? {LASTS}[^.£]{{0,40}}{YEARLY}"),
    re.compile(rf"{YEARLY}[^.£]{{0,20}}{WHOLE} (?:in total )?{LASTS}"),
)
"""The ways in which papers print a yearly amount, the years and the whole."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each whole that is not the yearly amount times the years."""
    for said in subject.said:
        for found in (found for form in PRINTED for found in form.finditer(said.words)):
            yearly, length, whole = found["yearly"], found["length"], found["whole"]
            one, all_, lasts = number_in(yearly), number_in(whole), length_in(length)
            if one is None or all_ is None or lasts is None or lasts.unit != "year":
                continue
            rounding = (half_of_last_figure(yearly) * lasts.n + half_of_last_figure(whole)) if yearly[-1].isalpha() else 0
            if abs(one * lasts.n - all_) > rounding:
                message = f"{yearly} a year for {length} is £{float(one * lasts.n):,.10g}, not {whole}."
                yield Problem(said.place, ID, LEVEL, message, "Check the amounts and the years.")
