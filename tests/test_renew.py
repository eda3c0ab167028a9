"""`renew`: a folder that states only what changes, in which every figure that must be set anew is a blank."""

from __future__ import annotations

import re

import pytest
from whole import NORTHSHIRE, ROOT, copy_of, partnership

from section75.cli import main
from section75.commands.library_since import since_signing
from section75.commands.renewed_money import RenewedMoney
from section75.commands.renewing import Asked, plan_renewal
from section75.commands.saying import DONE
from section75.commands.still_told import still_told
from section75.document.tree import Document
from section75.facts.base import Blank, Year
from section75.facts.dates import day
from section75.facts.lines import lines_of
from section75.facts.reader import parse_yaml
from section75.problems import Refused
from section75.project import Project
from section75.records import Record, fingerprint, kept

NEXT = "northshire-next"
ASKED = ("--from", "1 April 2027", "--to", "31 March 2028", "--decided", "9 March 2027", "--body", "Cabinet")
TIMETABLE = """\
What must happen by when:
     8 February 2027  Notice of the decision is published, if it is a key decision, at the latest (SI 2012/2089, regulation 9)
        1 March 2027  The agenda, the report and the equality analysis are published, at the latest (five clear working days)
        9 March 2027  The decision is taken (Cabinet)
       16 March 2027  Call-in ends, at the earliest (Constitution of Northshire County Council (invented))
       17 March 2027  The decision can be carried out, at the earliest
       31 March 2027  Each other partner has decided by its own body: the District Council and the ICB
       31 March 2027  The agreement is executed by every partner, at the latest
        1 April 2027  The renewal begins
   30 September 2027  The exit plan is settled, at the latest (periods.exit_plan)
       31 March 2028  The renewal ends
"""


@pytest.fixture(scope="module")
def renewed(tmp_path_factory):
    return copy_of(tmp_path_factory.mktemp("renewed"), ROOT / "agreements" / NORTHSHIRE)


@pytest.fixture(scope="module")
def said(renewed):
    """Return what the command printed."""
    import contextlib
    import io

    with contextlib.redirect_stdout(io.StringIO()) as out:
        assert main(("renew", NORTHSHIRE, NEXT, *ASKED), renewed) == DONE
    return out.getvalue()


@pytest.fixture(scope="module")
def facts(renewed, said):
    assert said
    return Project(renewed).read(NEXT)


@pytest.mark.thorough
def test_northshires_next_agreement_has_a_blank_for_every_figure(facts):
    lines = lines_of(facts.agreement)
    assert {str(line.year) for line in lines} == {"2027/28"}
    assert len(lines) == 13  # the additional contribution of 2026/27 was for one year only
    assert [line.source for line in lines if not isinstance(line.amount, Blank)] == []
    assert isinstance(facts.agreement.reserves["risk_reserve"].amount, Blank)
    assert [amount for amount in facts.agreement.better_care_plan.designated.values() if not isinstance(amount, Blank)] == []


@pytest.mark.thorough
def test_no_figure_of_the_years_before_is_stated_but_all_stand_beside_the_blanks(renewed, facts):
    text = (renewed / "agreements" / facts.name / "agreement.yaml").read_text(encoding="utf-8")
    values = [line.partition("#")[0] for line in text.splitlines()]
    assert [line for line in values if re.search(r"£|[0-9],[0-9]{3}", line)] == []
    assert "      nhs_minimum: TBC   # 2026/27: 6,200,000; 2027/28: 6,373,600\n" in text
    assert "      # nhs_additional: not carried on, since it was for one year only (2026/27: 980,000)\n" in text


def test_it_runs_for_the_new_term_and_replaces_the_old_one(facts):
    agreement = facts.agreement
    assert (agreement.term.commencement, agreement.term.expiry) == (day("1 April 2027"), day("31 March 2028"))
    (earlier,) = [one for one in agreement.lineage.values() if one.effect == "replaces"]
    assert (earlier.key, earlier.when, earlier.title) == (
        "agreement_2026",
        day("30 March 2026"),
        "the Northshire Better Care Fund Framework Partnership Agreement as later changed",
    )
    assert [one.given for one in agreement.approvals if not isinstance(one.given, Blank)] == []
    assert (isinstance(agreement.executed_on, Blank), isinstance(agreement.law_as_at, Blank)) == (True, True)


@pytest.mark.thorough
def test_it_has_a_report_and_an_analysis_in_which_nobody_has_answered(facts):
    assert facts.reports["2027-03-09-cabinet"].kind == "renew"
    assert (facts.equality.kind, facts.equality.previous.key, facts.equality.answers) == ("update", "agreement_2026", ())


@pytest.mark.thorough
def test_it_builds_at_once(renewed, facts, tmp_path):
    assert main(["build", facts.name, "--format", "md", "--jobs", "1", "--out", str(tmp_path)], renewed) == DONE
    text = (tmp_path / facts.name / "agreement.md").read_text(encoding="utf-8")
    assert "1 April 2027" in text
    assert "6,200,000" not in text


@pytest.mark.thorough
def test_what_must_happen_by_when_is_told_with_what_stands_in_the_way(said):
    assert TIMETABLE in said
    assert f"runs to 31 March 2029. It must be ended before: end {NORTHSHIRE} --on DATE --to 2027-03-31." in said
    assert "performance.care_homes.baseline (agreements/northshire-better-care-fund/agreement.yaml:" in said
    assert "in the library since the text of 2026-03-30:" in said or "The library has not changed since the text of 2026-03-30." in said
    assert "The law as at 1 April 2027 (check northshire-next --as-at 2027-04-01 tells more):" in said


def test_the_older_folder_is_not_touched(renewed, facts):
    assert facts
    for path in sorted((ROOT / "agreements" / NORTHSHIRE).rglob("*.yaml")):
        assert (renewed / path.relative_to(ROOT)).read_bytes() == path.read_bytes()


REFUSED = [
    ("Next", "1 April 2027", "31 March 2028", "“Next” is no name of a folder."),
    (f"{NORTHSHIRE}-2027", "1 April 2027", "31 March 2028", "This folder is there already."),
    ("next", "1 April 2027", "1 April 2027", "The renewal would end before it begins."),
]


@pytest.mark.parametrize(("into", "first", "last", "message"), REFUSED)
def test_what_cannot_be_is_refused(into, first, last, message):
    with pytest.raises(Refused, match=re.escape(message)):
        plan_renewal(partnership(NORTHSHIRE), Asked(into, day(first), day(last)))


def test_a_renewal_that_is_decided_after_it_begins_is_refused():
    with pytest.raises(Refused, match="decided only on 1 April 2027"):
        plan_renewal(partnership(NORTHSHIRE), Asked("next", day("1 April 2027"), day("31 March 2028"), day("1 April 2027")))


# ------------------------------------------------------------------ the years moved on

MONEY = [
    (
        "contributions:\n  2026/27:\n    care: {icb: 5}\n",
        ["  2026/27: removed", "  2027/28:", "    care:", "      icb: TBC   # 2026/27: 5"],
    ),
    (
        "contributions:\n  2027/28:\n    care: {icb: {amount: 5, recurrent: no}, council: {amount: 6, line: fixed}}\n",
        ["  2027/28:", "    care:", "      icb: removed   # 2027/28: 5", "      council: {amount: TBC, line: fixed}   # 2027/28: 6"],
    ),
    (
        "contributions:\n  2026/27:\n    care: {total: 9, shares: {icb: 2/3, council: 1/3}}\n",
        ["  2026/27: removed", "  2027/28:", "    care:", "      total: TBC   # 2026/27: 9", '      shares: {icb: "2/3", council: "1/3"}'],
    ),
    (
        "contributions:\n  2026/27:\n    care: {icb: {amount: 5, recurrent: no}}\n",
        [
            "  2026/27: removed",
            "  2027/28:",
            "    # care: nothing is carried on",
            "      # icb: not carried on, since it was for one year only (2026/27: 5)",
        ],
    ),
    ("contributions:\n  2026/27:\n    care: {icb: {full_year: 12, starts: 1 October 2026}}\n", ["      icb: TBC   # 2026/27: 12"]),
    ("uplifts:\n  2026/27: [{rate: 2 %}]\n", ["uplifts: {2026/27: removed}   # each says what was added to the year before"]),
    ("indicative: 2026/27\n", ["indicative: removed"]),
    ("sources:\n  dfg: {grant: {2026/27: 7}}\n", ["  dfg: {grant: {2026/27: removed}}   # 2026/27: 7. State 2027/28 once it is published"]),
]


@pytest.mark.parametrize(("text", "expected"), MONEY)
def test_each_kind_of_figure_is_moved_on_or_left_behind(text, expected):
    tree, problems = parse_yaml(text, "agreement.yaml")
    lines = list(RenewedMoney(tree, (Year(2027),)).lines())
    assert problems == ()
    assert [line for line in expected if line not in lines] == []


# ------------------------------------------------------------------ what goes on as it is

OLD = """\
title: The agreement of 1 March 2020
performance: {a: {baseline: 3 in 2024/25, target: 4 in 2027/28}}
functions: {care: {act: Care Act 2014}}
history: {care: {2020/21: {budget: 1}}}
schemes: {care: {specification: "version 2, of 2 February 2026", starts: 1 May 2020}}
"""


def test_facts_that_tell_of_days_before_it_begins_are_listed_with_their_places():
    tree, _ = parse_yaml(OLD, "agreement.yaml")
    assert still_told(tree, day("1 April 2027")) == [
        "title (agreement.yaml:1): The agreement of 1 March 2020",
        "performance.a.baseline (agreement.yaml:2): 3 in 2024/25",
        "schemes.care.specification (agreement.yaml:5): version 2, of 2 February 2026",
    ]


def test_what_changed_in_the_library_since_the_text_was_signed_is_told_from_its_record(tmp_path):
    (tmp_path / "templates").mkdir()
    (tmp_path / "templates" / "a.md").write_text("now", encoding="utf-8")
    (tmp_path / "templates" / "b.md").write_text("same", encoding="utf-8")
    texts = {f"templates/{name}.md": fingerprint(words) for name, words in (("a", b"then"), ("b", b"same"), ("c", b"gone"))}
    folder = tmp_path / "agreements" / "ours" / "executed"
    folder.mkdir(parents=True)
    assert list(since_signing(tmp_path, "ours")) == [
        "Nothing is recorded of the text as signed, so what has changed in the library since then cannot be told."
    ]
    for stem, paper, known in (("2026-03-30", "agreement", texts), ("2026-09-29-variation", "instruments/2026-09-29-variation", {})):
        record = Record(Document("agreement", "t", ()), "executed", stem[:10], paper, "default", texts=known)
        for path, data in kept(record, folder / f"{stem}.md").items():
            path.write_bytes(data)
    assert list(since_signing(tmp_path, "ours")) == [
        "Changed in the library since the text of 2026-03-30:",
        "  templates/a.md",
        "  templates/c.md (no longer there)",
    ]
