"""The compliance statement: every requirement that applies is met by some text, each place it names is there, and what is missing shows."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from cases import RIVER, ROOT, laid_out
from test_matrix import PAIRED, facts
from whole import LANCASHIRE, NORTHSHIRE, PROJECT, drafted, paragraphs, partnership

from section75.document.index import index, walk
from section75.document.references import targets
from section75.document.tree import Part, plain
from section75.drafting.agreement import draft_agreement
from section75.drafting.meeting import meetings_of, places_in, unknown_requirements
from section75.facts.agreement import Agreement
from section75.facts.base import read_model
from section75.facts.compliance import asked_of, statement_of
from section75.problems import Refused
from section75.project import Project
from section75.text.houses import read_house
from section75.text.library import Library

KENT = "kent-kmpt-mental-health"
REQUIREMENTS = PROJECT.complying.requirements


@pytest.mark.thorough
@pytest.mark.parametrize("chosen", PAIRED, ids=lambda chosen: " · ".join(map(str, chosen.values())))
def test_every_requirement_that_applies_to_a_combination_is_met_by_some_text(chosen, tmp_path):
    path = tmp_path / "agreement.yaml"
    path.write_text(facts(chosen), encoding="utf-8")
    agreement = read_model(Agreement, path, "agreement.yaml", {}, ROOT / "templates" / "defaults.yaml")
    library = Library(ROOT)
    texts, roles = PROJECT.texts(library), PROJECT.roles
    document = draft_agreement(agreement, texts, library, roles, read_house(ROOT, "default")[0].scheme).document
    places = places_in(document, meetings_of(agreement, texts, roles))
    assert [name for name in asked_of(agreement, REQUIREMENTS) if not places.get(name)] == []


def test_what_applies_follows_from_who_exercises_whose_functions_and_whether_a_fund_is_pooled():
    groups = {name: {asked[3] for asked in asked_of(partnership(name).agreement, REQUIREMENTS)} for name in (KENT, LANCASHIRE, NORTHSHIRE)}
    assert groups == {KENT: {"4", "8"}, LANCASHIRE: {"4", "9"}, NORTHSHIRE: {"4", "7", "8", "9"}}


def test_a_requirement_is_asked_for_only_while_it_is_law():
    kent, lancashire = (asked_of(partnership(name).agreement, REQUIREMENTS) for name in (KENT, LANCASHIRE))
    assert "reg4-3" in kent  # until 31 March 2013
    assert "reg4-3" not in lancashire
    assert "reg8-2-i" not in kent  # since 1 April 2013
    assert "reg9-3-i" in lancashire


@pytest.mark.thorough
def test_the_statement_of_a_whole_agreement_has_nothing_open():
    read = partnership(NORTHSHIRE)
    places = places_in(read.draft_of_agreement.drafted.document, read.meetings)
    assert statement_of(read.agreement, REQUIREMENTS, places).open == ()


def test_the_statement_shows_what_is_blank_and_what_is_absent():
    document = drafted(KENT, "compliance").drafted.document
    blanks = [found.inline.label for found in index(document).distinct_blanks()]
    assert "the outcomes of Integrated Mental Health Service" in blanks
    assert "the facts that 8(2)(b) asks for" in blanks


@pytest.mark.thorough
def test_a_place_that_the_statement_names_is_a_place_of_the_agreement():
    read = partnership(NORTHSHIRE)
    agreement = read.draft_of_agreement.drafted.document
    numbers = {node.node.number.rstrip(".") for node in targets(agreement).values() if node.node.number}
    words = " ".join(cell for cell in _cells(drafted(NORTHSHIRE, "compliance").drafted.document) if cell.endswith("of the Agreement"))
    clauses = re.findall(r"[Cc]lause ([0-9.]+)", words)
    assert len(clauses) > 20
    assert set(clauses) <= numbers
    assert set(re.findall(r"Schedule [0-9]+", words)) <= numbers


def _cells(document):
    return [plain(block.content) for _, block, _ in walk(document) if block and block.kind == "cell"]


def test_an_agreement_without_arrangements_says_that_nothing_is_asked_of_it(tmp_path):
    root = laid_out(tmp_path, ROOT / "tests" / "cases" / "good" / "river")
    path = root / "agreements" / "river" / "agreement.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    delegated: nursing\n", ""), encoding="utf-8")
    document = Project(root).read("river").draft("compliance").drafted.document
    assert any("Regulations 4, 7, 8 and 9 ask nothing of it" in paragraph.words for paragraph in paragraphs(document))


def _rows(document):
    """Return the cells of each row of the tables on the Regulations, as words, without their heads."""
    rows = [block.children for _, block, _ in walk(document) if block and block.kind == "row" and block.role != "header"]
    told = [tuple(plain(cell.content or cell.children[0].content) for cell in row) for row in rows]
    return [row for row in told if re.match(r"[4789]\(", row[0])]


def _part(document, name):
    return next(part for part in document.parts if part.id == name)


def _schedule(document):
    return replace(document, parts=(_part(document, "schedule-compliance"),))


@pytest.fixture(scope="module")
def river(tmp_path_factory):
    """An agreement with something still to be stated, its schedule of compliance, and a report with the appendix."""
    root = laid_out(tmp_path_factory.mktemp("river"), RIVER)
    folder = root / "agreements" / "river"
    for path, more in (
        (folder / "agreement.yaml", "compliance_schedule: yes\n"),
        (folder / "reports" / "2026-02-05-cabinet.yaml", "appendices: [{label: A, title: What the Regulations ask, compliance: yes}]\n"),
    ):
        path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    return Project(root).read("river")


def test_the_statement_the_schedule_and_the_appendix_have_the_same_rows(river):
    statement, agreement, report = (
        river.draft(paper).drafted.document for paper in ("compliance", "agreement", "reports/2026-02-05-cabinet")
    )
    told = _rows(statement)
    assert len(told) > 12
    assert [row[0] for row in told if row[3] == "[● the facts that 9(3)(b) asks for]"] == ["9(3)(b)"]
    assert _rows(report) == told
    assert _rows(_schedule(agreement)) == [(row[0], row[1], row[2].removesuffix(" of the Agreement"), row[3]) for row in told]


def test_in_the_schedule_each_place_is_a_live_reference(river):
    document = river.draft("agreement").drafted.document
    known = targets(document)
    references = index(_schedule(document)).references
    assert len(references) > 20
    assert {found.inline.target for found in references} <= set(known)
    clauses = [found.inline for found in references if found.inline.label.casefold().startswith("clause ")]
    assert {reference.label.split(" ")[1] for reference in clauses} == {known[one.target].node.number.rstrip(".") for one in clauses}


def test_the_appendix_refers_to_its_own_sections_and_is_the_last(river):
    document = river.draft("reports/2026-02-05-cabinet").drafted.document
    last = document.parts[-1].children[-1]
    assert plain(last.heading) == "Appendix A: What the Regulations ask"
    own = {child.id for child in last.children if child.kind == "section"}
    assert own == {"compliance-regulation-4", "compliance-regulation-9"}
    alone = replace(document, parts=(Part("body", children=(last,)),))
    assert {found.inline.target for found in index(alone).references} == own


def test_an_agreement_and_a_report_have_neither_unless_the_facts_ask():
    kent = drafted(KENT, "agreement").drafted.document
    assert "schedule-compliance" not in targets(kent)
    assert "compliance" not in targets(drafted(LANCASHIRE, "reports/2017-07-13-cabinet").drafted.document)


def test_the_schedule_of_a_complete_agreement_has_no_column_for_what_is_missing():
    rows = _rows(_schedule(drafted(NORTHSHIRE, "agreement").drafted.document))
    assert {len(row) for row in rows} == {3}
    assert [row[0] for row in rows if not row[2]] == []


def test_a_clause_that_says_not_used_deals_with_nothing_in_the_schedule(tmp_path):
    root = laid_out(tmp_path, RIVER)
    path = root / "agreements" / "river" / "agreement.yaml"
    more = "compliance_schedule: yes\nclauses: {not_used: [term]}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    rows = _rows(_schedule(Project(root).read("river").draft("agreement").drafted.document))
    assert [row[2] for row in rows if row[1] == "How long the arrangements last"] == [
        "[● the words of the Agreement that deal with 9(3)(f)]"
    ]


def test_a_header_that_names_no_requirement_or_no_words_of_its_text_is_refused(tmp_path):
    root = laid_out(tmp_path, ROOT / "tests" / "cases" / "good" / "river")
    clause = root / "templates" / "clauses" / "030-term.md"
    text = clause.read_text(encoding="utf-8")
    clause.write_text(text.replace("  term-length: reg7-3-f,", "  term-lenght: reg7-3-z,"), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        Project(root).read("river")
    told = [f"{problem.place.file} {problem.message} {problem.remedy}" for problem in refused.value.problems]
    assert [line for line in told if "term-lenght" in line or "reg7-3-z" in line] == [
        "templates/clauses/030-term.md Nothing in this text is named “term-lenght”. Did you mean “term-length”?",
        "templates/clauses/030-term.md There is no requirement “reg7-3-z”. Did you mean “reg7-3-g”?",
    ]


def test_every_requirement_is_named_by_some_text():
    texts = PROJECT.texts(Library(ROOT))
    shelves = (texts.clauses, texts.schedules, texts.parts)
    named = {one for shelf in shelves for text in shelf.values() for met in text.meets for one in met.requirements}
    assert sorted(set(REQUIREMENTS) - named) == []
    assert [problem for shelf in shelves for problem in unknown_requirements(shelf, REQUIREMENTS, texts.parts)] == []
