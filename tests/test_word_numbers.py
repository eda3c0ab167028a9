"""The Word writer: numbers that Word counts, and references that are fields."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import headed, item
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree
from word_reading import as_libreoffice_prints, fields, paragraph, parts, root, styled, switches, value, without_stored_results
from word_reading import words as words_of
from word_sample import DOCUMENTS, LANCASHIRE_REPORT, WORD_HOUSE, one_part

from section75.document.house import ALPHA, Scheme
from section75.document.numbering import number
from section75.document.references import Spot, inside
from section75.document.tree import Document, Reference, plain
from section75.writers.docx import write
from section75.writers.docx.lists import Lists
from section75.writers.docx.sheet import read
from section75.writers.docx.shell import make_shell
from section75.writers.docx.xml import tag

BUILT = {name: write(document, house) for name, (document, house) in DOCUMENTS.items()}


# ------------------------------------------------------------------ numbers


def test_numbers_come_from_word_and_are_not_typed():
    typed = [said for _, said in styled(BUILT["agreement"]) if re.match(r"(\d+\.|\(\w+\)|Schedule \d)", said)]
    contents = [said for style, said in styled(BUILT["agreement"]) if style.startswith("TOC")]
    assert [said for said in typed if said not in contents] == []


@pytest.mark.parametrize("name", ["agreement", "report", "equality", "lancashire"])
def test_paragraphs_with_numbers_carry_only_their_style(name):
    for one in root(BUILT[name]).iter(tag("p")):
        style = value(one, "pPr/pStyle") or ""
        if one.find(f"{tag('pPr')}/{tag('numPr')}") is not None:
            assert style.startswith("ListBulletLast"), f"{style}: {words_of(one)}"


@pytest.mark.parametrize(
    ("beginning", "style"),
    [
        ("Interpretation", "Heading1"),
        ("The Host must", "Clause2"),
        ("hold it;", "Clause3"),
        ("report", "Clause4"),
        ("each year", "Clause5"),
        ("“Liability”", "Definition"),
        ("a failure", "DefinitionA"),
        ("total", "DefinitionB"),
        ("and keep the books", "ClauseText"),
        ("Plain words", "ClauseText"),
        ("people", "ListBulletLast2"),
        (": Money", "ScheduleHeading"),
        ("Clause 2", "ScheduleReference"),
        (": Boards", "SchedulePart"),
        ("Structure", "SchedulePara1"),
        ("Each Partner pays", "SchedulePara2"),
        ("monthly", "SchedulePara3"),
        ("the ICB", "Party"),
        ("inner", "RecitalA"),
        ("Partnership agreement", "Title"),
        ("under section 75", "Subtitle"),
        ("Table 1: Contributions", "Caption"),
        ("Figure 1: Term", "FigureCaption"),
        ("Authorised signatory", "Signature"),
    ],
)
def test_each_kind_has_its_style(beginning, style):
    found = [kind for kind, said in styled(BUILT["agreement"]) if said.startswith(beginning) and not kind.startswith("TOC")]
    assert style in found


def test_a_number_kept_from_a_signed_text_is_typed_where_no_list_can_count_it():
    added = paragraph(BUILT["signed"], "1A.")
    assert words_of(added) == "1A.Added later"
    assert value(added, "pPr/numPr/numId") == "0"
    assert added.find(f".//{tag('tab')}") is not None


def test_a_number_kept_from_a_signed_text_restarts_the_list_where_it_can():
    late = paragraph(BUILT["signed"], "Much later")
    instance = value(late, "pPr/numPr/numId")
    numbering = root(BUILT["signed"], "word/numbering.xml")
    found = [one for one in numbering.iter(tag("num")) if one.get(tag("numId")) == instance]
    assert value(found[0], "lvlOverride/startOverride") == "7"


def test_an_annex_prints_its_own_label():
    assert words_of(paragraph(BUILT["signed"], "Annex")) == "Annex A: Maps"


def test_a_document_in_another_scheme_than_its_shell_still_prints_its_own_numbers():
    clause = headed("clause", "Pool", item("must:", holds=(item("first"), item("second"))))
    document = number(one_part(clause), Scheme(clauses=ALPHA))
    printed = [said for _, said in styled(write(document, WORD_HOUSE))]
    assert printed == ["Pool", "must:", "(a)first", "(b)second"]


def test_the_shell_of_a_scheme_counts_in_that_scheme(tmp_path):
    path = tmp_path / "shell.docx"
    path.write_bytes(make_shell("agreement", Scheme(clauses=ALPHA)))
    clause = headed("clause", "Pool", item("must:", holds=(item("first", holds=(item("deep"),)), item("second", name="here"))))
    see = headed("clause", "See", item("see ", Reference("here", "clause")))
    document = number(one_part(clause, see), Scheme(clauses=ALPHA))
    data = write(document, replace(WORD_HOUSE, shells={"agreement": path}))
    assert "(a)" not in "".join(said for _, said in styled(data))
    assert words_of(paragraph(data, "see")) == "see clause 1.1(b)"
    assert switches(paragraph(data, "see")) == ["REF here \\w \\h"]


def test_plain_numbers_start_afresh_in_every_section_without_a_number():
    document = LANCASHIRE_REPORT.parts[-1]
    numbers = [child.number for one in document.children if one.kind == "section" for child in one.children if child.kind == "item"]
    assert numbers == ["1.", "2.", "1."]
    styles = [style for style, said in styled(BUILT["lancashire"]) if said.startswith(("Pooled", "Not extended", "See"))]
    assert styles == ["ReportPara"] * 3


@pytest.mark.thorough
@given(st.lists(st.sampled_from(["Heading1", "Clause2", "Clause3", "Clause4", "Clause5"]), max_size=30))
def test_counting_never_prints_a_number_that_was_not_wanted(styles):
    shell = make_shell("agreement", Scheme())
    sheet = read(root(shell, "word/styles.xml"), root(shell, "word/numbering.xml"), root(shell, "word/document.xml"))
    lists = Lists(sheet)
    for style in styles:
        label = lists.label((style,), "7.")
        assert label.typed in ("", "7.")
        if not label.typed:
            assert label.full == "7"


# ------------------------------------------------------------------ references


@pytest.mark.parametrize(
    ("beginning", "said", "made"),
    [
        ("The Partners must, ", "clause 2.2.2(b)(i) permitting and under Clause 2, pool", ["REF deep \\w \\h", "REF pool \\w \\h"]),
        ("Plain words", "see clause 1.1(b), a lost clause and party (2).", ["REF  \\n \\h", "REF failure \\n \\h", "REF icb \\w \\h"]),
        ("Each Partner pays", "as in Table 1 under clause 2.2.2(b)(i)", ["REF sums \\h", "REF deep \\w \\h"]),
        ("As in", "As in Part 2 and Schedule 1.", ["REF duties \\n \\h", "REF money \\n \\h"]),
        (
            "See",
            "paragraph 1.2(a) of Schedule 1, Table 1 of Schedule 1 and recital (B).",
            [*["REF  \\n \\h", "REF monthly \\n \\h"], "REF money \\n \\h", "REF sums \\h", "REF money \\n \\h", "REF second \\w \\h"],
        ),
    ],
)
def test_references_are_fields_whose_stored_text_is_right(beginning, said, made):
    found = paragraph(BUILT["agreement"], beginning)
    assert said in words_of(found)
    assert switches(found) == made


def test_the_words_around_a_number_stand_outside_the_field():
    runs = etree.tostring(paragraph(BUILT["agreement"], "As in"), encoding="unicode")
    assert re.search(r">As in </w:t></w:r><w:r><w:fldChar", runs)


def test_a_reference_to_a_typed_number_is_plain_words():
    see = paragraph(BUILT["signed"], "See clause 1A")
    assert fields(see) == []


def test_the_bookmark_of_a_table_number_holds_its_words_only():
    caption = etree.tostring(paragraph(BUILT["agreement"], "Table 1: Contributions"), encoding="unicode")
    assert re.search(r'w:name="_s75_\d+n_sums"/><w:r><w:t xml:space="preserve">Table\u00a01</w:t></w:r><w:bookmarkEnd', caption)


# ------------------------------------------------------------------ as another program prints it


def numbered(document: Document):
    """Yield each number with the first words of what it stands before; titles of Parts and schedules follow a colon."""

    def walk(blocks, spot):
        for one in blocks:
            said = plain(one.heading or one.content)
            if one.number and one.kind not in ("table", "figure"):
                yield f"{one.number}{':' if one.kind == 'division' else ''} {said[:24]}"
            elif one.heading and one.kind in ("table", "figure"):
                yield f"{one.number}: {said[:24]}"
            yield from walk(one.children, inside(one, spot))

    for part in document.parts:
        if part.number:
            yield f"{part.number}: {plain(part.heading)}"
        yield from walk(part.children, Spot(part))


@pytest.mark.thorough
@pytest.mark.libreoffice
def test_libreoffice_finds_the_same_numbers_and_references(tmp_path):
    files = {name: without_stored_results(data) for name, data in BUILT.items() if name != "redline"}
    assert '"preserve">?</w:t>' in parts(files["agreement"])["word/document.xml"]
    printed = as_libreoffice_prints(files, tmp_path)
    for name, text in printed.items():
        said = [one.replace("  ", " ").strip() for one in numbered(DOCUMENTS[name][0])]
        assert [one for one in said if one not in text] == []
        assert "?" not in text.replace("Who?", "")
    for label in ("clause 2.2.2(b)(i)", "Clause 2,", "clause 1.1(b)", "party (2)", "recital (B)", "paragraph 1.2(a) of Schedule 1"):
        assert label in printed["agreement"]
    assert "Table 1 of Schedule 1" in printed["agreement"]
    assert "paragraph 1.2 and Table 1" in printed["report"]
    assert "paragraph 2 and Table 1" in printed["lancashire"]
