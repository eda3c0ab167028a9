"""A date is printed one way throughout: 20 May 2024.

A report of North Tyneside prints “20 May 2024” and “twenty June 2024” in one paragraph. Dates in figures alone may be read day first or
month first.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "date-in-words"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "House style: a date is printed in one form, so that a search and a reader find it."
PASSES: Final = ("# Dates {#dates}\n\nIt was agreed on 20 May 2024 and begins on 20 June 2024.\n",)
FAILS: Final = (
    "# Dates {#dates}\n\nIt was agreed on 20 May 2024 and begins on twenty June 2024.\n",
    "# Dates {#dates}\n\nIt begins on 05/06/2024.\n",
)
MUTATIONS: Final = (Mutation(section("The board first meets on 05/06/2026."), IN_SECTION, paper="report"),)

NUMBERS: Final = (
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen"
    "|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twentieth|twenty|thirtieth|thirty"
)
FIGURES: Final = r"\b[0-9]{1,2}/[0-9]{1,2}/[0-9]{2,4}\b"
WORDED: Final = re.compile(rf"\b(?:{NUMBERS})(?:[ -](?:{NUMBERS}))?(?: of)? (?:{MONTHS}) [12][0-9]{{3}}|{FIGURES}", re.IGNORECASE)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each date that is printed in words, or in figures alone."""
    if subject.document.kind == "agreement":
        return
    for said in subject.said:
        for words in WORDED.findall(said.words):
            yield Problem(said.place, ID, LEVEL, f"“{words}” is a date in another form than the rest.", "Write it like 20 May 2024.")
