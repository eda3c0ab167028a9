"""Printed words read back as facts: what is read prints again to the letter, and what no fact says is not read."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from section75.facts import dates, days, money, shares, values
from section75.text import wording
from section75.text.reading_back import FORMS, fill_in, read_back, states

OFTEN = settings(max_examples=80, deadline=None, derandomize=True)
LAST = 999

READ = {
    "money": ("£6,200,000", "£6,500,000", "£6,500,000"),
    "pence": ("£10", "£1,310,250.50", "£1,310,250.50"),
    "money taken out": ("-£500", "-£750", "-£750"),
    "short money": ("£6.2m", "£6.5m", "£6,500,000"),
    "thousands": ("£22,148.7k", "£1.0k", "£1,000"),
    "a variance": ("+ £398.9k", "− £1.0k", "-£1,000"),
    "a day": ("1 April 2026", "1 May 2027", "1 May 2027"),
    "a day with its weekday": ("Thursday, 13 July 2017", "Friday, 14 July 2017", "14 July 2017"),
    "a month": ("November 2014", "May 2015", "May 2015"),
    "a year": ("2026/27", "2027/28", "2027/28"),
    "a day of every year": ("31 October", "1 November", "1 November"),
    "a length": ("12 months", "18 months", "18 months"),
    "working days": ("10 Working Days", "1 Working Day", "1 working day"),
    "a deadline": ("4 weeks after the end of the quarter", "6 weeks after the end of the year", "6 weeks after year end"),
    "per cent": ("50%", "33.3%", "33.3 %"),
    "a fraction": ("1/3", "2/3", "2/3"),
    "a column of shares": ("45.60%", "1.13%", "1.13 %"),
    "a number": ("1,250", "1,300", "1,300"),
    "a number in words": ("six", "forty-two", "42"),
    "a number in words, at the head of a sentence": ("Six", "Seven", "7"),
    "an ordinal": ("third", "twenty-first", "21"),
    "a name": ("Northshire County Council", "Southshire Council", "Southshire Council"),
}
NOT_READ = {
    "words beside a sum": ("£6,200,000", "£6,200,000 or such sum as is agreed"),
    "a sum without its commas": ("£6,200,000", "£6500000"),
    "a sum in another form": ("£6,200,000", "£6.5m"),
    "no such day": ("1 April 2026", "31 April 2026"),
    "the wrong day of the week": ("Thursday, 13 July 2017", "Thursday, 14 July 2017"),
    "a day that is not known": ("1 April 2026", "the date of this agreement"),
    "words for figures": ("12 months", "a reasonable time"),
    "no words at all": ("12 months", " "),
    "a number in words beyond what is printed so": ("six", "one thousand"),
}


@pytest.mark.parametrize("name", READ)
def test_words_that_a_fact_can_print_are_read(name):
    printed, words, written = READ[name]
    assert written in read_back(printed, words)


@pytest.mark.parametrize("name", NOT_READ)
def test_words_that_no_fact_of_the_kind_prints_are_not_read(name):
    assert read_back(*NOT_READ[name]) == ()


POUNDS = st.integers(-(10**12), 10**12).map(money.Money)
DAYS = st.dates(dates.Day(1000, 1, 1), dates.Day(2999, 12, 31)).map(lambda day: dates.Day(day.year, day.month, day.day))
LENGTHS = st.builds(dates.Period, st.integers(1, LAST), st.sampled_from(["hour", "day", "working day", "week", "month", "quarter", "year"]))
LIMITS = st.builds(dates.Deadline, LENGTHS, st.sampled_from(["before", "after", "of"]), st.sampled_from(dates.EVENTS))
SHARES = st.fractions(0, 1, max_denominator=999).map(shares.Share)
VALUES = {
    **dict.fromkeys(("money", "short_money", "millions", "thousands", "variance"), POUNDS),
    **dict.fromkeys(("long_date", "weekday"), DAYS),
    "year": st.integers(1000, 2998).map(dates.Year),
    "anniversary": st.dates(dates.Day(2001, 1, 1), dates.Day(2001, 12, 31)).map(lambda day: days.Anniversary(day.month, day.day)),
    "period": LENGTHS,
    "deadline": LIMITS,
    "per_cent": SHARES,
    "hundredths": st.integers(0, 10_000).map(lambda parts: shares.Share(Fraction(parts, 10_000))),
    "number": st.integers(0, 10**9).map(values.Count),
    **dict.fromkeys(("words", "ordinal"), st.integers(0, LAST).map(values.Count)),
}
READERS = {
    **dict.fromkeys(("money", "short_money", "millions", "thousands", "variance"), money.money),
    **dict.fromkeys(("long_date", "weekday"), dates.day),
    "year": dates.financial_year,
    "anniversary": lambda words: days.anniversary(values.Words(words)),
    "period": dates.period,
    "deadline": dates.deadline,
    **dict.fromkeys(("per_cent", "hundredths"), shares.share),
    **dict.fromkeys(("number", "words", "ordinal"), values.count),
}


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS, ids=[form.name for form in FORMS])
@OFTEN
@given(st.data())
def test_what_a_form_prints_it_reads_back_and_the_facts_read_what_it_writes(form, data):
    value = data.draw(VALUES[form.name])
    printed = form.printed(value)
    assert form.value(printed) == value
    assert READERS[form.name](form.back(printed)) == value
    assert states(form.back(printed), printed)


@OFTEN
@given(st.sampled_from([printed for printed, _, _ in READ.values()]), st.text(max_size=30))
def test_whatever_is_read_is_printed_again_to_the_letter(printed, words):
    for form in FORMS:
        if form.value(words) is not None:
            assert form.printed(form.value(words)) == words
    assert isinstance(read_back(printed, words), tuple)


def test_a_blank_may_be_filled_in_with_any_form_the_facts_own_words_last():
    assert fill_in("15 Working Days") == ("15 working days", "15 Working Days")
    assert fill_in("£6.5m")[0] == "£6,500,000"
    assert fill_in("Director of Place") == ("Director of Place",)
    assert fill_in("  ") == ()


def test_a_fact_that_now_says_something_else_does_not_print_the_old_words():
    assert states("£6.2m", "£6,200,000")
    assert states("a Head of Service", "A Head of Service")
    assert not states("£6.3m", "£6,200,000")


def test_every_form_of_the_house_that_has_an_inverse_is_tried():
    assert {form.name for form in FORMS} == set(VALUES) == set(READERS)
    assert wording.money in {form.printed for form in FORMS}
