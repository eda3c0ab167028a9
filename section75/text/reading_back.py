"""Reading printed words back: what the facts would have to say for a text to print them.

In: the words that a fact printed, and those that somebody has put in their place. Out: the words to write in the YAML, or nothing where no
fact of that kind prints so. Each reader is the inverse of a form of `wording`: what it reads, that form prints again to the letter.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Final

from section75.facts import dates, days, money, shares, values
from section75.facts.faults import Fault
from section75.text import wording

if TYPE_CHECKING:
    from collections.abc import Callable

MOST_IN_WORDS: Final = 999
_MINUS: Final = str.maketrans({"−": "-"})


@dataclass(frozen=True, slots=True)
class Form:
    """One form in which facts are printed: how its words are read, how they are printed, how the facts write the value and are read."""

    name: str
    read: Callable[[str], object]
    printed: Callable[..., str]
    written: Callable[..., str]
    stated: Callable[[str], object]

    def value(self, words: str) -> object:
        """Return the value whose words these are to the letter, or nothing."""
        try:
            value = self.read(words)
            return value if value is not None and self.printed(value) == words else None
        except (Fault, ValueError, OverflowError):
            return None

    def back(self, words: str) -> str:
        """Return what to write in the facts so that this form prints the words, or nothing."""
        value = self.value(words)
        return "" if value is None else self.written(value)


def _number_in_words(words: str, printed: Callable[[int], str]) -> int | None:
    return next((number for number in range(MOST_IN_WORDS + 1) if printed(number) == words), None)


def _amount(words: str) -> money.Money:
    return money.money(words.translate(_MINUS))


def _variance(words: str) -> money.Money:
    return _amount(words.replace("+ ", "").replace("− ", "-"))


def _deadline(words: str) -> dates.Deadline:
    return dates.deadline(re.sub(r"the end of the (year|quarter|month)$", r"\1 end", words))


def _anniversary(words: str) -> days.Anniversary:
    return days.anniversary(values.Words(words))


def _written_deadline(limit: dates.Deadline) -> str:
    return f"{_written_period(limit.length)} {limit.relation} {limit.event}"


def _written_period(length: dates.Period) -> str:
    return f"{length.n} {length.unit}{'' if length.n == 1 else 's'}"


def _written_share(share: shares.Share) -> str:
    return wording.per_cent(share).replace("%", " %")


FORMS: Final = (
    Form("money", _amount, wording.money, wording.money, money.money),
    Form("short_money", _amount, wording.money_short, wording.money, money.money),
    Form("millions", _amount, wording.money_millions, wording.money, money.money),
    Form("thousands", _amount, wording.money_thousands, wording.money, money.money),
    Form("variance", _variance, wording.variance_thousands, wording.money, money.money),
    Form("long_date", dates.when, wording.long_date, wording.long_date, dates.when),
    Form("weekday", dates.day, wording.weekday_date, wording.long_date, dates.day),
    Form("year", dates.financial_year, str, str, dates.financial_year),
    Form("anniversary", _anniversary, str, str, _anniversary),
    Form("period", dates.period, wording.period, _written_period, dates.period),
    Form("deadline", _deadline, wording.deadline, _written_deadline, dates.deadline),
    Form("per_cent", shares.share, wording.per_cent, _written_share, shares.share),
    Form("hundredths", shares.share, wording.hundredths, _written_share, shares.share),
    Form("number", values.count, wording.number, wording.number, values.count),
    Form("words", partial(_number_in_words, printed=wording.number_words), wording.number_words, wording.number, values.count),
    Form("ordinal", partial(_number_in_words, printed=wording.ordinal), wording.ordinal, wording.number, values.count),
)
"""Every form that has an inverse. A ratio has none: it prints several facts; nor has the month of a day, which leaves the day out."""


def read_back(printed: str, words: str) -> tuple[str, ...]:
    """Return what the facts may have to say to print the words where they printed others; nothing where they cannot be read.

    What was printed in a form of figures must stay in a form of figures; what was plain words may become any plain words.

    >>> read_back("£6,200,000", "£6,500,000"), read_back("12 months", "18 months"), read_back("1 April 2026", "soon")
    (('£6,500,000',), ('18 months',), ())
    """
    if not words.strip():
        return ()
    for said, now in ((printed, words), (_small(printed), _small(words))):
        if forms := [form for form in FORMS if form.value(said) is not None]:
            return tuple(dict.fromkeys(found for form in forms if (found := form.back(now))))
    return (words,)


def _small(words: str) -> str:
    """Return words without the capital that a sentence gives them."""
    return words[:1].lower() + words[1:]


def fill_in(words: str) -> tuple[str, ...]:
    """Return what the facts may have to say to print words where they printed a blank: any form may have been meant."""
    if not words.strip():
        return ()
    found = [form.back(words) for form in FORMS]
    return tuple(dict.fromkeys([*filter(None, found), words]))


def states(written: str, printed: str) -> bool:
    """Return whether what the facts say prints as some words in one of the forms, or is those words.

    >>> states("£6.2m", "£6,200,000"), states("TBC", "£5")
    (True, False)
    """
    if written == printed:
        return True
    for form in FORMS:
        try:
            if form.printed(form.stated(written)) in (printed, _small(printed)):
                return True
        except (Fault, ValueError, OverflowError):
            continue
    return written[:1].upper() + written[1:] == printed
