"""Instruments: deeds, letters and the memorandum, drafted from facts and written in every format."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from cases import RIVER, laid_out
from whole import PROJECT, drafted, judged_papers

from section75.document.index import index, walk
from section75.document.numbering import number
from section75.document.tree import plain
from section75.drafting.instrument import SECTION_ITEMS, SECTIONS
from section75.facts.letters import MODELS
from section75.problems import Refused
from section75.project import Project
from section75.rules import check
from section75.text.markup import read_document
from section75.writers import formats, written
from section75.writers.docx.lint import lint

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from section75.document.tree import Document
    from section75.project import Made

CAMBRIDGESHIRE = "cambridgeshire-older-people-occupational-therapy"
WARWICKSHIRE = "warwickshire-cwpt-mental-health"
BINDING = ("warrants?", "indemnity", "default", "deed", "seal", "consideration", "governed", "counterparts?", "Third Parties")
REAL = [(name, paper) for name in PROJECT.names for paper in PROJECT.papers(name) if paper.startswith("instruments/")]

VARIATION = """\
kind: variation
number: 1
clause: "22"
effective: 1 July 2026
reason: a service was left out
amendments:
  - {target: clause 2.2, do: substitute, old: three years, new: two years}
  - {target: clause 4.2, do: insert, new: 4.2A The Partners must meet.}
  - {target: clause 7.1, do: replace, new: 7.1 The Partners must meet every month.}
  - {target: clause 5, do: omit}
"""
NOTICE = """\
kind: notice
given_by: council
given_to: icb
given_on: 1 May 2026
clause: "25.1"
ground: without cause
period: 12 months
ends_on: 30 June 2027
delivered_by: by hand
signed_by: the Director of Adult Services
reference: TBC
reason: other arrangements serve people better
"""
OPTION = """\
kind: option letter
given_by: council
given_to: [icb]
given_on: 1 May 2026
clause: "4"
new_expiry: 31 March 2030
last_day: 30 September 2026
"""
NOVATION = """\
kind: novation
leaving: icb
joining: successor
effective: 1 April 2027
accrued: pass
reason: the other is dissolved on that date
"""
EXTENSION = """\
kind: extension
basis: option
clause: "4"
conditions: [the review has been held]
new_expiry: 31 March 2035
figures:
  - {what: the contribution of the Council, sum: "£1,200"}
reason: the services are needed
"""
SAMPLES = {"variation": VARIATION, "notice": NOTICE, "option-letter": OPTION, "novation": NOVATION, "extension": EXTENSION}
SUCCESSOR = """
bodies:
  successor:
    name: NHS Hill and River Integrated Care Board
    type: integrated care board
    short: the Successor
"""


def project(root: Path, name: str, facts: str) -> Project:
    laid_out(root, RIVER)
    file = root / "agreements" / "river" / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8") + SUCCESSOR, encoding="utf-8")
    instruments = file.parent / "instruments"
    instruments.mkdir()
    (instruments / f"2026-05-01-{name}.yaml").write_text(facts, encoding="utf-8")
    return Project(root)


def made(root: Path, name: str, facts: str = "") -> Made:
    return project(root, name, facts or SAMPLES[name]).read("river").draft(f"instruments/2026-05-01-{name}")


def refusal(root: Path, name: str, facts: str) -> str:
    with pytest.raises(Refused) as refused:
        project(root, name, facts).read("river")
    return "\n".join(map(str, refused.value.problems))


def words(document: Document) -> str:
    return "\n".join(lines(document))


def lines(document: Document) -> Iterator[str]:
    for part, block, _ in walk(document):
        holder = block or part
        yield plain(holder.heading)
        if block:
            yield f"{plain(block.content)}{block.end}"


# ------------------------------------------------------------------ those of the project


def test_the_project_has_an_extension_a_termination_and_a_memorandum() -> None:
    kinds = {(name, paper.rpartition("-")[2]) for name, paper in REAL}
    assert {(WARWICKSHIRE, "extension"), (CAMBRIDGESHIRE, "termination"), (CAMBRIDGESHIRE, "memorandum")} <= kinds


@pytest.mark.parametrize(("name", "paper"), REAL)
def test_each_is_without_problems_and_in_every_format(name: str, paper: str) -> None:
    one = drafted(name, paper)
    if (name, paper) in judged_papers():
        assert [problem for problem in check(one.drafted.document, frozenset()) if problem.level != "information"] == []
    for ending in formats():
        assert written(one.drafted.document, one.house, ending)
    assert lint(written(one.drafted.document, one.house, "docx")) == []


def test_warwickshire_extends_to_the_day_of_its_lineage_without_repeating_it() -> None:
    document = drafted(WARWICKSHIRE, "instruments/2018-03-31-extension").drafted.document
    assert "The Agreement ends at the end of 31 March 2019, unless it is ended earlier under its own terms." in words(document)
    assert "extended the Agreement by 12 months, to 31 March 2018." in words(document)
    assert [part.kind for part in document.parts] == ["strip", "blanks", "body", "parties", "background", "operative", "execution"]
    assert index(document).distinct_blanks()


def test_cambridgeshire_ends_the_agreement_with_another_body_than_its_partner() -> None:
    document = drafted(CAMBRIDGESHIRE, "instruments/2012-04-17-termination").drafted.document
    parties = next(part for part in document.parts if part.kind == "parties")
    assert [plain(block.content).split(" of ")[0] for block in parties.children[:2]] == [
        "Cambridgeshire County Council",
        "NHS Cambridgeshire",
    ]
    headings = [plain(block.heading) for part in document.parts if part.kind == "operative" for block in part.children]
    assert {"Functions", "Staff", "Records and information", "Final account"} <= set(headings)
    assert "An underspend or overspend falls to the Party to whose statutory responsibilities it relates." in words(document)


def test_a_memorandum_binds_nobody() -> None:
    document = drafted(CAMBRIDGESHIRE, "instruments/2012-04-17-memorandum").drafted.document
    said = words(document)
    for binding in (*BINDING, "must", "shall", "agree", "agrees", "clause"):
        assert not re.search(rf"\b{binding}\b", said), binding
    assert "not intended to create legal relations" in said


# ------------------------------------------------------------------ the other kinds


@pytest.mark.parametrize("name", SAMPLES)
def test_every_kind_is_written_in_every_format(name: str, tmp_path: Path) -> None:
    one = made(tmp_path, name)
    document = one.drafted.document
    assert [problem for problem in check(document, frozenset()) if problem.level == "error"] == []
    for ending in formats():
        assert written(document, one.house, ending)
    assert lint(written(document, one.house, "docx")) == []


@pytest.mark.parametrize("name", SAMPLES)
def test_the_markdown_of_every_kind_gives_its_words_back(name: str, tmp_path: Path) -> None:
    one = made(tmp_path, name)
    scheme = one.house.scheme
    again = read_document(written(one.drafted.document, one.house, "md").decode(), "record.md")
    numbered = number(again, type(scheme)(**{**{slot: getattr(scheme, slot) for slot in scheme.__slots__}, "sections": SECTIONS,
                                             "section_items": SECTION_ITEMS}))  # fmt: skip
    assert words(numbered) == words(one.drafted.document)


def test_a_variation_says_each_amendment_in_the_words_of_an_amending_text(tmp_path: Path) -> None:
    said = words(made(tmp_path, "variation").drafted.document).split("\n")
    assert "In clause 2.2, for “three years” substitute “two years”." in said
    assert "After clause 4.2 insert “4.2A The Partners must meet.”" in said
    assert "For clause 7.1 substitute “7.1 The Partners must meet every month.”" in said
    assert "Omit clause 5." in said


def test_the_successor_signs_the_deed_of_novation_and_was_no_party_before(tmp_path: Path) -> None:
    document = made(tmp_path, "novation").drafted.document
    said = words(document)
    assert "The Council and the ICB are parties to the River Partnership Agreement" in said
    assert sum(block.kind == "execution" for part in document.parts for block in part.children) == 3
    assert "does not affect a right or liability" not in said


def test_a_letter_has_neither_parties_nor_a_deed(tmp_path: Path) -> None:
    document = made(tmp_path, "notice").drafted.document
    assert [part.kind for part in document.parts] == ["strip", "blanks", "body"]
    assert "deed" not in words(document)
    assert "Notice to end the agreement under clause 25.1" in words(document)


def test_every_kind_has_a_text_and_every_text_a_kind() -> None:
    texts = {path.stem for path in (PROJECT.root / "templates" / "instruments").glob("*.md")}
    assert texts == {kind.replace(" ", "-") for kind in MODELS}


# ------------------------------------------------------------------ what is refused


@pytest.mark.parametrize(
    ("name", "old", "new", "message"),
    [
        ("variation", ", old: three years", "", "To substitute, “old” is needed."),
        ("variation", "do: omit", "do: omit, new: more", "To omit, no “new” is needed."),
        ("variation", "do: insert", "do: insert, after: the Board, before: the Fund", "“after” and “before” are both stated."),
        ("variation", "do: insert", "do: insert, text: clause-4-2a", "“new” and “text” are both stated."),
        ("variation", "do: insert, new: 4.2A The Partners must meet.", "do: insert, text: Clause 4", "“Clause 4” is no name of a text."),
        ("variation", "number: 1", "executed_on: 2 July 2026", "nothing says on what basis"),
        ("notice", "30 June 2027", "30 April 2027", "The notice is too short."),
        ("notice", "without cause", "breach", "The breach is not stated."),
        ("option-letter", "last_day: 30 September 2026", "last_day: 30 April 2026", "The letter comes after the last day"),
        ("novation", "joining: successor", "joining: icb", "The body that joins is the one that leaves."),
        ("notice", "kind: notice", "kind: notise", "notice"),
        ("notice", "period:", "perod:", "period"),
    ],
)
def test_what_cannot_be_is_refused(name: str, old: str, new: str, message: str, tmp_path: Path) -> None:
    assert old in SAMPLES[name]
    assert message in refusal(tmp_path, name, SAMPLES[name].replace(old, new))


def test_a_missing_text_is_named(tmp_path: Path) -> None:
    one = project(tmp_path, "notice", NOTICE)
    (tmp_path / "templates" / "instruments" / "notice.md").unlink()
    with pytest.raises(Refused, match="notice"):
        one.read("river").draft("instruments/2026-05-01-notice")


def test_a_text_of_an_instrument_is_checked_without_facts(tmp_path: Path) -> None:
    one = project(tmp_path, "notice", NOTICE)
    text = tmp_path / "templates" / "instruments" / "variation.md"
    text.write_text(text.read_text(encoding="utf-8").replace("instrument.effective", "instrument.efective", 1), encoding="utf-8")
    with pytest.raises(Refused, match="efective"):
        one.read("river")
