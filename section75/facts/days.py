"""A day that comes every year: 31 October.

In: words. Out: `Anniversary`, and `DayOfYear`, the annotation of a field that holds one.
"""

import calendar
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated

from section75.facts.dates import Day, Year
from section75.facts.faults import Fault
from section75.facts.kinds import Parsed

if TYPE_CHECKING:
    from section75.facts.raw import Words
    from section75.problems import Place

_MONTHS = {name.casefold(): number for number, name in enumerate(calendar.month_name) if name}
_WRITTEN = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)")
_ANY_LEAP_YEAR = 2024
_FEBRUARY = 2


@dataclass(frozen=True)
class Anniversary:
    """A day and a month; `path` and `place` are where it is stated."""

    month: int
    number: int
    path: str = field(default="", compare=False, repr=False)
    place: "Place | None" = field(default=None, compare=False, repr=False)

    def within(self, year: Year) -> Day:
        """Return the day on which it falls in a financial year."""
        start = year.start if self.month >= year.first.month else year.start + 1
        return Day(start, self.month, self.number, self.path, self.place)

    def __str__(self) -> str:
        """Return it as it is written."""
        return f"{self.number} {calendar.month_name[self.month]}"


def anniversary(words: "Words") -> Anniversary:
    """Read a day that comes every year: `31 October`."""
    found = _WRITTEN.fullmatch(words.strip())
    month = found and _MONTHS.get(found[2].casefold())
    if not found or not month:
        raise Fault(f"“{words}” is not a day that comes every year.", "Write the day and the month: 31 October.")
    number = int(found[1])
    if not 1 <= number <= calendar.monthrange(_ANY_LEAP_YEAR, month)[1]:
        raise Fault(f"There is no such day as “{words}”.", "Check the day and the month.")
    if month == _FEBRUARY and number > calendar.monthrange(_ANY_LEAP_YEAR + 1, month)[1]:
        raise Fault("29 February does not come every year.", "Write 28 February.")
    return Anniversary(month, number, words.path, words.place)


DayOfYear = Annotated[Anniversary, Parsed(anniversary, (Anniversary,), {"type": "string"})]
"""A day and a month, in every year."""
