"""Clear days and working days, with the bank holidays of England.

In: days. Out: days, and numbers of days. Clear days are the whole days between two others: neither end counts.
"""

from __future__ import annotations

from datetime import timedelta
from functools import cache
from typing import TYPE_CHECKING, Final

from section75.facts.dates import Day

if TYPE_CHECKING:
    from collections.abc import Collection
    from datetime import date

SATURDAY: Final = 5
ONE: Final = timedelta(days=1)


@cache
def _bank_holidays(year: int) -> Collection[date]:
    from holidays import country_holidays

    return frozenset(country_holidays("GB", subdiv="ENG", years=year))


def is_working(day: date) -> bool:
    """Return whether a day is neither a Saturday, a Sunday nor a bank holiday in England.

    >>> from datetime import date
    >>> [is_working(date(2026, 4, number)) for number in (2, 3, 4, 6, 7)]
    [True, False, False, False, True]
    """
    return day.weekday() < SATURDAY and day not in _bank_holidays(day.year)


def clear_days(first: date, last: date) -> int:
    """Return how many whole days are between two, of any kind; below none where the last is not after the first.

    >>> from datetime import date
    >>> clear_days(date(2026, 2, 9), date(2026, 3, 10))
    28
    """
    return (last - first).days - 1


def clear_working_days(first: date, last: date) -> int:
    """Return how many working days are between two, neither counted.

    >>> from datetime import date
    >>> clear_working_days(date(2026, 3, 27), date(2026, 4, 8))
    5
    """
    return sum(is_working(first + ONE * number) for number in range(1, (last - first).days))


def latest(event: date, clear: int) -> Day:
    """Return the last day from which so many clear days are left before an event."""
    return _day(event - ONE * (clear + 1))


def latest_working(event: date, clear: int) -> Day:
    """Return the last working day from which so many clear working days are left before an event.

    >>> from datetime import date
    >>> latest_working(date(2026, 4, 8), 5).isoformat()
    '2026-03-27'
    """
    day = _day(event - ONE)
    while clear or not is_working(day):
        clear -= is_working(day)
        day = _day(day - ONE)
    return day


def working_days_after(day: date, number: int) -> Day:
    """Return the working day that is so many after a day, which does not count itself.

    >>> from datetime import date
    >>> working_days_after(date(2026, 4, 2), 5).isoformat()
    '2026-04-13'
    """
    found = _day(day)
    while number > 0:
        found = _day(found + ONE)
        number -= is_working(found)
    return found


def working_days_before(day: date, number: int) -> Day:
    """Return the working day that is so many before a day, which does not count itself.

    >>> from datetime import date
    >>> working_days_before(date(2026, 4, 13), 5).isoformat()
    '2026-04-02'
    """
    found = _day(day)
    while number > 0:
        found = _day(found - ONE)
        number -= is_working(found)
    return found


def _day(day: date) -> Day:
    return Day(day.year, day.month, day.day)
