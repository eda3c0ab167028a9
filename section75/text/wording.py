"""How values are printed: money, dates, lengths, shares and numbers, in the one style of the house.

In: a value of the facts. Out: its words. Nothing here knows a document, a template or a blank.
"""

from __future__ import annotations

from fractions import Fraction
from math import gcd, lcm
from typing import TYPE_CHECKING

from section75.facts.dates import Month
from section75.facts.phrases import Phrase, listed
from section75.facts.shares import Shares

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from section75.facts.dates import Deadline, Period, When
    from section75.facts.money import Money

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_UNITS = (
    *("nought", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"),
    *("thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"),
)
_TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")
_ORDINALS = {
    "one": "first",
    "two": "second",
    "three": "third",
    "five": "fifth",
    "eight": "eighth",
    "nine": "ninth",
    "twelve": "twelfth",
}
_EVENTS = {
    "year end": "the end of the year",
    "quarter end": "the end of the quarter",
    "month end": "the end of the month",
}
_MOST_IN_WORDS = 999
_PENNIES = 100
_FINEST = 3
"""Figures after the point that a reader of `£1.234m` or `33.333%` still takes in."""


# ------------------------------------------------------------------ money


def money(amount: Money) -> str:
    """Return an amount in full; pence only where there are any.

    >>> from section75.facts.money import Money
    >>> money(Money(620_000_000)), money(Money(131_025_050)), money(Money(-50_000))
    ('£6,200,000', '£1,310,250.50', '-£500')
    """
    pounds, pence = divmod(abs(amount.pence), _PENNIES)
    sign = "-" if amount.pence < 0 else ""
    return f"{sign}£{pounds:,}.{pence:02}" if pence else f"{sign}£{pounds:,}"


def money_short(amount: Money) -> str:
    """Return an amount in millions or thousands where that is exact, and otherwise in full.

    >>> from section75.facts.money import Money
    >>> money_short(Money(620_000_000)), money_short(Money(45_000_000)), money_short(Money(131_025_000))
    ('£6.2m', '£450k', '£1,310,250')
    """
    sign = "-" if amount.pence < 0 else ""
    pounds = Fraction(abs(amount.pence), _PENNIES)
    if pounds >= 10**6 and (millions := _decimal(pounds / 10**6)):
        return f"{sign}£{millions}m"
    if 10**3 <= pounds < 10**6 and pounds % 10**3 == 0:
        return f"{sign}£{pounds // 10**3}k"
    return money(amount)


def money_millions(amount: Money) -> str:
    """Return an amount in millions even where it is less than one, or in full where that would not be exact.

    >>> from section75.facts.money import Money
    >>> money_millions(Money(60_000_000)), money_millions(Money(680_000_000)), money_millions(Money(12_345))
    ('£0.6m', '£6.8m', '£123.45')
    """
    sign = "-" if amount.pence < 0 else ""
    millions = _decimal(Fraction(abs(amount.pence), _PENNIES * 10**6))
    return f"{sign}£{millions}m" if millions else money(amount)


def money_thousands(amount: Money) -> str:
    """Return an amount in thousands with one figure after the point, or in full where that would not be exact.

    >>> from section75.facts.money import Money
    >>> money_thousands(Money(2_214_870_000)), money_thousands(Money(2_200_000_000)), money_thousands(Money(12_345))
    ('£22,148.7k', '£22,000.0k', '£123.45')
    """
    sign = "-" if amount.pence < 0 else ""
    hundreds, rest = divmod(abs(amount.pence), 100 * _PENNIES)
    return money(amount) if rest else f"{sign}£{hundreds // 10:,}.{hundreds % 10}k"


def variance_thousands(amount: Money) -> str:
    """Return a variance in thousands, always with its sign.

    >>> from section75.facts.money import Money
    >>> variance_thousands(Money(39_890_000)), variance_thousands(Money(-95_480_000)), variance_thousands(Money(0))
    ('+ £398.9k', '− £954.8k', '£0.0k')
    """
    sign = "+ " if amount.pence > 0 else "− " if amount.pence < 0 else ""
    return sign + money_thousands(amount if amount.pence > 0 else -amount)


def _decimal(value: Fraction) -> str:
    """Return a value with at most three figures after the point, or nothing if that would not be exact."""
    scaled = value * 10**_FINEST
    if scaled.denominator != 1:
        return ""
    whole, part = divmod(int(scaled), 10**_FINEST)
    return f"{whole}.{part:0{_FINEST}}".rstrip("0").rstrip(".")


# ------------------------------------------------------------------ dates and lengths


def long_date(day: When | date) -> str:
    """Return a day or a month in full.

    >>> from section75.facts.dates import Day, Month
    >>> long_date(Day(2026, 4, 1)), long_date(Month(2014, 11))
    ('1 April 2026', 'November 2014')
    """
    month = f"{_MONTHS[day.month - 1]} {day.year}"
    return month if isinstance(day, Month) else f"{day.day} {month}"


def month_date(day: When | date) -> str:
    """Return the month of a day, with its year.

    >>> from section75.facts.dates import Day
    >>> month_date(Day(2019, 4, 1))
    'April 2019'
    """
    return f"{_MONTHS[day.month - 1]} {day.year}"


def weekday_date(day: date) -> str:
    """Return a day with the day of the week.

    >>> from section75.facts.dates import Day
    >>> weekday_date(Day(2017, 7, 13))
    'Thursday, 13 July 2017'
    """
    return f"{_WEEKDAYS[day.weekday()]}, {long_date(day)}"


def period(length: Period) -> str:
    """Return a length of time. A Working Day has capitals: agreements define it.

    >>> from section75.facts.dates import Period
    >>> period(Period(12, "month")), period(Period(1, "working day"))
    ('12 months', '1 Working Day')
    """
    unit = "Working Day" if length.unit == "working day" else length.unit
    return f"{length.n} {unit}{'' if length.n == 1 else 's'}"


def deadline(limit: Deadline) -> str:
    """Return a deadline.

    >>> from section75.facts.dates import deadline as read
    >>> deadline(read("4 weeks after quarter end")), deadline(read("6 months before expiry"))
    ('4 weeks after the end of the quarter', '6 months before expiry')
    """
    return f"{period(limit.length)} {limit.relation} {_EVENTS.get(limit.event, limit.event)}"


# ------------------------------------------------------------------ shares


def per_cent(share: Fraction) -> str:
    """Return a share in per cent, or as a fraction where per cent would not be exact.

    >>> per_cent(Fraction(1, 2)), per_cent(Fraction(333, 1000)), per_cent(Fraction(1, 3))
    ('50%', '33.3%', '1/3')
    """
    hundredths = _decimal(share * 100)
    return f"{hundredths}%" if hundredths else f"{share.numerator}/{share.denominator}"


def hundredths(share: Fraction) -> str:
    """Return a share in per cent, always with two figures after the point, for a column of shares. Anything finer is a `ValueError`.

    >>> hundredths(Fraction(456, 1000)), hundredths(Fraction(113, 10_000)), hundredths(Fraction(1))
    ('45.60%', '1.13%', '100.00%')
    """
    whole, part = divmod(share * 10_000, 100)
    if part.denominator != 1:
        raise ValueError(f"{share} is not in hundredths of one per cent.")
    return f"{whole}.{part.numerator:02}%"


def ratio(shares: Shares | Sequence[Fraction]) -> str:
    """Return shares as a ratio, in parts of a hundred where that is exact. Shares without figures are a `ValueError`.

    >>> ratio([Fraction(1, 2), Fraction(1, 2)]), ratio([Fraction(1, 3), Fraction(2, 3)])
    ('50:50', '1:2')
    """
    parts = list(shares.named.values()) if isinstance(shares, Shares) else list(shares)
    if not parts:
        raise ValueError("These shares have no figures.")
    hundredths = [_decimal(Fraction(part) * 100) for part in parts]
    if all(hundredths):
        return ":".join(hundredths)
    common = lcm(*(part.denominator for part in parts))
    whole = [int(part * common) for part in parts]
    return ":".join(str(part // gcd(*whole)) for part in whole)


# ------------------------------------------------------------------ numbers and lists


def number(count: int) -> str:
    """Return a number in figures.

    >>> number(1250)
    '1,250'
    """
    return f"{int(count):,}"


def number_words(count: int) -> str:
    """Return a whole number up to 999 in words. Anything else is a `ValueError`.

    >>> number_words(6), number_words(42), number_words(999)
    ('six', 'forty-two', 'nine hundred and ninety-nine')
    """
    if not 0 <= count <= _MOST_IN_WORDS:
        raise ValueError(f"{count} is not printed in words.")
    hundreds, rest = divmod(int(count), 100)
    head = f"{_UNITS[hundreds]} hundred" if hundreds else ""
    tail = _below_hundred(rest) if rest or not hundreds else ""
    return " and ".join(part for part in (head, tail) if part)


def _below_hundred(count: int) -> str:
    if count < len(_UNITS):
        return _UNITS[count]
    tens, units = divmod(count, 10)
    return f"{_TENS[tens]}-{_UNITS[units]}" if units else _TENS[tens]


def ordinal(count: int) -> str:
    """Return the ordinal of a whole number up to 999, in words.

    >>> ordinal(1), ordinal(12), ordinal(20), ordinal(31), ordinal(100)
    ('first', 'twelfth', 'twentieth', 'thirty-first', 'one hundredth')
    """
    words = number_words(count)
    cut = max(words.rfind("-"), words.rfind(" ")) + 1
    head, last = words[:cut], words[cut:]
    if last in _ORDINALS:
        return head + _ORDINALS[last]
    return f"{head}{last[:-1]}ieth" if last.endswith("y") else f"{head}{last}th"


def list_and(items: Sequence[object]) -> Phrase:
    """Return items joined as `a, b and c`, each still itself, so that a blank among them stays a blank.

    >>> "".join(map(str, list_and(["a", "b", "c"]).parts))
    'a, b and c'
    """
    return listed(tuple(items))
