"""The Word writer: every document, and what stands inside its paragraphs."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest
from building import HOSTILE, headed, item, words
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from word_reading import paragraph, parts, root, styled, value
from word_reading import words as words_of
from word_sample import AGREEMENT, DOCUMENTS, WORD_HOUSE, one_part

from section75.document.numbering import number
from section75.document.tree import Block, Document, Inserted, Note, Part, Text, plain
from section75.document.typography import FIXED_SPACE, bind
from section75.writers.docx import write
from section75.writers.docx.lint import lint
from section75.writers.docx.package import repacked
from section75.writers.docx.xml import tag

BUILT = {name: write(document, house) for name, (document, house) in DOCUMENTS.items()}
NAMES = sorted(BUILT)
BODY = parts(BUILT["agreement"])["word/document.xml"]


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
            assert all(re.fullmatch(r"_s75_\d+[nw]?_\w*", mark) and len(mark) <= 40 for mark in names)


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


@pytest.mark.thorough
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


@pytest.mark.thorough
@settings(max_examples=10, deadline=None)
@given(st.text(max_size=60), st.text(max_size=20))
def test_any_words_make_a_sound_file(some, term):
    document = number(one_part(headed("clause", some, item(Text(some), Inserted((Text(term),)), end="."))), WORD_HOUSE.scheme)
    assert lint(write(replace(document, title="T", running=some, state=term), WORD_HOUSE)) == []


# ------------------------------------------------------------------ words that must not part


@pytest.mark.parametrize(
    ("said", "bound"),
    [
        ("on 31 March 2027", "on 31_March 2027"),
        ("clause 4.1 and Schedules 2 and 3", "clause_4.1 and Schedules_2 and 3"),
        ("recital (B) of Part II, Appendix 'A'", "recital_(B) of Part_II, Appendix_'A'"),
        ("Standing Order No. 25 and SI 2000/617", "Standing Order No._25 and SI_2000/617"),
        ("£24.9 million", "£24.9_million"),
        ("the part of 3 people", "the part of 3 people"),
        ("May 5 and the party we know", "May 5 and the party we know"),
    ],
)
def test_numbers_stay_with_what_they_number(said, bound):
    assert bind(said) == bound.replace("_", FIXED_SPACE)


@given(st.text(alphabet=st.sampled_from("clause Part 12.()A£ May"), max_size=40))
def test_binding_twice_changes_nothing_and_no_sign_is_lost(said):
    assert bind(bind(said)) == bind(said)
    assert bind(said).replace(FIXED_SPACE, " ") == said
