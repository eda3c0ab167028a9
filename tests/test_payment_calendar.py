"""The instalments of a year fall on its days and make its sums to the penny; every contribution falls under exactly one payment."""

from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.facts.agreement import Agreement
from section75.facts.base import Day, Money, Words, Year, read_model
from section75.facts.contribution_lines import Contributed
from section75.facts.contributions import Accounts
from section75.facts.days import Anniversary
from section75.facts.lines import Contribution
from section75.facts.partners import Partner
from section75.facts.payment_calendar import Paying, calendar_of
from section75.facts.payments import TIMES, Payment
from section75.facts.services import Scheme
from section75.facts.term import Term
from section75.problems import Refused

FACTS = """
title: Northshire Care
kind: framework
form: deed
partners:
  council: {name: Northshire County Council, type: county council, short: the Council}
  icb: {name: NHS Northshire, type: integrated care board, short: the ICB}
term: {commencement: COMMENCEMENT, expiry: 31 March 2029}
sources:
  minimum: {paid_by: icb, name: NHS minimum}
funds:
  home: {name: Home Fund, kind: pooled, host: council, payments: PAYMENTS}
schemes:
  beds: {name: Beds, fund: home, lead: council}
  cars: {name: Cars, fund: home, lead: icb}
contributions:
  2026/27:
    beds: {minimum: 1000, icb: 100.01, council: 700}
    cars: {icb: 50}
"""


def accounts(tmp_path: Path, payments: str, commencement: str = "1 April 2026") -> Accounts:
    """Return the accounts of an agreement with these payments."""
    file = tmp_path / "agreement.yaml"
    file.write_text(FACTS.replace("PAYMENTS", payments).replace("COMMENCEMENT", commencement), encoding="utf-8")
    return Accounts(read_model(Agreement, file, "agreement.yaml", known={}))


def rows(tmp_path: Path, payments: str, commencement: str = "1 April 2026") -> list[tuple[str, int]]:
    """Return the days and sums of the first year, in pence."""
    (calendar,) = accounts(tmp_path, payments, commencement).pooled[0].calendars
    return [(f"{row.due.day}.{row.due.month}.{row.due.year}", row.sum.pence) for row in calendar.rows]


def test_a_quarter_in_advance_is_due_on_its_first_day_and_the_last_instalment_takes_the_penny(tmp_path):
    assert rows(tmp_path, "{payer: icb, pays: quarterly, timing: in advance}") == [
        ("1.4.2026", 28750),
        ("1.7.2026", 28750),
        ("1.10.2026", 28750),
        ("1.1.2027", 28751),
    ]


def test_a_month_in_arrears_is_due_on_its_last_day(tmp_path):
    found = rows(tmp_path, "{payer: icb, pays: monthly, timing: in arrears}")
    assert (found[0][0], found[10][0], found[-1][0], len(found)) == ("30.4.2026", "28.2.2027", "31.3.2027", 12)


def test_stated_days_are_kept_in_the_order_of_the_financial_year(tmp_path):
    found = rows(tmp_path, "{payer: icb, pays: quarterly, on: [15 January, 15 April, 15 July, 15 October]}")
    assert [day for day, _ in found] == ["15.4.2026", "15.7.2026", "15.10.2026", "15.1.2027"]


def test_an_agreement_that_begins_within_the_year_counts_only_the_periods_that_are_left(tmp_path):
    assert rows(tmp_path, "{payer: icb, pays: quarterly, timing: in advance}", "15 August 2026") == [
        ("15.8.2026", 38333),
        ("1.10.2026", 38333),
        ("1.1.2027", 38335),
    ]


def test_payments_tell_schemes_and_sources_apart(tmp_path):
    payments = (
        "[{payer: icb, pays: once, timing: in advance, sources: minimum},"
        " {payer: icb, pays: annually, on: 1 July, sources: icb, schemes: beds},"
        " {payer: icb, pays: annually, timing: in arrears, schemes: cars}]"
    )
    assert rows(tmp_path, payments) == [("1.4.2026", 100_000), ("1.7.2026", 10_001), ("31.3.2027", 5000)]
    (calendar,) = accounts(tmp_path, payments).pooled[0].calendars
    assert [[scheme.key for scheme in row.of.schemes] for row in calendar.rows] == [[], ["beds"], ["cars"]]
    assert [[source.key for source in row.of.sources] for row in calendar.rows] == [["minimum"], [], []]
    assert [row.of.own for row in calendar.rows] == [False, True, False]


def test_a_calendar_waits_for_what_is_not_known(tmp_path):
    (calendar,) = accounts(tmp_path, "{payer: icb, pays: monthly, timing: TBC}").pooled[0].calendars
    assert not calendar.known
    assert calendar.rows == ()


@pytest.mark.parametrize(
    ("payments", "message"),
    [
        (
            "{payer: icb, pays: monthly, timing: in advance, schemes: beds}",
            "The contribution of icb to cars falls under no payment of the fund home.",
        ),
        (
            "[{payer: icb, pays: monthly, timing: in advance}, {payer: icb, pays: once, timing: in advance, schemes: cars}]",
            "The contribution of icb to cars falls under 2 payments of the fund home.",
        ),
        ("{payer: icb, pays: quarterly, on: 1 April}", "Quarterly means 4 a year, and 1 days are stated."),
        ("{payer: icb, pays: once, on: 29 February}", "29 February does not come every year."),
        ("{payer: icb, pays: once, on: 31 June}", "There is no such day as “31 June”."),
        ("{payer: icb, pays: once, on: 2026-06-30}", "“2026-06-30” is not a day that comes every year."),
    ],
)
def test_payments_that_do_not_fit_are_refused(tmp_path, payments, message):
    with pytest.raises(Refused) as refused:
        accounts(tmp_path, payments)
    assert [problem.message for problem in refused.value.problems] == [message]


# ------------------------------------------------------------------ every calendar

YEAR = Year(2026)
COUNCIL = Partner(name="Council", type="county council", short="the Council")
ICB = Partner(name="ICB", type="integrated care board", short="the ICB")
BEDS = Scheme(name="Beds", lead=COUNCIL)
DAYS = st.integers(-400, 700).map(lambda days: YEAR.first + timedelta(days)).map(lambda day: Day(day.year, day.month, day.day))
INSIDE = st.integers(0, 364).map(lambda days: YEAR.first + timedelta(days)).map(lambda day: Day(day.year, day.month, day.day))


@st.composite
def payments(draw):
    often = draw(st.sampled_from(sorted(TIMES)))
    on = tuple(
        draw(
            st.lists(
                st.builds(Anniversary, st.integers(1, 12), st.integers(1, 28)), min_size=TIMES[often], max_size=TIMES[often], unique=True
            )
        )
    )
    timing = Words(draw(st.sampled_from(("in advance", "in arrears"))))
    return Payment(payer=ICB, pays=Words(often), timing=timing, on=draw(st.sampled_from(((), on))))


@st.composite
def lines(draw):
    amount = Money(draw(st.integers(-(10**9), 10**11)))
    first, last = sorted((draw(INSIDE), draw(INSIDE)))
    stated = draw(st.sampled_from((Contributed(amount=amount), Contributed(amount=amount, starts=first, ends=last))))
    return Contribution(YEAR, BEDS, ICB, None, amount, stated)


@given(payments(), st.lists(lines(), min_size=1, max_size=4), DAYS, DAYS)
def test_whatever_is_paid_and_when_the_instalments_make_the_year(payment, stated, one, other):
    first, last = sorted((one, other))
    term = Term(commencement=first, expiry=last + timedelta(1))
    calendar = calendar_of([Paying(payment, (), ())], stated, YEAR, term)
    assert calendar.total == sum((line.amount for line in stated), Money(0))
    assert all(YEAR.first <= row.due <= YEAR.last for row in calendar.rows)
    assert len(calendar.rows) <= TIMES[payment.pays]
    assert [row.due for row in calendar.rows] == sorted(row.due for row in calendar.rows)


@given(payments(), st.lists(st.integers(0, 10**11), min_size=1, max_size=3))
def test_equal_instalments_differ_only_in_the_last(payment, pence):
    every = [Contribution(YEAR, BEDS, ICB, None, Money(one)) for one in pence]
    *most, last = calendar_of([Paying(payment, (), ())], every, YEAR, Term(commencement=YEAR.first, expiry=Day(2029, 3, 31))).rows
    assert len({row.sum.pence for row in most}) <= 1
    assert all(0 <= last.sum.pence - row.sum.pence < TIMES[payment.pays] for row in most)
