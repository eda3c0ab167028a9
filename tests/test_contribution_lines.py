"""Contributions in every way that an officer may state them come to exact sums, and what cannot hold is refused with both figures."""

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from section75.facts.agreement import Agreement
from section75.facts.base import Blank, Day, Money, Year, read_model
from section75.facts.contribution_lines import days_of, part_year
from section75.facts.contributions import Accounts
from section75.facts.lines import lines_of
from section75.problems import Refused

FACTS = """
title: Northshire Care
kind: framework
form: deed
partners:
  council: {name: Northshire County Council, type: county council, short: the Council}
  icb: {name: NHS Northshire, type: integrated care board, short: the ICB}
term: {commencement: 1 April 2026, expiry: 31 March 2029}
sources:
  grant: {paid_by: council, name: Care Grant, capital: yes}
funds:
  home: {name: Home Fund, kind: pooled, host: council}
schemes:
  beds: {name: Beds, fund: home, lead: council}
"""


def agreement(tmp_path: Path, more: str, facts: str = FACTS) -> Agreement:
    """Return the agreement of facts."""
    file = tmp_path / "agreement.yaml"
    file.write_text(f"{facts}{more}", encoding="utf-8")
    return read_model(Agreement, file, "agreement.yaml", known={})


def refusal(tmp_path: Path, more: str, facts: str = FACTS) -> list[str]:
    """Return what facts are refused with, as place and message."""
    with pytest.raises(Refused) as refused:
        agreement(tmp_path, more, facts)
    return [f"{problem.place.line}: {problem.message}" for problem in refused.value.problems]


def test_an_amount_and_a_map_say_the_same(tmp_path):
    short = lines_of(agreement(tmp_path, "contributions: {2026/27: {beds: {icb: £100}}}"))
    long = lines_of(agreement(tmp_path, "contributions: {2026/27: {beds: {icb: {amount: £100}}}}"))
    assert [line.amount for line in short] == [line.amount for line in long] == [Money(10_000)]
    assert short[0].plain
    assert long[0].plain


def test_the_terms_of_a_line_are_told(tmp_path):
    (line,) = lines_of(
        agreement(tmp_path, "contributions: {2026/27: {beds: {icb: {amount: £1, recurrent: no, line: fixed, charges: net}}}}")
    )
    assert (line.recurrent, line.fixed, line.variable, line.net, line.plain) == (False, True, False, True, False)


def test_a_total_is_divided_among_its_sources_to_the_penny(tmp_path):
    more = "contributions: {2026/27: {beds: {total: £100.01, shares: {grant: 50 %, icb: 50 %}}}}"
    lines = lines_of(agreement(tmp_path, more))
    assert [(line.payer.key, line.amount.pence) for line in lines] == [("council", 5001), ("icb", 5000)]
    assert [str(line.share) for line in lines] == ["1/2", "1/2"]


def test_a_total_that_is_not_known_leaves_every_part_blank(tmp_path):
    more = "contributions: {2026/27: {beds: {total: TBC, shares: {council: 50 %, icb: 50 %}}}}"
    assert all(isinstance(line.amount, Blank) for line in lines_of(agreement(tmp_path, more)))


@pytest.mark.parametrize(
    ("shares", "message"),
    [("equally", "“equally” does not say who gives it."), ("{icb: 60 %, council: 50 %}", "The shares make 110 %, not 100 %.")],
)
def test_the_shares_of_a_total_name_their_givers_and_make_the_whole(tmp_path, shares, message):
    more = f"contributions:\n  2026/27:\n    beds:\n      total: 100\n      shares: {shares}\n"
    assert [found.partition(": ")[2] for found in refusal(tmp_path, more)] == [message]


def test_a_sum_for_part_of_the_year_is_taken_by_the_day(tmp_path):
    more = 'contributions: {2026/27: {beds: {icb: {full_year: "2,866,667", starts: 1 July 2026, ends: 31 March 2027}}}}'
    (line,) = lines_of(agreement(tmp_path, more))
    assert (line.days, line.of_days) == (274, 365)
    assert line.amount == Money(215_196_372)
    assert (line.first, line.last) == (Day(2026, 7, 1), Day(2027, 3, 31))


def test_a_part_that_agrees_with_its_full_year_is_taken_and_one_that_does_not_is_refused_with_both_figures(tmp_path):
    head = "contributions:\n  2026/27:\n    beds:\n      icb:\n        starts: 1 July 2026\n"
    agreement(tmp_path, f"{head}        full_year: £2,866,667\n        amount: £2,151,963.72\n")
    found = refusal(tmp_path, f"{head}        full_year: £2,866,667\n        amount: £2,150,000\n")
    assert found == [
        "21: £2,150,000 is stated, but £2,866,667 (line 20) × 274 days of 365 is £2,151,963.72: the difference is −£1,963.72.",
    ]


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("{recurrent: no}", "This contribution states no amount."),
        ("{full_year: 100}", "A sum for the full year needs the days for which it is given."),
        ("{amount: 1, starts: 1 May 2026, ends: 1 April 2026}", "The contribution ends before it starts."),
        ("{amount: 1, starts: 1 July 2027}", "1 July 2027 is not in 2026/27."),
        ("{amount: 1, line: floating}", "“floating” is not one of the choices."),
        ("{amount: 1, sort: fixed}", "“sort” is not a field here."),
    ],
)
def test_a_line_that_cannot_hold_is_refused(tmp_path, line, message):
    assert [found.partition(": ")[2] for found in refusal(tmp_path, f"contributions: {{2026/27: {{beds: {{icb: {line}}}}}}}")] == [message]


def test_every_line_that_cannot_hold_is_told_at_once(tmp_path):
    lines = "{icb: {amount: 1, starts: 1 July 2027}, council: {amount: 1, ends: 1 May 2025}}"
    more = f"contributions:\n  2026/27: {{beds: {lines}}}\nindicative: 2030/31\n"
    assert len(refusal(tmp_path, more)) == 3


def test_a_source_may_not_be_called_by_a_word_that_has_a_meaning(tmp_path):
    assert refusal(tmp_path, "", FACTS.replace("  grant:", "  total:")) == ["10: “total” has a meaning of its own in contributions."]


def test_an_indicative_year_is_told_of_each_of_its_lines(tmp_path):
    more = "contributions: {2026/27: {beds: {icb: 1}}, 2027/28: {beds: {icb: 1}}}\nindicative: 2027/28\n"
    assert [line.indicative for line in lines_of(agreement(tmp_path, more))] == [False, True]


def test_money_for_capital_only_is_summed_apart(tmp_path):
    more = "contributions: {2026/27: {beds: {icb: 1, grant: 5}}}"
    assert Accounts(agreement(tmp_path, more)).pooled[0].years[0].capital == Money(500)


# ------------------------------------------------------------------ dowries


DOWRY = FACTS.replace(
    "lead: council}",
    "lead: council, dowries: {moves: {paid_by: icb, people: 4, weekly: £3412.50, starts: 2 November 2026, surplus: returned}}}",
)


def test_a_dowry_is_a_line_of_each_year_that_it_touches(tmp_path):
    more = "contributions: {2026/27: {beds: {council: 1}}, 2027/28: {beds: {council: 1}}}"
    found = [line for line in lines_of(agreement(tmp_path, more, DOWRY)) if line.dowry]
    assert [(str(line.year), line.payer.key, line.days, line.amount.pence) for line in found] == [
        ("2026/27", "icb", 150, 29_250_000),
        ("2027/28", "icb", 366, 71_370_000),
    ]


def test_a_dowry_without_other_contributions_has_its_first_year(tmp_path):
    assert [str(line.year) for line in lines_of(agreement(tmp_path, "", DOWRY))] == ["2026/27"]


def test_the_weeks_of_a_dowry_are_told_with_the_days_over(tmp_path):
    (account,) = Accounts(agreement(tmp_path, "", DOWRY)).dowries
    assert [(year.weeks, year.over) for year in account.years] == [(21, 3)]
    assert account.total == Money(29_250_000)


def test_a_dowry_of_which_something_is_not_known_is_blank(tmp_path):
    (line,) = lines_of(agreement(tmp_path, "", DOWRY.replace("people: 4", "people: TBC")))
    assert isinstance(line.amount, Blank)


def test_a_dowry_stops_when_it_ends_or_the_agreement_does(tmp_path):
    facts = DOWRY.replace("starts: 2 November 2026", "starts: 2 November 2026, ends: 8 November 2026")
    (line,) = lines_of(agreement(tmp_path, "", facts))
    assert (line.days, line.amount) == (7, Money(4 * 341_250))


def test_the_excess_of_a_dowry_is_what_a_step_of_its_scheme_says(tmp_path):
    facts = DOWRY.replace("surplus: returned", "surplus: returned, excess: {icb: 50 %, council: 50 %}")
    (found,) = refusal(tmp_path, "", facts)
    assert found == "14: No step for overspends of beds shares what care costs above this dowry."
    with_steps = facts.replace("lead: council, dow", "lead: council, overspend: {share: {council: 50 %, icb: 50 %}}, dow")
    agreement(tmp_path, "", with_steps)
    (found,) = refusal(
        tmp_path,
        "",
        with_steps.replace("{share: {council: 50 %", "{share: {council: 60 %").replace("%, icb: 50 %}}, dow", "%, icb: 40 %}}, dow"),
    )
    assert found == "14: No step for overspends of beds shares what care costs above this dowry."


# ------------------------------------------------------------------ every part of a year

AMOUNTS = st.integers(-(10**12), 10**12)


@given(AMOUNTS, st.integers(2000, 2060), st.integers(1, 365))
def test_two_parts_of_a_year_differ_from_the_whole_by_a_penny_at_most(pence, start, days):
    of = days_of(Year(start))
    parts = part_year(Money(pence), days, of) + part_year(Money(pence), of - days, of)
    assert abs(parts.pence - pence) <= 1


@given(AMOUNTS, st.integers(2000, 2060))
def test_the_whole_year_is_the_whole_sum(pence, start):
    assert part_year(Money(pence), days_of(Year(start)), days_of(Year(start))) == Money(pence)
