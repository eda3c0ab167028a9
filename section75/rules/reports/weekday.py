"""The day of the week printed with a date is the day it was.

Lancashire prints “Meeting to be held on Thursday, 13 July 2017”, and it was one. A date moved by a week rarely takes its weekday along.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import DAY, day_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "weekday"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Local Government Act 1972, Schedule 12, paragraph 4: notice of a meeting says when it is held; a wrong day misleads."
PASSES: Final = ("# Meeting {#meeting}\n\nMeeting to be held on Thursday, 13 July 2017.\n",)
FAILS: Final = (
    "# Meeting {#meeting}\n\nMeeting to be held on Wednesday, 13 July 2017.\n",
    "# Meeting {#meeting}\n\nIt meets on Tuesday 31 June 2017.\n",
)
MUTATIONS: Final = (Mutation(section("The board first meets on Tuesday 9 April 2026."), IN_SECTION, paper="report"),)

DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
NAMED: Final = re.compile(rf"\b({'|'.join(DAYS)}),? (?:the )?({DAY})")


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each date whose day of the week is wrong."""
    for said in subject.said:
        for weekday, words in NAMED.findall(said.words):
            found = day_in(words)
            if found is None:
                yield Problem(said.place, ID, LEVEL, f"There is no such day as {words}.", "Check the day and the month.")
            elif DAYS[found.weekday()] != weekday:
                yield Problem(said.place, ID, LEVEL, f"{words} was a {DAYS[found.weekday()]}, not a {weekday}.", "Check both.")
