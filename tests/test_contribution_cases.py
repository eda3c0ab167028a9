"""The sums of real partnerships, stated as facts, come to what their papers say. The figures here were reckoned by hand.

In: `tests/cases/money/<name>/agreement.yaml`; the head of each says which of its figures are real and which are illustrative.
"""

from fractions import Fraction
from functools import cache

import pytest
from cases import CASES

from section75.facts.agreement import Agreement
from section75.facts.base import Money, Year, read_model
from section75.facts.contributions import Accounts
from section75.problems import Refused

FOLDER = CASES / "money"


@cache
def money(name: str) -> Accounts:
    """Return the accounts of a case."""
    return Accounts(read_model(Agreement, FOLDER / name / "agreement.yaml", f"{name}.yaml", known={}))


def pounds(words: str) -> Money:
    """Return an amount: 1,250,090 or -954,800."""
    whole, _, part = words.replace(",", "").partition(".")
    sign = -1 if whole.startswith("-") else 1
    return Money(int(whole) * 100 + sign * int(part or 0))


def given(name: str, year: int) -> dict[str, Money]:
    """Return what each partner gives to the pooled funds in a year."""
    (account,) = [account for account in money(name).years if account.year == Year(year)]
    return {total.of.key: total.sum for total in account.partners}


def test_cambridgeshire_twice_1250090_is_2500180():
    assert given("cambridgeshire-equal-shares", 2016) == {"council": pounds("1,250,090"), "ccg": pounds("1,250,090")}
    assert money("cambridgeshire-equal-shares").years[0].total == pounds("2,500,180")


def test_cambridgeshire_pays_in_four_instalments_of_312522_pounds_50():
    (calendar,) = money("cambridgeshire-equal-shares").pooled[0].calendars
    assert [row.sum for row in calendar.rows] == [pounds("312,522.50")] * 4


def test_kent_spent_more_twice_and_then_less():
    (past,) = money("kent-variances").history
    assert [(str(year.year), year.spent.variance) for year in past.years] == [
        ("2009/10", pounds("398,900")),
        ("2010/11", pounds("583,100")),
        ("2011/12", pounds("-954,800")),
    ]
    assert [(year.spent.over, year.spent.under) for year in past.years] == [(True, False), (True, False), (False, True)]
    assert past.years[2].spent.difference == pounds("954,800")


def test_bracknell_what_the_council_does_not_give_is_8004000():
    account = money("bracknell-subtraction").years[0]
    council, board = (total.sum for total in account.partners)
    assert account.total == pounds("18,136,342")
    assert council == pounds("10,132,342")
    assert board == account.total - council == pounds("8,004,000")


def test_bracknell_pays_nine_instalments_when_it_begins_in_july():
    (calendar,) = money("bracknell-subtraction").pooled[0].calendars
    assert [row.sum for row in calendar.rows] == [pounds("889,333.33")] * 8 + [pounds("889,333.36")]


def test_dorset_an_uplift_is_split_60_to_40_and_the_odd_penny_falls_on_the_larger_fraction():
    (uplift,) = money("dorset-uplift").uplifts
    assert [(part.of.key, part.sum) for part in uplift.parts] == [("dorset", pounds("60,000.01")), ("poole", pounds("40,000"))]
    assert uplift.difference == Money(0)
    before, after = given("dorset-uplift", 2015), given("dorset-uplift", 2016)
    assert all(after[part.of.key] - before[part.of.key] == part.sum for part in uplift.parts)


def test_north_tyneside_4_47_per_cent_more_is_30774007():
    (uplift,) = money("north-tyneside-uplift").uplifts
    assert (uplift.before, uplift.after) == (pounds("29,457,267"), pounds("30,774,007"))
    assert uplift.due == pounds("30,774,006.83")
    assert uplift.difference == pounds("0.17")
    assert str(uplift.rate) == "447/10000"


def test_north_tyneside_40_per_cent_of_the_fund_is_social_care():
    social_care, _ = money("north-tyneside-uplift").years[1].schemes
    assert social_care.sum == pounds("12,310,605")
    assert social_care.rounded == Fraction(40, 100)


def test_hillingdon_two_cuts_make_1515227():
    first, second = money("hillingdon-cuts").uplifts
    assert first.cut
    assert (first.size, second.size) == (pounds("796,619"), pounds("718,608"))
    assert (first.difference, second.difference) == (Money(0), Money(0))
    assert given("hillingdon-cuts", 2023)["icb"] - given("hillingdon-cuts", 2025)["icb"] == pounds("1,515,227")


def test_west_wales_four_parts_make_6467000_and_capital_is_apart():
    revenue, capital = money("west-wales-sum").aligned
    assert revenue.years[0].total == pounds("6,467,000")
    assert revenue.years[0].capital is None
    assert capital.years[0].capital == pounds("1,301,000")


def test_peterborough_four_years_of_1412500_are_5650000():
    value = money("peterborough-contract-value").agreement.schemes["mental_health"].contract_value
    assert value is not None
    assert value.product == value.total == pounds("5,650,000")


def test_a_dowry_of_four_people_for_21_weeks_and_3_days_is_292500():
    (account,) = money("dowry-part-year").dowries
    first, second = account.years
    assert (first.days, first.weeks, first.over, first.sum) == (150, 21, 3, pounds("292,500"))
    assert (second.days, second.weeks, second.over, second.sum) == (366, 52, 2, pounds("713,700"))
    assert [(part.bearer.key, str(part.share)) for part in account.excess] == [("icb", "1/2"), ("council", "1/2")]


def test_a_dowry_that_starts_in_november_is_paid_in_five_months():
    first, second = money("dowry-part-year").pooled[0].calendars
    assert [(str(row.due), row.sum) for row in first.rows] == [
        (f"{day}", pounds("58,500")) for day in ("2026-11-01", "2026-12-01", "2027-01-01", "2027-02-01", "2027-03-01")
    ]
    assert second.total == pounds("713,700")


def test_a_part_of_a_year_is_paid_in_the_instalments_of_that_part():
    (first, _) = money("part-year-line").pooled[0].calendars
    home = [row for row in first.rows if [scheme.key for scheme in row.of.schemes] == ["home"]]
    assert [(row.due.isoformat(), row.sum) for row in home] == [
        ("2026-07-01", pounds("717,321.24")),
        ("2026-10-01", pounds("717,321.24")),
        ("2027-01-01", pounds("717,321.24")),
    ]
    assert first.total == pounds("3,151,963.73")


@pytest.mark.parametrize("name", ["bracknell-subtraction", "cambridgeshire-equal-shares", "north-tyneside-uplift", "west-wales-sum"])
def test_every_total_that_a_case_states_is_the_one_that_its_contributions_make(name):
    accounts = money(name)
    totals = {(account.year, "all"): account.total for account in accounts.years}
    for account in accounts.funds:
        totals |= {(year.year, account.fund.key): year.total for year in account.years}
        totals |= {(year.year, one.of.key): one.sum for year in account.years for one in (*year.schemes, *year.partners)}
    stated = {(year, key): amount for year, sums in accounts.agreement.stated_totals.items() for key, amount in sums.items()}
    assert stated
    assert {key: totals[key] for key in stated} == stated


def test_a_total_may_only_name_what_there_is(tmp_path):
    facts = (FOLDER / "bracknell-subtraction" / "agreement.yaml").read_text(encoding="utf-8").replace("{all:", "{everything:")
    (tmp_path / "agreement.yaml").write_text(facts, encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_model(Agreement, tmp_path / "agreement.yaml", "agreement.yaml", known={})
    assert [problem.message for problem in refused.value.problems] == [
        "There is no “everything” in funds or schemes or partners or sources."
    ]
