"""The example, Northshire: it is whole, it is plainly invented, and its papers agree with one another."""

from __future__ import annotations

import re

import pytest
from whole import NORTHSHIRE, PROJECT, ROOT, drafted, paragraphs, partnership

from section75.commands.finish import unfinished
from section75.commands.judging import Judging
from section75.document.index import walk
from section75.document.tree import plain

RENEWED = f"{NORTHSHIRE}-2027"
DEED = "2026-09-29-variation"
LETTER = "2026-12-08-option-letter"
FOLDERS = [ROOT / "agreements" / name for name in (NORTHSHIRE, RENEWED)]
FILES = [path for folder in FOLDERS for path in sorted(folder.rglob("*.yaml"))]
PAPERS = [(name, paper) for name in (NORTHSHIRE, RENEWED) for paper in PROJECT.papers(name)]
POSTCODE = re.compile(r"\b[A-Z]{1,2}[0-9][0-9A-Z]? ?[0-9][A-Z]{2}\b")


@pytest.mark.parametrize(("name", "paper"), PAPERS)
def test_no_paper_of_it_has_a_blank_a_note_an_assumption_or_a_problem(name, paper):
    made, facts = drafted(name, paper), partnership(name)
    judging = Judging(facts, PROJECT.terms())
    judged = (*judging.paper(paper, made.drafted.document), *judging.facts())
    assert [
        *unfinished(made.drafted.document, facts.agreement.assumptions),
        *(problem for problem in judged if problem.level != "advice"),
    ] == []


# ------------------------------------------------------------------ plainly invented


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_every_file_says_first_that_it_is_invented(path):
    schema, fiction = path.read_text(encoding="utf-8").splitlines()[:2]
    assert schema.startswith("# yaml-language-server: ")
    assert fiction.startswith("# A FICTION")


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.name}")
def test_no_file_holds_an_address_that_could_be_real(path):
    text = path.read_text(encoding="utf-8")
    domains = re.findall(r"@([\w.-]+[\w])", text)
    assert [domain for domain in domains if not domain.endswith(".example")] == []
    assert POSTCODE.findall(text) == []
    assert "code:" not in text


@pytest.mark.parametrize("name", [NORTHSHIRE, RENEWED])
def test_what_is_printed_says_so_too(name):
    document = drafted(name, "agreement").drafted.document
    said = " ".join(plain(block.content) for part, block, _ in walk(document) if part.kind == "cover" and block)
    assert "every body, post, place, date and figure in it is invented" in said
    for report in partnership(name).reports.values():
        assert "(a fictional example)" in report.title


# ------------------------------------------------------------------ its papers agree


def sub_clauses():
    """Return the words of each sub-clause by its number; schedules, whose paragraphs bear the same numbers, come after the clauses."""
    said = list(paragraphs(drafted(NORTHSHIRE, "agreement").drafted.document))
    return {paragraph.number.strip(): paragraph.words for paragraph in reversed(said)}


def test_the_deed_changes_words_that_stand_where_it_says():
    deed = partnership(NORTHSHIRE).instruments[DEED]
    clause, row = deed.amendments
    document = drafted(NORTHSHIRE, "agreement").drafted.document
    said = sub_clauses()
    assert clause.old in said[clause.target.removeprefix("clause ")]
    exit_plan = next(part for part in document.parts if part.id == "schedule-exit")
    assert exit_plan.number == row.target.rpartition(" of ")[2]
    cells = [plain(block.content) for part, block, _ in walk(document) if part is exit_plan and block and block.kind == "cell"]
    assert row.old in cells


def test_the_letter_rests_on_a_clause_by_which_its_sender_may_extend_alone():
    letter = partnership(NORTHSHIRE).instruments[LETTER]
    said = sub_clauses()
    assert said[letter.clause].startswith("The County Council may extend this Agreement")


def test_the_letter_uses_the_right_to_extend_in_time_and_for_as_long_as_it_runs():
    agreement, letter = partnership(NORTHSHIRE).agreement, partnership(NORTHSHIRE).instruments[LETTER]
    assert letter.given_by is agreement.term.extension.by
    assert letter.last_day == agreement.arrangement.dates.extension_decided
    assert letter.new_expiry == agreement.arrangement.dates.extensions[0].last


def test_the_renewal_runs_to_the_day_to_which_the_first_agreement_was_extended():
    agreement, letter = partnership(RENEWED).agreement, partnership(NORTHSHIRE).instruments[LETTER]
    assert agreement.term.expiry == letter.new_expiry
    (earlier,) = agreement.arrangement.replaces
    assert earlier.when == partnership(NORTHSHIRE).agreement.executed_on


def test_the_renewal_changes_one_risk_share_and_no_other():
    older, newer = partnership(NORTHSHIRE).agreement.funds, partnership(RENEWED).agreement.funds
    changed = [
        (key, which) for key in older for which in ("overspend", "underspend") if getattr(older[key], which) != getattr(newer[key], which)
    ]
    assert changed == [("home", "overspend")]


def test_the_renewal_begins_with_the_reserve_that_the_annual_return_leaves():
    left = partnership(NORTHSHIRE).figures["2026-annual"].reserves["risk_reserve"].closing
    assert partnership(RENEWED).agreement.reserves["risk_reserve"].amount == left
