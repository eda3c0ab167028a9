"""The rules of money: each of the seventeen checks is held, wrong sums are told in full, typed figures are found without false alarm."""

from __future__ import annotations

import re
from fractions import Fraction
from importlib import import_module
from typing import TYPE_CHECKING

import pytest
from cases import RIVER, laid_out
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from whole import PROJECT, ROOT, drafted, judged_papers, partnership

from section75.document.index import index, walk
from section75.document.tree import Document, Part, plain
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.project import Project
from section75.rules import Facts, Subject, check_facts, money, rules
from section75.rules.money import figures_in_prose
from section75.rules.reading import half_of_last_figure, number_in, percent, pounds
from section75.text.markup import read_blocks

if TYPE_CHECKING:
    from pathlib import Path

    from section75.problems import Problem
    from section75.project import Partnership

RULES = rules()
ROWS = re.findall(r"^\| ([0-9]+)\. [^|]+ \|[^|]*\| ([^|]+) \|$", money.__doc__ or "", flags=re.MULTILINE)
OWN = {name for name, rule in RULES.items() if rule.__name__.startswith("section75.rules.money.")}


# ------------------------------------------------------------------ the table


def test_the_table_holds_all_seventeen_checks_in_order():
    assert [int(number) for number, _ in ROWS] == list(range(1, 18))


def test_what_the_table_says_holds_a_check_is_there():
    for number, held in ROWS:
        named, modules = re.findall(r"`([a-z0-9-]+)`", held), re.findall(r"\bsection75\.[a-z_.]+", held)
        assert named or modules, number
        assert [name for name in named if name not in RULES] == []
        assert all(import_module(module) for module in modules)


def test_every_rule_of_money_is_in_the_table_or_beside_it():
    assert {name for name in OWN if f"`{name}`" not in (money.__doc__ or "")} == set()


# ------------------------------------------------------------------ no false alarm


@pytest.mark.parametrize("name", PROJECT.names)
def test_the_rules_of_money_find_nothing_in_the_agreements_of_the_project(name):
    read = partnership(name)
    found = list(check_facts(read.facts))
    for paper in (paper for of, paper in judged_papers() if of == name):
        document = drafted(name, paper).drafted.document
        subject = Subject(document, index(document), agreement=read.agreement, report=read.report(paper), facts=read.facts)
        found += [problem for rule in OWN if hasattr(RULES[rule], "check") for problem in RULES[rule].check(subject)]
    assert [str(problem) for problem in found if problem.rule in OWN] == []


# ------------------------------------------------------------------ typed figures, in each kind of paper

MONEY = """
sources:
  minimum: {paid_by: icb, name: NHS minimum contribution}
  dfg: {paid_by: council, name: Disabled Facilities Grant}
funds:
  first: {name: First Pool, kind: pooled, host: icb, reserve: 500000}
  second: {name: Second Pool, kind: pooled, host: council}
  beside: {name: Winter Fund, kind: aligned, host: council}
schemes:
  home:
    {name: Home First, fund: first, lead: council, functions: [nursing, support], delegated: nursing, aims: [people recover],
     outcomes: [people stay at home], people: adults, services: [care at home], providers: [Riverside Care Limited]}
  away: {name: Away Days, fund: second, lead: council, functions: support, people: adults}
  winter: {name: Winter Beds, fund: beside, lead: council, functions: support, people: adults}
contributions:
  2026/27:
    home: {minimum: 13000000, council: 245000}
    away: {council: 9071000, dfg: 1000000}
    winter: {icb: 120000}
  2027/28:
    home: {minimum: 13364000, council: 245000}
    away: {council: 9071000, dfg: 1000000}
    winter: {icb: 120000}
reserves:
  risk: {name: the risk reserve, funds: [first, second], amount: 500000}
"""
REPORT = "reports/2026-02-05-cabinet"


def river(root: Path, section: str = "", reason: str = "", answer: str = "", money: str = MONEY) -> Partnership:
    """Return the river partnership with two pools, and words that an officer typed: in Markdown, in the report's YAML, on equality."""
    laid_out(root, RIVER)
    folder = root / "agreements" / "river"
    facts = folder / "agreement.yaml"
    text = facts.read_text(encoding="utf-8")
    facts.write_text(re.sub(r"^schemes:\n(?: .*\n|\n)+", "", text, flags=re.MULTILINE) + money, encoding="utf-8")
    if section:
        (folder / REPORT).mkdir(exist_ok=True)
        (folder / REPORT / "governance.md").write_text(f"# Governance {{#governance}}\n\n{section}\n", encoding="utf-8")
    if reason:
        report = folder / f"{REPORT}.yaml"
        report.write_text(re.sub(r"^reasons: .*$", f'reasons: ["{reason}"]', report.read_text("utf-8"), flags=re.MULTILINE), "utf-8")
    if answer:
        equality = folder / "equality.yaml"
        said = f'\nanswers: [{{question: background, says: "{answer}", by: Jo Bloggs, on: 1 February 2026}}]\n'
        equality.write_text(equality.read_text("utf-8").rstrip() + said, "utf-8")
    return Project(root).read("river")


def typed(read: Partnership, paper: str) -> list[Problem]:
    """Return what is wrong with the figures typed in a paper."""
    document = read.draft(paper).drafted.document
    return list(figures_in_prose.check(Subject(document, index(document), agreement=read.agreement, facts=read.facts)))


WRONG = (
    "The total of the pooled funds in 2026/27 is £24m.",
    "The total pooled contributions in 2026/27 come to £23,316,001.",
    "The First Pool (£13.425m) is for 2026/27.",
    "In 2027/28 the First Pool is £13.245m.",
    "The Council contributes £9.1m to the First Pool in 2026/27.",
    "The Disabled Facilities Grant is £1.2m in 2026/27.",
    "Home First receives £13.2m in 2027/28.",
    "Contributions to the Second Pool over the term of this agreement are £20.5m.",
    "The First Pool is about £15m in 2026/27.",
    "There are two pooled funds, of £23.361m together in 2026/27: the First Pool of the ICB and the Second Pool of the Council.",
    "The partners set aside a risk reserve of £600,000.",
    "In 2026/27 the First Pool is £13.245m, of which the Council contributes £425,000.",
    "Table: Contributions to the pools\n| Fund | 2026/27 | 2027/28 |\n|---|---:|---:|\n| First Pool | £13,245,000 | £13,906,000 |",
    "Table: Contributions\n| Year | First Pool | Away Days |\n|---|---:|---:|\n| 2026/27 | £13.245m | £10.017m |",
    "Table: Contributions to the pooled funds\n| Fund | 2026/27 |\n|---|---:|\n| = Total | £23,361,000 |",
)
RIGHT = (
    "The total of the pooled funds in 2026/27 is £23M.",
    "The total pooled contributions in 2026/27 come to £23,316,000.",
    "The First Pool (£13.245m) is for 2026/27.",
    "In 2027/28 the First Pool is £13.6 million.",
    "The Council contributes £245k to the First Pool in 2026/27.",
    "The Council contributes £9,316,000 in 2026/27.",
    "The Disabled Facilities Grant is £1m in 2026/27.",
    "Contributions to the Second Pool over the term of this agreement are £20.1m.",
    "The First Pool is about £13m in 2026/27.",
    "There are two pooled funds, of £23.316m together in 2026/27: the First Pool of the ICB and the Second Pool of the Council.",
    "The partners set aside a risk reserve of £500,000, and add £200,000 to it.",
    "The First Pool is £13.245m in 2026/27, and serves people at £3,000.",
    "Home First is offered in 2026/27 at £310 a person.",
    "The First Pool has a reserve of £2m in 2026/27.",
    "Home First could overspend by £2m in 2026/27.",
    "Savings of £3m are asked of Home First in 2026/27.",
    "The First Pool was £9m in 2020/21.",
    "The First Pool is £9m.",
    "The total budget of the department in 2026/27 is £310m.",
    "The First Pool and the Second Pool are £13.2m and £10.1m in 2026/27.",
    "In 2026/27 the new building for Home First costs £4m.",
    "The First Pool rises by £364,000 in 2027/28.",
    "In 2026/27 the First Pool is £13.245m, of which the Council contributes £245,000.",
    "The Winter Fund holds £120,000 in 2026/27.",
    "Away Days is £10.071m in 2026/27.",
    "Table: Contributions to the pools\n| Fund | 2026/27 | 2027/28 |\n|---|---:|---:|\n| First Pool | £13,245,000 | £13,609,000 |",
    "Table: Contributions\n| Year | First Pool | Away Days |\n|---|---:|---:|\n| 2026/27 | £13.245m | £10.071m |",
    "Table: Outturn\n| Fund | 2026/27 |\n|---|---:|\n| First Pool | £13,240,000 |",
)


@pytest.fixture(scope="module")
def two_pools(tmp_path_factory) -> Agreement:
    return river(tmp_path_factory.mktemp("pools")).agreement


def judged(words: str, agreement: Agreement) -> list[Problem]:
    """Return what is wrong with the figures of words that an officer typed in Markdown."""
    read = read_blocks(f"# Money {{#money}}\n\n{words}\n", "agreements/river/money.md")
    assert read.problems == ()
    document = Document("report", "Example", (Part("body", children=read.blocks),))
    return list(figures_in_prose.check(Subject(document, index(document), agreement=agreement)))


@pytest.mark.parametrize("words", WRONG)
def test_an_amount_that_contradicts_the_facts_is_found(words, two_pools):
    (found,) = judged(words, two_pools)
    assert found.place.file == "agreements/river/money.md"
    assert found.place.line >= 3


@pytest.mark.parametrize("words", RIGHT)
def test_an_amount_that_agrees_or_is_another_figure_is_let_be(words, two_pools):
    assert judged(words, two_pools) == []


def test_typed_figures_are_found_in_markdown_in_the_facts_of_a_report_and_on_equality(tmp_path):
    read = river(tmp_path, section=WRONG[2], reason=WRONG[0], answer=WRONG[3])
    assert [problem.message for problem in typed(read, REPORT)] == [
        "“£24m” is typed of all the money, 2026/27; by the facts it is £23,316,000.",
        "“£13.425m” is typed of First Pool, 2026/27; by the facts it is £13,245,000.",
    ]
    assert [problem.message for problem in typed(read, "equality")] == [
        "“£13.245m” is typed of First Pool, 2027/28; by the facts it is £13,609,000."
    ]


@pytest.mark.thorough
def test_what_the_library_prints_from_the_facts_is_never_taken_for_typed(tmp_path):
    read = river(tmp_path)
    assert [problem for paper in read.papers for problem in typed(read, paper)] == []


def test_nothing_is_said_where_a_part_is_not_known(two_pools, tmp_path):
    unknown = river(tmp_path, money=MONEY.replace("minimum: 13000000", "minimum: TBC")).agreement
    assert judged(WRONG[2], two_pools)
    assert judged(WRONG[2], unknown) == []


# ------------------------------------------------------------------ one fact

OLD = ("£245,000", "£13,245,000", "£13,609,000", "£10,316,000", "£23,316,000", "£23,680,000")
NEW = ("£254,000", "£13,254,000", "£13,618,000", "£10,325,000", "£23,325,000", "£23,689,000")


def said(read: Partnership, paper: str) -> str:
    """Return all that a paper says."""
    document = read.draft(paper).drafted.document
    return "\n".join(plain(block.content) for _, block, _ in walk(document) if block)


@pytest.mark.thorough
def test_a_contribution_is_one_fact_in_every_paper_and_what_was_typed_of_it_is_found(tmp_path):
    before = river(tmp_path / "before", section=RIGHT[2])
    after = river(tmp_path / "after", section=RIGHT[2], money=MONEY.replace("council: 245000", "council: 254000"))
    earlier, now = (said(before, "agreement"), {paper: said(after, paper) for paper in after.papers})
    assert [figure for figure in OLD if figure not in earlier] == []
    assert [figure for figure in NEW if figure not in now["agreement"]] == []
    assert [figure for figure in NEW[3:] if figure not in now[REPORT]] == []
    assert [(paper, figure) for paper, words in now.items() for figure in OLD if figure in words] == []
    assert typed(before, REPORT) == []
    told = "“£13.245m” is typed of First Pool, 2026/27; by the facts it is £13,254,000."
    assert [problem.message for problem in typed(after, REPORT)] == [told]


# ------------------------------------------------------------------ sums

OF_MONEY = {rule for rule, module in rules().items() if module.__name__.startswith(money.__name__)}
REAL = sorted(path.parent for path in (ROOT / "tests" / "cases" / "money").glob("*/agreement.yaml"))


def of_money(found):
    """Keep what the rules of money found: a case states no more of the law than its figures need."""
    return [problem for problem in found if problem.rule in OF_MONEY]


@pytest.mark.parametrize("case", REAL, ids=lambda case: case.name)
def test_no_real_case_breaks_the_arithmetic(case):
    agreement = read_model(Agreement, case / "agreement.yaml", "agreement.yaml", known={})
    assert [str(problem) for problem in of_money(check_facts(Facts(agreement))) if problem.level == "error"] == []


BASE = """
title: Northshire Care
subject: care
kind: agreement
form: deed
partners:
  council: {name: Northshire County Council, type: county council, short: the Council}
  icb: {name: NHS Northshire ICB, type: integrated care board, short: the ICB}
term: {commencement: 1 April 2026, expiry: 31 March 2028}
funds: {pool: {name: the Pool, kind: pooled, host: council}}
schemes: {one: {name: One, fund: pool, lead: council}, two: {name: Two, fund: pool, lead: council}}
"""
PENCE = st.integers(min_value=0, max_value=10**11)


def amount(pence: int) -> str:
    return f"{pence // 100}.{pence % 100:02}"


def judged_facts(folder: Path, facts: str) -> list[Problem]:
    file = folder / "agreement.yaml"
    file.write_text(BASE + facts, encoding="utf-8")
    return of_money(check_facts(Facts(read_model(Agreement, file, "agreement.yaml", known={}))))


@given(PENCE, PENCE, PENCE, st.integers(min_value=1, max_value=10**9))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_a_stated_total_passes_if_it_is_the_sum_and_else_is_told_with_both_figures_their_places_and_the_difference(
    tmp_path, a, b, c, wrong
):
    lines = f"contributions:\n  2026/27:\n    one: {{icb: {amount(a)}}}\n    two: {{icb: {amount(b)}, council: {amount(c)}}}\n"
    totals = ", ".join(f"{key}: {amount(sum_)}" for key, sum_ in (("all", a + b + c), ("pool", a + b + c), ("icb", a + b), ("two", b + c)))
    assert judged_facts(tmp_path, f"{lines}stated_totals: {{2026/27: {{{totals}}}}}\n") == []
    (found,) = judged_facts(tmp_path, f"{lines}stated_totals: {{2026/27: {{all: {amount(a + b + c + wrong)}}}}}\n")
    assert (found.rule, found.level) == ("stated-totals", "error")
    for told in (a + b + c, a + b + c + wrong, wrong):
        assert pounds(Fraction(told, 100)) in found.message
    assert (found.place.line, found.place.column) == (16, 32)
    assert "agreement.yaml:14 to 15" in found.message


@pytest.mark.thorough
@given(st.integers(min_value=1, max_value=10**10), st.integers(min_value=0, max_value=10_000))
@example(50, 100)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_what_is_raised_by_its_rate_to_the_penny_passes_and_a_pound_more_does_not(tmp_path, before, rate):
    now = round(before * (1 + Fraction(rate, 10_000)))
    years = "contributions:\n  2026/27: {one: {icb: %s}}\n  2027/28: {one: {icb: %s}}\nuplifts: {2027/28: {rate: %s %%}}\n"
    stated = f"{rate // 100}.{rate % 100:02}"
    assert judged_facts(tmp_path, years % (amount(before), amount(now), stated)) == []
    assert [one.rule for one in judged_facts(tmp_path, years % (amount(before), amount(now + 100), stated))] == ["uplift"]


# ------------------------------------------------------------------ figures of messages


@given(st.fractions(min_value=-(10**9), max_value=10**9, max_denominator=100))
def test_an_amount_in_a_message_reads_back_as_itself(amount):
    exact = Fraction(round(amount * 100), 100)
    assert number_in(pounds(exact)) == exact


@given(st.integers(min_value=0, max_value=10_000))
def test_a_share_in_a_message_reads_back_to_a_hundredth_of_one_per_cent(hundredths):
    assert number_in(percent(Fraction(hundredths, 10_000)).replace(" ", "")) == Fraction(hundredths, 100)


@given(st.integers(min_value=1, max_value=10**9))
def test_an_amount_rounded_to_millions_is_within_half_of_its_last_figure(sum_):
    shown = f"£{round(Fraction(sum_, 10**5)) / 10}m"
    read = number_in(shown)
    assert read is not None
    assert abs(read - sum_) <= half_of_last_figure(shown)
