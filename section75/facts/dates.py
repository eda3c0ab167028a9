"""Days, months, financial years, lengths of time and deadlines.

In: words such as `1 April 2026`, `2026/27`, `12 months`, `6 months before expiry`. Out: the values named so.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass, field
from datetime import date, timedelta
from typing import TYPE_CHECKING, Literal, Self, cast

from section75.facts.faults import Fault

if TYPE_CHECKING:
    from section75.problems import Place

Unit = Literal["hour", "day", "working day", "week", "month", "quarter", "year"]
Event = Literal["commencement", "expiry", "year end", "quarter end", "month end"]
Relation = Literal["before", "after", "of"]

_MONTHS = {name: number for number, name in enumerate(calendar.month_name) if name}
_SHORT = {name[:3]: number for name, number in _MONTHS.items()} | {"Sept": 9}
_NAMES = {name.casefold(): number for name, number in (_MONTHS | _SHORT).items()}
_NUMBERS = {
    word: number
    for number, word in enumerate(
        (
            *("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
            *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"),
        ),
        1,
    )
} | {"a": 1, "an": 1, "thirty": 30, "sixty": 60, "ninety": 90}

_WEEKDAY = re.compile(r"([A-Za-z]+day),?\s+(?=[0-9])")
_LONG = re.compile(r"([0-9]{1,2})(?:st|nd|rd|th)?\s+([A-Za-z]+)\.?,?\s+([12][0-9]{3})")
_ISO = re.compile(r"([12][0-9]{3})-([0-9]{2})-([0-9]{2})")
_FIGURES = re.compile(r"[0-9]{1,2}[./-][0-9]{1,2}[./-]([0-9]{4}|[0-9]{2})")
_MONTH = re.compile(r"([A-Za-z]+)\.?\s+([12][0-9]{3})")
_YEAR = re.compile(r"([12][0-9]{3})\s*[/–-]\s*([0-9]{4}|[0-9]{2})")
_LENGTH = re.compile(r"([0-9]{1,3}|[a-z]+)\s+(working day|hour|day|week|month|quarter|year)s?", re.IGNORECASE)
_DEADLINE = re.compile(r"(.+?)\s+(before|after|of)\s+(?:the\s+)?(.+)", re.IGNORECASE)


class Day(date):
    """A day, with its path and place; in everything else a date."""

    path: str
    place: Place | None

    def __new__(cls, year: int, month: int, day: int, path: str = "", place: Place | None = None) -> Self:
        """Keep the day."""
        self = super().__new__(cls, year, month, day)
        self.path, self.place = path, place
        return self

    def __reduce__(self) -> tuple[type[Day], tuple[int, int, int, str, Place | None]]:
        """Let `copy` and `pickle` rebuild it."""
        return Day, (self.year, self.month, self.day, self.path, self.place)


@dataclass(frozen=True, order=True)
class Month:
    """A date of which only the month is known."""

    year: int
    month: int
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    @property
    def first(self) -> Day:
        """Its first day."""
        return Day(self.year, self.month, 1)

    @property
    def last(self) -> Day:
        """Its last day."""
        return Day(self.year, self.month, calendar.monthrange(self.year, self.month)[1])


When = Day | Month


@dataclass(frozen=True, order=True)
class Year:
    """A financial year, from 1 April to 31 March; `start` is the calendar year in which it begins."""

    start: int
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    @classmethod
    def of(cls, day: date) -> Year:
        """Return the financial year in which a day falls."""
        return cls(day.year if (day.month, day.day) >= (4, 1) else day.year - 1)

    @property
    def first(self) -> Day:
        """1 April."""
        return Day(self.start, 4, 1)

    @property
    def last(self) -> Day:
        """31 March."""
        return Day(self.start + 1, 3, 31)

    @property
    def next(self) -> Year:
        """The year after."""
        return Year(self.start + 1)

    @property
    def before(self) -> Year:
        """The year before."""
        return Year(self.start - 1)

    def __str__(self) -> str:
        """Return it as it is written: 2026/27."""
        return f"{self.start}/{(self.start + 1) % 100:02}"


@dataclass(frozen=True)
class Period:
    """A length of time: so many of a unit."""

    n: int
    unit: Unit
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def after(self, start: date) -> Day:
        """Return the day so long after another; 31 January and a month is 28 February.

        Working days need a calendar of bank holidays, and hours are no days: both are printed and never reckoned, `ValueError`.

        >>> Period(1, "month").after(date(2026, 1, 31)).isoformat()
        '2026-02-28'
        """
        return self._moved(start, 1)

    def before(self, end: date) -> Day:
        """Return the day so long before another."""
        return self._moved(end, -1)

    def _moved(self, start: date, way: int) -> Day:
        if self.unit in {"working day", "hour"}:
            raise ValueError(f"A length in {self.unit}s cannot be reckoned in days: it is printed only.")
        if self.unit in {"day", "week"}:
            moved = start + timedelta(days=way * self.n * (7 if self.unit == "week" else 1))
            return Day(moved.year, moved.month, moved.day)
        months = way * self.n * {"month": 1, "quarter": 3, "year": 12}[self.unit]
        year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
        return Day(year, month + 1, min(start.day, calendar.monthrange(year, month + 1)[1]))


@dataclass(frozen=True)
class Deadline:
    """A length before or after an event, or within so long `of` it."""

    length: Period
    relation: Relation
    event: Event
    path: str = field(default="", compare=False, repr=False)
    place: Place | None = field(default=None, compare=False, repr=False)

    def on(self, event: date) -> Day:
        """Return the last day, given the day of the event."""
        return self.length.before(event) if self.relation == "before" else self.length.after(event)


EVENTS: tuple[Event, ...] = ("commencement", "expiry", "year end", "quarter end", "month end")


def day(words: str) -> Day:
    """Read a day.

    >>> day("1 April 2026") == day("2026-04-01") == day("1st Apr 2026")
    True
    """
    text = words.strip()
    if named := _WEEKDAY.match(text):
        return _on_weekday(words, named[1], day(text[named.end() :]))
    if found := _ISO.fullmatch(text):
        return _day(words, int(found[1]), int(found[2]), int(found[3]))
    if (found := _LONG.fullmatch(text)) and found[2].casefold() in _NAMES:
        return _day(words, int(found[3]), _NAMES[found[2].casefold()], int(found[1]))
    if _FIGURES.fullmatch(text):
        raise Fault(f"“{words}” may be read day first or month first.", "Write 1 April 2026 or 2026-04-01.")
    if _month(text):
        raise Fault(f"“{words}” does not say which day.", "Write 1 April 2026.")
    raise Fault(f"“{words}” is not a date.", "Write 1 April 2026 or 2026-04-01.")


def _day(words: str, year: int, month: int, number: int) -> Day:
    try:
        return Day(year, month, number)
    except ValueError:
        raise Fault(f"There is no such day as “{words}”.", "Check the day and the month.") from None


def _on_weekday(words: str, weekday: str, found: Day) -> Day:
    true = calendar.day_name[found.weekday()]
    if true.casefold() != weekday.casefold():
        raise Fault(f"“{words}” was a {true}.", "Check the day of the week.")
    return found


def when(words: str) -> When:
    """Read a day, or a month where no more is known: `November 2014`."""
    return _month(words.strip()) or day(words)


def _month(text: str) -> Month | None:
    found = _MONTH.fullmatch(text)
    known = found and _NAMES.get(found[1].casefold())
    return Month(int(found[2]), known) if found and known else None


def financial_year(words: str) -> Year:
    """Read a financial year.

    >>> str(financial_year("2026-27"))
    '2026/27'
    """
    found = _YEAR.fullmatch(words.strip())
    if not found:
        raise Fault(f"“{words}” is not a financial year.", "Write 2026/27.")
    year = Year(int(found[1]))
    if int(found[2]) % 100 != (year.start + 1) % 100 or (len(found[2]) == 4 and int(found[2]) != year.start + 1):  # noqa: PLR2004 - 2026/2027
        raise Fault(f"“{words}” is not one year.", f"Write {year}.")
    return year


def period(words: str) -> Period:
    """Read a length of time.

    >>> period("twelve months")
    Period(n=12, unit='month')
    """
    found = _LENGTH.fullmatch(" ".join(words.split()))
    number = found and (int(found[1]) if found[1].isdigit() else _NUMBERS.get(found[1].casefold(), 0))
    if not found or not number:
        raise Fault(f"“{words}” is not a length of time.", "Write 12 months, 10 working days or 1 year.")
    return Period(number, cast("Unit", found[2].casefold()))


def deadline(words: str) -> Deadline:
    """Read a deadline.

    >>> deadline("6 months before expiry").event
    'expiry'
    """
    found = _DEADLINE.fullmatch(" ".join(words.split()))
    if not found:
        raise Fault(f"“{words}” is not a deadline.", "Write 6 months before expiry or 4 weeks after quarter end.")
    event = found[3].casefold()
    if event not in EVENTS:
        raise Fault(f"“{found[3]}” is not an event that a deadline can hang on.", f"Use one of: {', '.join(EVENTS)}.")
    return Deadline(period(found[1]), cast("Relation", found[2].casefold()), cast("Event", event))
