"""The Word writer: tables and frames, and the shell that dresses them."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import headed, row, table, words
from hypothesis import given
from hypothesis import strategies as st
from word_reading import changed, fields, parts, root, styled, value
from word_reading import words as words_of
from word_sample import AGREEMENT, DOCUMENTS, LANCASHIRE_REPORT, REPORT, SIGNED, WORD_HOUSE, WORD_LANCASHIRE, one_part

from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part, Text
from section75.problems import Refused
from section75.writers.docx import write
from section75.writers.docx.lint import lint
from section75.writers.docx.shell import make_shell
from section75.writers.docx.tables import shared
from section75.writers.docx.xml import tag

BUILT = {name: write(document, house) for name, (document, house) in DOCUMENTS.items()}


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


@pytest.mark.parametrize("order", [("aside", "lines"), ("lines", "lines", "aside"), ("aside", "words"), ("aside", "aside", "lines")])
def test_front_lines_lose_no_words_in_any_order(order):
    blocks = [Block(kind, children=(words(f"word {place}"),)) for place, kind in enumerate(order)]
    data = write(Document("report", "T", (Part("body", children=tuple(blocks)),)), WORD_HOUSE)
    assert sorted(said for _, said in styled(data) if said) == sorted(f"word {place}" for place in range(len(order)))


def test_a_box_may_part_from_the_heading_at_its_top():
    box = Block("box", children=(headed("section", "Summary", words("Words.")), headed("section", "More", words("Words."))))
    data = write(Document("report", "T", (Part("body", children=(box,)),)), WORD_HOUSE)
    kept = [value(one, "pPr/keepNext") for one in root(data).iter(tag("p")) if words_of(one) in ("Summary", "More")]
    assert kept == ["0", None]


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


def heads(data: bytes) -> list[tuple[str, str, list[str]]]:
    """Return of each section where it begins, its first words, and the fields at the head of its pages."""
    body, rels = root(data)[0], root(data, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): f"word/{one.get('Target')}" for one in rels}
    found, first = [], ""
    for element in body:
        first = first or words_of(element)
        section = element if element.tag == tag("sectPr") else element.find(f"{tag('pPr')}/{tag('sectPr')}")
        if section is not None:
            (head,) = [one for one in section.iter(tag("headerReference")) if one.get(tag("type")) == "default"]
            (key,) = [key for name, key in head.items() if name.endswith("}id")]
            found.append((value(section, "type") or "new page", first, fields(root(data, targets[key]))))
            first = ""
    return found


CLAUSE_IN_FORCE = [r"STYLEREF 1 \n", "STYLEREF 1"]
SCHEDULE_IN_FORCE = [r'STYLEREF "Schedule Heading" \n', 'STYLEREF "Schedule Heading"']


def test_word_names_the_clause_or_schedule_in_force_at_the_head_of_each_page():
    assert heads(BUILT["agreement"]) == [
        ("new page", "Dated [● date]", []),
        ("continuous", "Agreed terms", CLAUSE_IN_FORCE),
        ("continuous", ": Money", SCHEDULE_IN_FORCE),
        ("continuous", "Execution", []),
    ]


def test_what_does_not_know_the_field_shows_nothing():
    for name in ("word/header3.xml", "word/header4.xml"):
        head = root(BUILT["agreement"], name)
        assert words_of(head[1]).strip() == ""


def test_a_shell_that_keeps_one_section_gives_one(tmp_path):
    path = tmp_path / "one.docx"
    shell = WORD_HOUSE.shells["agreement"].read_bytes()
    control = r'<w:sdt><w:sdtPr><w:alias w:val="Sections"/>.*?</w:sdt>'
    path.write_bytes(changed(shell, "word/document.xml", lambda xml: re.sub(control, "", xml)))
    data = write(AGREEMENT, replace(WORD_HOUSE, shells={"agreement": path}))
    assert len(heads(data)) == 1
    assert lint(data) == []


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
        ("word/header1.xml", "{{ running }}", "{{ running.__class__.__mro__ }}", "prints names and chooses by them"),
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
