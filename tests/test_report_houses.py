"""Reports in the houses that number sub-sections, leave headings without numbers, or put lists beside labels."""

from pathlib import Path

import pytest
from building import headed, item
from word_reading import styled

from section75.document.house import House, Scheme
from section75.document.numbering import number
from section75.document.rows import table
from section75.document.tree import Block, Document, Part, Text
from section75.project import Project
from section75.text.markup import read_blocks, read_document
from section75.writers.docx import write as write_word
from section75.writers.docx.shell import make_shell
from section75.writers.markdown import write as write_markdown

ROOT = Path(__file__).parent.parent
THREE = Scheme(sections=("1.", "1.1"), section_items=("1.1.1", "a)", "(i)"), recommendations=("(a)", "(i)"))
ROWS = """::: rows {24 76}

# Scope

- services

# Objectives

Ten are expected:

1. analyse;
2. recommend.

:::
"""


def report(*children):
    return number(Document("report", "T", (Part("body", children=children),)), THREE)


def labels(block):
    return [block.number, *(label for child in block.children for label in labels(child))]


def test_numbers_have_as_many_parts_as_there_are_headings_above():
    found = report(headed("section", "One", item("a", holds=(item("b"),))), headed("section", "Two", headed("section", "In it", item("c"))))
    assert [labels(child) for child in found.parts[0].children] == [["1.", "1.1", "a)"], ["2.", "2.1", "2.1.1"]]


def test_a_heading_without_number_is_not_counted_and_its_lists_are_plain():
    found = report(headed("section", "One", item("a")), headed("section", "Papers", item("b"), role="unnumbered"), headed("section", "Two"))
    assert [labels(child) for child in found.parts[0].children] == [["1.", "1.1"], ["", "1."], ["2."]]


def test_rows_are_a_key_table_with_lists_in_its_cells():
    (found,) = read_blocks(ROWS, "x.md", ()).blocks
    assert (found.kind, found.role, [column.width for column in found.columns]) == ("table", "key", [24, 76])
    assert [row.children[0].content for row in found.children] == [(Text("Scope"),), (Text("Objectives"),)]
    assert [[child.kind for child in row.children[1].children] for row in found.children] == [["bullet"], ["item", "item"]]
    assert found.children[1].children[1].content == (Text("Ten are expected:"),)


@pytest.mark.parametrize(
    ("source", "message"),
    [
        ("::: rows\n\nwords\n\n:::\n", "Something in these rows stands beside no heading."),
        ("::: rows {30}\n\n# A\n\nwords\n\n:::\n", "The widths do not fit: rows have two columns."),
    ],
)
def test_rows_that_are_no_rows_are_refused(source, message):
    assert [problem.message for problem in read_blocks(source, "x.md", ()).problems] == [message]


def test_a_table_with_lists_in_its_cells_comes_back_from_markdown():
    scope = headed("section", "Scope", item("a", end=";"), item("b", end="."))
    rows = table((scope, headed("section", "To:", Block("words", (Text("Cabinet"),)))))
    document = report(headed("section", "Appendix", rows, role="unnumbered"))
    house = House("x", THREE)
    written = write_markdown(document, house)
    assert write_markdown(read_document(written.decode(), "x.md"), house) == written


def test_word_counts_paragraphs_of_sections_with_and_without_sub_sections(tmp_path):
    shell = tmp_path / "shell.docx"
    shell.write_bytes(make_shell("report", THREE))
    document = report(headed("section", "One", item("a")), headed("section", "Two", headed("section", "In it", item("c"))))
    found = styled(write_word(document, House("x", THREE, {"report": shell, "agreement": shell})))
    assert ("ReportPara1", "a") in found
    assert ("ReportPara", "c") in found


@pytest.mark.parametrize(
    ("name", "paper", "wanted"),
    [
        ("cambridgeshire-older-people-occupational-therapy", "reports/2012-04-17-cabinet", ["1.", "2.", "3.", "4.", "5."]),
        ("warwickshire-cwpt-mental-health", "reports/2018-02-15-cabinet", ["", "1.0", "2.0", "3.0", "", ""]),
    ],
)
def test_the_sections_of_a_report_are_numbered_as_its_council_numbers_them(name, paper, wanted):
    document = Project(ROOT).read(name).draft(paper).drafted.document
    sections = [block for part in document.parts for block in part.children if block.kind == "section" and block.role != "title"]
    assert [section.number for section in sections] == wanted


def test_recommendations_stand_in_the_last_row_of_the_front_where_the_house_says_so():
    draft = Project(ROOT).read("cambridgeshire-older-people-occupational-therapy").draft("reports/2012-04-17-cabinet")
    (front,) = [block for part in draft.drafted.document.parts for block in part.children if block.role == "title"]
    last = front.children[0].children[-1]
    assert last.children[0].content == (Text("Recommendation:"),)
    assert [block.number for block in last.children[1].children[0].children] == ["(a)", "(b)", "(c)"]
