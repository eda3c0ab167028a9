"""Values: which words are taken, which are refused and with what remedy, and how values are reckoned and printed."""

import copy
import pickle
from datetime import date
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.facts import dates, money, shares, values
from section75.facts.blanks import Blank
from section75.facts.faults import BlankChoice, Fault
from section75.facts.money import Money
from section75.facts.raw import Words
from section75.facts.values import Count, Day, Deadline, Month, Period, Share, Shares, Year, placed
from section75.problems import Place
from section75.text import wording

TAKEN = [
    (money.money, "6200000", Money(620_000_000)),
    (money.money, "6,200,000", Money(620_000_000)),
    (money.money, "£6.2m", Money(620_000_000)),
    (money.money, "6.2 million", Money(620_000_000)),
    (money.money, "£1.0025bn", Money(100_250_000_000)),
    (money.money, "£450k", Money(45_000_000)),
    (money.money, "£12,345.67", Money(1_234_567)),
    (money.money, "0", Money(0)),
    (money.money, "-500", Money(-50_000)),
    (money.money, "-£500", Money(-50_000)),
    (money.money, "£-500", Money(-50_000)),
    (shares.share, "60 %", Share(3, 5)),
    (shares.share, "60%", Share(3, 5)),
    (shares.share, "33.3 per cent", Share(333, 1000)),
    (shares.share, "1/3", Share(1, 3)),
    (shares.share, "100 %", Share(1)),
    (shares.shares_in_words, "equally", Shares("equally")),
    (shares.shares_in_words, "By contribution", Shares("by contribution")),
    (dates.day, "2026-04-01", Day(2026, 4, 1)),
    (dates.day, "1 April 2026", Day(2026, 4, 1)),
    (dates.day, "13 July 2017", Day(2017, 7, 13)),
    (dates.day, "1st Apr 2026", Day(2026, 4, 1)),
    (dates.day, "Thursday, 13 July 2017", Day(2017, 7, 13)),
    (dates.when, "November 2014", Month(2014, 11)),
    (dates.when, "5 November 2014", Day(2014, 11, 5)),
    (dates.financial_year, "2026/27", Year(2026)),
    (dates.financial_year, "2026-27", Year(2026)),
    (dates.financial_year, "2026/2027", Year(2026)),
    (dates.financial_year, "1999/00", Year(1999)),
    (dates.period, "12 months", Period(12, "month")),
    (dates.period, "10 working days", Period(10, "working day")),
    (dates.period, "twelve months", Period(12, "month")),
    (dates.period, "1 year", Period(1, "year")),
    (dates.deadline, "6 months before expiry", Deadline(Period(6, "month"), "before", "expiry")),
    (dates.deadline, "3 months after year end", Deadline(Period(3, "month"), "after", "year end")),
    (dates.deadline, "4 weeks of quarter end", Deadline(Period(4, "week"), "of", "quarter end")),
    (values.count, "1,250", 1250),
    (values.yes_no, "yes", True),
    (values.yes_no, "False", False),
]

SHARING = "Write equally, by contribution or {icb: 60 %, council: 40 %}."
REFUSED = [
    (money.money, "6.2", "“6.2” may be pounds or millions. Write pence with two figures, or say £6.2m."),
    (money.money, "1,234.5", "“1,234.5” may be pounds or millions. Write pence with two figures, or say £6.2m."),
    (money.money, "6,20,000", "“6,20,000” has a comma in the wrong place. Put commas between thousands: £6,200,000."),
    (money.money, "6.200.000", "“6.200.000” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
    (money.money, "1e6", "“1e6” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
    (money.money, "€5", "“€5” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
    (money.money, "0123", "“0123” begins with a nought. Leave the nought out."),
    (money.money, "£0.000000001m", "“£0.000000001m” is not a whole number of pence. Write pence with two figures."),
    (money.money, "--5", "“--5” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
    (shares.share, "60", "“60” lacks its sign. Write 60 %."),
    (shares.share, "101 %", "“101 %” is more than the whole. A share is at most 100 %."),
    (shares.share, "1/0", "“1/0” is not a share. Write 60 % or 1/3."),
    (shares.shares_in_words, "60:40", "“60:40” does not say whose share is which. Write {icb: 60 %, council: 40 %}."),
    (shares.shares_in_words, "50:50", "“50:50” does not say whose share is which. Write {icb: 50 %, council: 50 %}."),
    (shares.shares_in_words, "fairly", f"“fairly” does not say how to share. {SHARING}"),
    (dates.day, "01/04/2026", "“01/04/2026” may be read day first or month first. Write 1 April 2026 or 2026-04-01."),
    (dates.day, "July 2017", "“July 2017” does not say which day. Write 1 April 2026."),
    (dates.day, "31 June 2028", "There is no such day as “31 June 2028”. Check the day and the month."),
    (dates.day, "Friday, 13 July 2017", "“Friday, 13 July 2017” was a Thursday. Check the day of the week."),
    (dates.day, "soon", "“soon” is not a date. Write 1 April 2026 or 2026-04-01."),
    (dates.financial_year, "2026/28", "“2026/28” is not one year. Write 2026/27."),
    (dates.financial_year, "2026/2127", "“2026/2127” is not one year. Write 2026/27."),
    (dates.financial_year, "2026", "“2026” is not a financial year. Write 2026/27."),
    (dates.period, "a while", "“a while” is not a length of time. Write 12 months, 10 working days or 1 year."),
    (dates.period, "0 days", "“0 days” is not a length of time. Write 12 months, 10 working days or 1 year."),
    (
        dates.deadline,
        "6 months before Christmas",
        ("“Christmas” is not an event that a deadline can hang on. Use one of: commencement, expiry, year end, quarter end, month end."),
    ),
    (money.money, "9" * 5000, f"“{'9' * 5000}” is not an amount of money. Write £6,200,000, £6.2m or £12,345.67."),
    (dates.period, "1000 years", "“1000 years” is not a length of time. Write 12 months, 10 working days or 1 year."),
    (values.count, "12.5", "“12.5” is not a whole number. Write figures: 12 or 1,250."),
    (values.yes_no, "maybe", "“maybe” is neither yes nor no. Write yes or no."),
]


@pytest.mark.parametrize(("read", "words", "expected"), TAKEN)
def test_words_are_read_as_the_value_they_mean(read, words, expected):
    assert read(words) == expected


@pytest.mark.parametrize(("read", "words", "expected"), REFUSED)
def test_words_with_two_meanings_or_none_are_refused_with_a_remedy(read, words, expected):
    with pytest.raises(Fault) as refused:
        read(words)
    assert str(refused.value) == expected


@given(st.text(alphabet="0123456789£,.km%/:- abeflnoqruy") | st.text())
def test_no_words_crash_a_reader_of_values(words):
    for read in (money.money, shares.share, shares.shares_in_words, dates.when, dates.financial_year, dates.deadline):
        try:
            read(words)
        except Fault as refused:
            assert refused.message.endswith((".", "”."))  # noqa: PT017 - any words may be refused, none may crash


# ------------------------------------------------------------------ path and place


@pytest.mark.parametrize(
    "value",
    [
        Money(5), Day(2026, 4, 1), Month(2014, 11), Year(2026), Period(1, "day"), Share(1, 2), Count(3),
        Deadline(Period(1, "day"), "of", "expiry"), Shares("equally"), Words("x"),
    ],
)  # fmt: skip
def test_a_value_knows_where_it_was_written_and_is_not_compared_by_it(value):
    here = placed(copy.copy(value), Words("", "a.b", Place("f", 2, 3)))
    assert (here.path, str(here.place)) == ("a.b", "f:2:3")
    assert here == value
    assert hash(here) == hash(value)
    assert value.path == ""


@pytest.mark.parametrize("value", [Day(2026, 4, 1, "a", Place("f")), Money(5, "a", Place("f")), Words("x", "a", Place("f"))])
def test_a_value_survives_being_sent_to_another_process(value):
    sent = pickle.loads(pickle.dumps(value))  # noqa: S301 - our own
    assert (sent, sent.path, sent.place, type(sent)) == (value, "a", Place("f"), type(value))


# ------------------------------------------------------------------ reckoning


def test_amounts_are_added_subtracted_and_multiplied():
    assert sum([Money(1), Money(2)]) + Money(3) * 2 - Money(4) == Money(5)
    assert Money(1) < Money(2)
    assert not Money(0)


@given(
    st.integers(-(10**12), 10**12),
    st.dictionaries(st.sampled_from(["council", "icb", "trust", "wales", "x"]), st.integers(1, 10_000), min_size=1),
)
def test_the_parts_of_a_split_always_sum_to_the_whole(pence, weights):
    exact = {bearer: Fraction(weight, sum(weights.values())) for bearer, weight in weights.items()}
    parts = Money(pence).split(exact)
    assert sum(parts.values()) == Money(pence)
    assert list(parts) == list(weights)
    assert all(abs(parts[bearer].pence - pence * share) < 1 for bearer, share in exact.items())


def test_the_odd_penny_goes_to_the_largest_remainder_and_then_by_the_alphabet():
    half = Fraction(1, 2)
    assert Money(101).split({"icb": half, "council": half}) == {"icb": Money(50), "council": Money(51)}
    assert Money(100).split({"a": Fraction(1, 3), "b": Fraction(2, 3)}) == {"a": Money(33), "b": Money(67)}


def test_shares_that_do_not_sum_to_one_split_nothing():
    with pytest.raises(ValueError, match="sum to one"):
        Money(5).split({"a": Fraction(1, 2)})


@pytest.mark.parametrize(
    ("length", "start", "expected"),
    [
        ("1 month", date(2026, 1, 31), "2026-02-28"),
        ("1 month", date(2028, 1, 31), "2028-02-29"),
        ("1 year", date(2028, 2, 29), "2029-02-28"),
        ("1 quarter", date(2026, 11, 30), "2027-02-28"),
        ("2 weeks", date(2026, 12, 25), "2027-01-08"),
        ("10 days", date(2026, 2, 20), "2026-03-02"),
    ],
)
def test_a_length_after_a_day_clamps_to_the_end_of_the_month(length, start, expected):
    assert dates.period(length).after(start).isoformat() == expected


def test_a_deadline_is_reckoned_from_its_event():
    assert dates.deadline("6 months before expiry").on(date(2028, 3, 31)) == date(2027, 9, 30)
    assert dates.deadline("3 months after year end").on(date(2027, 3, 31)) == date(2027, 6, 30)


def test_working_days_are_never_reckoned():
    with pytest.raises(ValueError, match="cannot be reckoned"):
        dates.period("10 working days").after(date(2026, 1, 1))


def test_a_financial_year_runs_from_april_to_march():
    assert Year.of(date(2026, 3, 31)) == Year(2025)
    assert Year.of(date(2026, 4, 1)) == Year(2026)
    assert (Year(2026).first, Year(2026).last) == (date(2026, 4, 1), date(2027, 3, 31))
    assert (str(Year(2026).next), str(Year(2000).before)) == ("2027/28", "1999/00")


def test_fifty_fifty_is_taken_where_just_two_could_be_meant():
    assert shares.shares_in_words("50:50", ["icb", "council"]).named == {"icb": Fraction(1, 2), "council": Fraction(1, 2)}
    for bearers in (["a"], ["a", "b", "c"]):
        with pytest.raises(Fault, match="whose share"):
            shares.shares_in_words("50:50", bearers)


def test_named_shares_sum_to_exactly_one():
    third = Fraction(1, 3)
    assert shares.named_shares({"a": third, "b": third, "c": third}).named["c"] == third
    with pytest.raises(Fault, match=r"The shares make 99.9 %, not 100 %\."):
        shares.named_shares(dict.fromkeys("abc", Fraction(333, 1000)))


# ------------------------------------------------------------------ blanks


def test_reckoning_with_a_blank_gives_the_blank():
    blank = Blank("the contribution")
    assert sum([Money(1), blank, Money(2)]) is blank
    assert Money(1) + blank is blank - Money(1) is -blank is blank * 2 is 2 * blank
    assert blank.manager.post is blank["x"] is blank.total("2026/27") is blank
    assert list(blank) == [blank]


@pytest.mark.parametrize(
    "choose",
    [
        bool, len, lambda blank: blank > 5, lambda blank: blank <= Money(5), lambda blank: Money(5) < blank,
        lambda blank: blank == "x", lambda blank: blank != "x", lambda blank: "x" in blank, lambda blank: blank in ["x", "y"],
    ],
)  # fmt: skip
def test_choosing_by_a_blank_is_refused(choose):
    with pytest.raises(BlankChoice, match="“the expiry date” is not known yet"):
        choose(Blank("the expiry date"))


# ------------------------------------------------------------------ printing


@given(st.integers(-(10**14), 10**14))
def test_an_amount_printed_in_full_or_short_reads_back_as_itself(pence):
    assert money.money(wording.money(Money(pence))) == Money(pence)
    assert money.money(wording.money_short(Money(pence))) == Money(pence)


@given(st.dates(date(1000, 1, 1), date(2999, 12, 31)))
def test_a_day_printed_in_full_or_with_its_weekday_reads_back_as_itself(day):
    assert dates.day(wording.long_date(day)) == day
    assert dates.day(wording.weekday_date(day)) == day


@given(st.fractions(0, 1, max_denominator=1000))
def test_a_share_printed_reads_back_as_itself(part):
    assert shares.share(wording.per_cent(part)) == part


@pytest.mark.parametrize(
    ("printed", "expected"),
    [
        (lambda: wording.ratio(shares.named_shares({"a": Fraction(3, 5), "b": Fraction(2, 5)})), "60:40"),
        (lambda: wording.ratio([Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)]), "1:1:1"),
        (lambda: wording.ratio([Fraction(55, 100), Fraction(4475, 10000), Fraction(25, 10000)]), "55:44.75:0.25"),
        (lambda: wording.long_date(Month(2014, 11)), "November 2014"),
        (lambda: wording.weekday_date(Day(2017, 7, 13)), "Thursday, 13 July 2017"),
        (lambda: wording.number_words(0), "nought"),
        (lambda: wording.number_words(100), "one hundred"),
        (lambda: wording.number_words(310), "three hundred and ten"),
        (lambda: wording.ordinal(110), "one hundred and tenth"),
        (lambda: wording.ordinal(22), "twenty-second"),
        (lambda: wording.money_short(Money(99_999_900)), "£999,999"),
        (lambda: wording.money_short(Money(99_900_000)), "£999k"),
        (lambda: wording.money_short(Money(-212_500_000)), "-£2.125m"),
        (lambda: "".join(map(str, wording.list_and(["a"]).parts)), "a"),
        (lambda: "".join(map(str, wording.list_and(["a", "b"]).parts)), "a and b"),
    ],
)
def test_values_are_printed_in_the_style_of_the_house(printed, expected):
    assert printed() == expected


def test_a_blank_in_a_list_stays_a_blank():
    blank = Blank("the lead officer")
    assert wording.list_and(["a", blank]).parts == ("a", " and ", blank)


@pytest.mark.parametrize("refused", [lambda: wording.number_words(1000), lambda: wording.ratio(Shares("equally"))])
def test_what_has_no_words_is_refused(refused):
    with pytest.raises(ValueError, match=r"not printed in words|have no figures"):
        refused()
