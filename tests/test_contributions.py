"""Contributions come to exact sums and shares, and a sum of which a part is not known is never printed."""

from pathlib import Path

import pytest

from section75.facts.agreement import Agreement
from section75.facts.base import Blank, Money, read_model
from section75.facts.contributions import Accounts
from section75.problems import Refused

FACTS = """
title: Northshire Care
subject: care
kind: framework
form: deed
law_as_at: 1 April 2026
partners:
  council: {name: Northshire County Council, type: county council, short: the Council}
  icb: {name: NHS Northshire ICB, type: integrated care board, short: the ICB}
term: {commencement: 1 April 2026, expiry: 31 March 2028}
functions:
  health: {of: icb, act: National Health Service Act 2006, sections: "3", covers: arranging services}
governance:
  board: {name: the Board, short: the Board, role: decides}
sources:
  grant: {paid_by: council, name: Care Grant, condition: care only}
funds:
  home:
    name: Home Fund
    kind: pooled
    host: council
    overspend: [{share: {icb: 55 %, council: 45 %}, up_to: £1.5m}, {decide: board}]
  winter: {name: Winter Fund, kind: aligned, host: council, overspend: [{bear: each}]}
schemes:
  beds: {name: Beds, fund: home, lead: council}
  cars: {name: Cars, fund: home, lead: icb, overspend: [{bear: icb, up_to: £10}]}
  warm: {name: Warm, fund: winter, lead: council, functions: health, delegated: health}
contributions:
  2026/27:
    beds: {icb: 100, council: 200.50}
    cars: {grant: 300}
    warm: {icb: 999}
  2027/28:
    beds: {icb: TBC, council: 200}
"""


def accounts(tmp_path: Path, facts: str = FACTS) -> Accounts:
    """Return the accounts of facts."""
    file = tmp_path / "agreement.yaml"
    file.write_text(facts, encoding="utf-8")
    return Accounts(read_model(Agreement, file, "agreement.yaml", known={}))


def test_the_lines_of_a_pooled_fund_sum_to_the_penny_by_scheme_partner_and_source(tmp_path: Path) -> None:
    year = accounts(tmp_path).pooled[0].years[0]
    assert year.total == Money(60050)
    assert [(total.of.key, total.sum.pence) for total in year.schemes] == [("beds", 30050), ("cars", 30000)]
    assert [(total.of.key, total.sum.pence) for total in year.partners] == [("council", 50050), ("icb", 10000)]
    assert [(total.of.key, total.sum.pence) for total in year.sources] == [("grant", 30000)]
    assert [(total.of.key, total.sum.pence) for total in year.own] == [("council", 20050), ("icb", 10000)]


def test_shares_are_exact_and_rounded_shares_make_the_whole(tmp_path: Path) -> None:
    year = accounts(tmp_path).pooled[0].years[0]
    assert sum(total.share for total in year.partners) == 1
    assert [str(total.rounded * 10_000) for total in year.partners] == ["8335", "1665"]


def test_a_sum_of_which_a_part_is_not_known_is_blank_and_so_are_its_shares(tmp_path: Path) -> None:
    year = accounts(tmp_path).pooled[0].years[1]
    assert isinstance(year.total, Blank)
    assert not year.known
    assert all(isinstance(total.rounded, Blank) for total in year.partners)
    assert [isinstance(total.sum, Blank) for total in year.partners] == [False, True]


def test_money_that_is_not_pooled_is_never_counted_with_pooled_money(tmp_path: Path) -> None:
    money = accounts(tmp_path)
    assert money.years[0].total == Money(60050)
    assert [total.of.key for total in money.years[0].funds] == ["home"]


def test_money_for_functions_exercised_outside_a_pool_is_a_payment_and_not_held(tmp_path: Path) -> None:
    money = accounts(tmp_path)
    assert [account.scheme.key for account in money.paid] == ["warm"]
    assert money.aligned[0].held == ()
    assert not money.holds
    assert money.agreement.arrangement.pays


def test_each_step_names_the_bearer_or_the_body_and_says_whether_anything_is_left(tmp_path: Path) -> None:
    rules = {rule.key: rule for rule in accounts(tmp_path).rules}
    assert list(rules) == ["fund-home-overspend", "fund-home-underspend", "fund-winter-overspend", "scheme-cars-overspend"]
    first, second = rules["fund-home-overspend"].steps
    assert [(part.bearer.key, str(part.share)) for part in first.portions] == [("icb", "11/20"), ("council", "9/20")]
    assert second.body is not None
    assert second.body.key == "board"
    assert rules["fund-home-overspend"].closed
    assert not rules["fund-home-underspend"].steps
    assert not rules["scheme-cars-overspend"].closed


@pytest.mark.parametrize(
    ("heading", "message"),
    [("{says: own}", "“own” needs the words themselves."), ("{says: main, words: x}", "“main” leaves no room for words.")],
)
def test_a_heading_has_words_just_where_it_needs_them(tmp_path: Path, heading: str, message: str) -> None:
    facts = FACTS.replace("name: Beds,", f"name: Beds, headings: {{aims: {heading}}},")
    with pytest.raises(Refused) as refused:
        accounts(tmp_path, facts)
    assert [problem.message for problem in refused.value.problems] == [message]


def test_the_words_of_a_heading_lose_the_stop_that_the_text_sets(tmp_path: Path) -> None:
    money = accounts(tmp_path, FACTS.replace("name: Beds,", "name: Beds, headings: {aims: {says: own, words: We care.}},"))
    entry = money.agreement.schemes["beds"].headings.entries[1]
    assert entry.stated is not None
    assert (entry.key, entry.says, entry.stated.sentence) == ("aims", "own", "We care")
