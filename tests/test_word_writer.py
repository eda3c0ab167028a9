"""The Word writer: numbers, references, comments, bookmarks, tables, and the same bytes on every day."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from building import HOSTILE, headed, item, row, table, words
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_reading import as_libreoffice_prints, changed, parts, root, styled, without_stored_results
from word_reading import words as words_of
from word_sample import AGREEMENT, DOCUMENTS, LANCASHIRE_REPORT, REPORT, SIGNED, WORD_HOUSE, WORD_LANCASHIRE

from section75.document.house import ALPHA, Scheme
from section75.document.numbering import number
from section75.document.references import Spot, inside
from section75.document.tree import Block, Document, Inserted, Note, Part, Reference, Text, plain
from section75.problems import Refused
from section75.writers.docx import write
from section75.writers.docx.lint import lint
from section75.writers.docx.lists import Lists
from section75.writers.docx.package import repacked
from section75.writers.docx.sheet import read
from section75.writers.docx.shell import make_shell
from section75.writers.docx.tables import shared
from section75.writers.docx.xml import tag

BUILT = {name: write(document, house) for name, (document, house) in DOCUMENTS.items()}
NAMES = sorted(BUILT)
BODY = parts(BUILT["agreement"])["word/document.xml"]


def one_part(*blocks: Block, kind: str = "operative") -> Document:
    return Document("agreement", "Title", (Part(kind, children=blocks),))


def paragraph(data: bytes, beginning: str) -> etree._Element:
    found = [one for one in root(data).iter(tag("p")) if words_of(one).startswith(beginning)]
    assert len(found) == 1, f"{len(found)} paragraphs begin with {beginning!r}"
    return found[0]


def fields(element: etree._Element) -> list[str]:
    return [" ".join((one.text or "").split()) for one in element.iter(tag("instrText"), tag("delInstrText"))]


def switches(element: etree._Element) -> list[str]:
    return [re.sub(r"_s75_\d+n?_", "", one) for one in fields(element)]


def value(element: etree._Element, path: str) -> str | None:
    found = element.find("/".join(tag(step) for step in path.split("/")))
    return None if found is None else found.get(tag("val"))


# ------------------------------------------------------------------ every document


@pytest.mark.parametrize("name", NAMES)
def test_our_lint_finds_no_fault(name):
    assert lint(BUILT[name]) == []


@pytest.mark.parametrize("name", NAMES)
def test_every_style_is_one_of_the_shell(name):
    used = {style for style, _ in styled(BUILT[name])}
    assert used <= set(re.findall(r'w:styleId="(\w+)"', parts(BUILT[name])["word/styles.xml"]))


@pytest.mark.parametrize("name", NAMES)
def test_every_printed_paragraph_has_a_bookmark_of_its_own(name):
    for one in root(BUILT[name]).iter(tag("p")):
        style = value(one, "pPr/pStyle")
        if words_of(one) and not style.startswith("TOC"):
            names = [mark.get(tag("name")) for mark in one.iter(tag("bookmarkStart"))]
            assert names, words_of(one)
            assert all(re.fullmatch(r"_s75_\d+n?_\w*", mark) and len(mark) <= 40 for mark in names)


def test_a_bookmark_says_which_block_of_the_walk_it_is():
    walked = []

    def walk(blocks):
        for one in blocks:
            walked.append(one)
            walk(one.children)

    for part in AGREEMENT.parts:
        walked.append(part)
        walk(part.children)
    for one in root(BUILT["agreement"]).iter(tag("p")):
        for mark in one.iter(tag("bookmarkStart")):
            place = int(mark.get(tag("name")).split("_")[2].rstrip("n"))
            block = walked[place - 1]
            said = plain(block.heading or block.content)
            assert said.replace("\u00a0", " ")[:20] in words_of(one)


def test_two_builds_give_the_same_bytes_in_other_processes():
    code = (
        "import sys, hashlib; from word_sample import DOCUMENTS; from section75.writers.docx import write;"
        "print(*(hashlib.sha256(write(*DOCUMENTS[name])).hexdigest() for name in sorted(DOCUMENTS)))"
    )
    folders = os.pathsep.join((str(Path(__file__).parent), str(Path(__file__).parent.parent)))
    printed = set()
    for seed, zone in (("1", "UTC"), ("2", "Asia/Tokyo")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "PYTHONPATH": folders}
        found = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True)
        printed.add(found.stdout)
    assert len(printed) == 1


def test_repacking_twice_changes_nothing():
    assert repacked(BUILT["agreement"]) == BUILT["agreement"]


def test_every_word_of_the_tree_is_printed():
    printed = "\n".join(said for name in ("document", "header2", "footer2") for _, said in styled(BUILT["agreement"], f"word/{name}.xml"))

    def check(blocks):
        for one in blocks:
            assert plain(one.content) in printed or one.kind == "figure"
            assert plain(one.heading) in printed
            check(one.children)

    for part in AGREEMENT.parts:
        check(part.children)


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


@given(st.lists(st.sampled_from(["Heading1", "Clause2", "Clause3", "Clause4", "Clause5"]), max_size=30))
def test_counting_never_prints_a_number_that_was_not_wanted(styles):
    shell = make_shell("agreement", Scheme())
    sheet = read(root(shell, "word/styles.xml"), root(shell, "word/numbering.xml"))
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


# ------------------------------------------------------------------ inside paragraphs


def test_a_blank_is_styled_and_highlighted():
    assert '<w:rStyle w:val="Blank"/><w:highlight w:val="yellow"/></w:rPr><w:t xml:space="preserve">[● date]' in BODY


def test_a_definition_is_bold_between_quotation_marks_that_are_not():
    assert re.search(
        r"“</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"DefinedTerm\"/></w:rPr><w:t [^>]*>Fund</w:t></w:r><w:r><w:t [^>]*>”: the fund", BODY
    )


def test_a_note_is_a_comment_on_the_words_before_it():
    data = BUILT["agreement"]
    assert "Drafting note 1. Check with the ICB." in styled(data, "word/comments.xml")[0][1]
    runs = etree.tostring(paragraph(data, "The Host must"), encoding="unicode")
    assert re.search(r"commentRangeStart w:id=\"0\"/>.*The Host must</w:t></w:r><w:commentRangeEnd", runs)


def test_a_note_on_the_first_page_foot_moves_it_onto_the_cover():
    cover = Part("cover", children=(headed("section", "T", role="title"), Block("lines", children=(words("Foot", Note("who?")),))))
    data = write(Document("agreement", "T", (cover,)), WORD_HOUSE)
    assert ("CoverFoot", "Foot") in styled(data)
    assert lint(data) == []


def test_tracked_words_are_ins_and_del():
    xml = etree.tostring(paragraph(BUILT["redline"], "by "), encoding="unicode")
    assert re.search(r"<w:del [^>]*Section 75 toolkit[^>]*><w:r><w:delText [^>]*>letter under", xml)
    assert "<w:delInstrText" in xml
    assert re.search(r"<w:ins [^>]*><w:r><w:rPr><w:rStyle w:val=\"Strong\"/></w:rPr><w:t [^>]*>deed<", xml)


def test_a_new_paragraph_is_new_with_its_mark():
    new = paragraph(BUILT["redline"], "a new sub-clause")
    assert new.find(f"{tag('pPr')}/{tag('rPr')}/{tag('ins')}") is not None


def test_words_that_must_not_part_are_bound():
    xml = parts(BUILT["report"])["word/document.xml"]
    assert "Pool £24.9\u00a0million by 31\u00a0March 2027." in xml


def test_hostile_words_are_printed_as_they_are():
    data = BUILT["agreement"]
    assert sum(HOSTILE in said for _, said in styled(data)) == 2
    assert HOSTILE in styled(data, "word/header1.xml")[0][1]
    assert f"Partnership {HOSTILE}" in root(data, "docProps/core.xml").xpath("string()")


@settings(max_examples=30, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_make_a_sound_file(some, term):
    document = number(one_part(headed("clause", some, item(Text(some), Inserted((Text(term),)), end="."))), WORD_HOUSE.scheme)
    assert lint(write(replace(document, title="T", running=some, state=term), WORD_HOUSE)) == []


# ------------------------------------------------------------------ tables and frames


def test_a_table_has_a_header_row_a_total_and_money_at_the_right():
    made = next(one for one in root(BUILT["agreement"]).iter(tag("tbl")) if value(one, "tblPr/tblCaption") == "Contributions")
    styles = [[value(cell, "p/pPr/pStyle") for cell in line.iter(tag("tc"))] for line in made.iter(tag("tr"))]
    assert styles == [["TableHeading", "TableHeadingMoney"], ["TableText", "TableMoney"], ["TableTotal", "TableTotalMoney"]]
    assert [line.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None for line in made.iter(tag("tr"))] == [True, False, False]
    assert [one.get(tag("w")) for one in made.iter(tag("gridCol"))] == ["5416", "3610"]
    assert value(made, "tblPr/tblDescription") == "Partner; 2027/28"


@pytest.mark.parametrize(
    ("role", "style", "look"), [("plain", "Section75Table", "0620"), ("form", "Section75Form", "0620"), ("key", "Section75Table", "0680")]
)
def test_a_table_looks_as_its_role_asks(role, style, look):
    made = table("Caption", row("A", "B", role="body" if role == "key" else "header"), row("C", "D"), role=role)
    found = next(root(write(number(one_part(made), Scheme()), WORD_HOUSE)).iter(tag("tbl")))
    assert (value(found, "tblPr/tblStyle"), value(found, "tblPr/tblLook")) == (style, look)


@given(st.lists(st.integers(0, 60), min_size=1, max_size=8), st.integers(2000, 14000))
def test_columns_fill_the_width_and_none_is_lost(wanted, width):
    widths = shared(tuple(wanted), width)
    assert sum(widths) == width
    assert min(widths) > 0


@pytest.mark.parametrize(
    "rows",
    [(), (Block("row", role="body"),), (row("A", "B", role="header"), row("C"), row("D", role="header")), (row("A", role="total"),)],
)
def test_a_table_of_any_shape_is_still_sound(rows):
    assert lint(write(number(one_part(Block("table", heading=(Text("Odd"),), children=rows)), Scheme()), WORD_HOUSE)) == []


def test_lines_and_the_small_box_stand_side_by_side():
    front = next(root(BUILT["lancashire"]).iter(tag("tbl")))
    left, right = front.findall(f"{tag('tr')}/{tag('tc')}")
    assert words_of(left) == "Report to the CabinetTuesdayReport of X"
    assert value(right, "tbl/tblPr/tblStyle") == "Section75Aside"


def test_a_block_to_sign_has_a_line_for_each_bullet_but_blanks():
    made = [one for one in root(BUILT["agreement"]).iter(tag("tbl")) if value(one, "tblPr/tblCaption") == "Execution block"]
    lines = [value(one, "pPr/pStyle") for one in made[0].iter(tag("p"))]
    assert lines == ["Testimonium", "Signature", "SignatureLine", "Signature", "Signature"]


# ------------------------------------------------------------------ the shell


def test_a_draft_has_a_watermark_and_a_final_copy_none():
    final = write(replace(AGREEMENT, state=""), WORD_HOUSE)
    assert "DRAFT" in parts(BUILT["agreement"])["word/header1.xml"]
    assert "DRAFT" not in parts(final)["word/header1.xml"]
    assert "watermark" not in parts(final)["word/header1.xml"].lower()


def test_the_cover_has_the_strip_at_its_head_and_the_lawyers_at_its_foot():
    data = BUILT["agreement"]
    assert styled(data, "word/header2.xml") == [("DraftStrip", "Draft 3 of 21 November 2026.")]
    assert styled(data, "word/footer2.xml") == [("CoverFoot", "Legal Services"), ("CoverFoot", "County Hall")]


def test_a_final_copy_has_no_specimen_left_at_the_head_of_its_cover():
    final = replace(AGREEMENT, parts=tuple(part for part in AGREEMENT.parts if part.kind != "strip"))
    assert styled(write(final, WORD_HOUSE), "word/header2.xml") == []


def test_an_equality_analysis_carries_its_strip_at_the_top():
    assert styled(BUILT["equality"])[0] == ("DraftStrip", "Draft 1: not complete.")


def test_an_unknown_kind_of_document_takes_the_agreement_shell():
    assert lint(write(replace(SIGNED, kind="notice"), WORD_HOUSE)) == []


def test_restyling_the_shell_restyles_the_output(tmp_path):
    path = tmp_path / "restyled.docx"
    shell = WORD_HOUSE.shells["agreement"].read_bytes()
    path.write_bytes(changed(shell, "word/styles.xml", lambda xml: xml.replace("Arial", "Georgia")))
    data = write(AGREEMENT, replace(WORD_HOUSE, shells={"agreement": path}))
    assert "Georgia" in parts(data)["word/styles.xml"]


@pytest.mark.parametrize(
    ("part", "old", "new", "says"),
    [
        ("word/document.xml", "s75:body", "other", "no content control with the tag s75:body"),
        ("word/header1.xml", "{{ running }}", "{{ runing }}", "'runing' is undefined"),
        ("word/header1.xml", "{{ running }}", "{{ running.__class__.__mro__ }}", "unsafe"),
        ("word/_rels/document.xml.rels", "/numbering", "/other", "shell"),
    ],
)
def test_a_shell_that_cannot_be_used_is_refused_with_a_remedy(tmp_path, part, old, new, says):
    path = tmp_path / "broken.docx"
    path.write_bytes(changed(WORD_HOUSE.shells["agreement"].read_bytes(), part, lambda xml: xml.replace(old, new)))
    with pytest.raises(Refused, match=re.escape(says)):
        write(AGREEMENT, replace(WORD_HOUSE, shells={"agreement": path}))


@pytest.mark.parametrize("kind", ["agreement", "report"])
def test_a_fresh_shell_is_sound_and_always_the_same(kind):
    assert lint(make_shell(kind, Scheme())) == []
    assert make_shell(kind, Scheme()) == make_shell(kind, Scheme())


@pytest.mark.parametrize("kind", ["agreement", "report"])
def test_a_shell_shows_a_specimen_of_every_paragraph_style(kind):
    data = make_shell(kind, Scheme())
    found = {style for name in parts(data) if name.endswith(".xml") for style in re.findall(r'pStyle w:val="(\w+)"', parts(data)[name])}
    made = set(re.findall(r'w:type="paragraph"[^>]* w:styleId="(\w+)"', parts(data)["word/styles.xml"]))
    assert made - found <= {"Normal", "CommentText"}


@pytest.mark.parametrize(("house", "document"), [(WORD_HOUSE, AGREEMENT), (WORD_HOUSE, REPORT), (WORD_LANCASHIRE, LANCASHIRE_REPORT)])
def test_the_houses_shells_hold_every_style_and_list_level_of_a_fresh_one(house, document):
    kept = house.shells[document.kind].read_bytes()
    fresh = make_shell(document.kind, house.scheme)
    for name, pattern in (("word/styles.xml", r'w:styleId="(\w+)"'), ("word/numbering.xml", r'<w:pStyle w:val="(\w+)"/>')):
        assert set(re.findall(pattern, parts(fresh)[name])) <= set(re.findall(pattern, parts(kept)[name]))


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


@pytest.mark.libreoffice
@pytest.mark.skipif(not (shutil.which("soffice") and shutil.which("pdftotext")), reason="LibreOffice is not installed")
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
