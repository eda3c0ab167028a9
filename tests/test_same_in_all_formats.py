"""The same words, numbers and cross-references stand in Word, PDF, HTML and Markdown.

Every paragraph is looked for in its order, with its number before it; white space does not count, since lines break anywhere.
"""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader
from random_documents import normal_content
from reading import Page, solid
from whole import LANCASHIRE, PAPERS, drafted, paragraphs, printed
from word_reading import as_libreoffice_prints, fields, root, without_stored_results, words

from section75.document.index import flat, walk
from section75.document.numbering import number
from section75.document.references import targets
from section75.document.tree import Reference, plain
from section75.text.markup import read_document
from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.document.tree import Document

of_every_paper = pytest.mark.parametrize("paper", PAPERS)


def document_of(paper: str) -> Document:
    return drafted(LANCASHIRE, paper).drafted.document


def not_in_order(said: Iterable[str], text: str) -> list[str]:
    """Return what is not found in a text after what was found before it."""
    text, start, lost = solid(text), 0, []
    for one in map(solid, said):
        found = text.find(one, start)
        if found < 0:
            lost.append(one)
        start = max(start, found + len(one))
    return lost


def cells(document: Document) -> list[str]:
    return [f"{plain(block.content)}{block.end}" for _, block, _ in walk(document) if block and block.kind == "cell"]


# ------------------------------------------------------------------ what the text of each format is


@cache
def html_text(paper: str) -> str:
    return Page(printed(LANCASHIRE, paper, "html").decode()).text


@cache
def pdf_text(paper: str) -> str:
    """Return the words of a PDF without the lines that hold only what stands on every page.

    The head and the foot come last on each, and begin with the short title; beneath it stands the clause in force.
    """
    document = document_of(paper)
    furniture = "|".join(re.escape(one) for one in (document.running, document.state, document.reference, "DRAFT") if one)
    every_page = re.compile(rf"(?:\s|{furniture}|Page \d+ of \d+)*")
    pages = PdfReader(BytesIO(printed(LANCASHIRE, paper, "pdf"))).pages
    head = f"\n{document.running}\n"
    texts = (before if sep else page for page in (one.extract_text() for one in pages) for before, sep, _ in (page.rpartition(head),))
    return "\n".join(line for text in texts for line in text.splitlines() if not every_page.fullmatch(line))


@cache
def word_text(paper: str) -> str:
    """Return the words stored in a Word file, in which numbers of lists are not stored but those in references are."""
    return "\n".join(words(one) for one in root(printed(LANCASHIRE, paper, "docx")).iter(tag("p")))


# ------------------------------------------------------------------ the tests


def test_there_is_enough_to_look_for():
    counts = [sum(bool(one.number) for one in paragraphs(document_of(paper))) for paper in PAPERS]
    assert counts[0] > 1000
    assert counts[1] >= 4


@pytest.mark.thorough
@of_every_paper
@pytest.mark.parametrize("text", [html_text, pdf_text])
def test_every_paragraph_stands_with_its_number_and_references_in_its_place(paper, text):
    assert not_in_order([one.seen for one in paragraphs(document_of(paper))], text(paper)) == []


@of_every_paper
@pytest.mark.parametrize("text", [html_text, pdf_text, word_text])
def test_every_cell_of_a_table_stands_in_its_place(paper, text):
    assert not_in_order(cells(document_of(paper)), text(paper)) == []


@of_every_paper
def test_word_stores_every_paragraph_with_its_references(paper):
    assert not_in_order([one.words for one in paragraphs(document_of(paper))], word_text(paper)) == []


@of_every_paper
def test_every_reference_to_a_number_is_a_live_field_in_word(paper):
    document = document_of(paper)
    known = targets(document)
    contents = [(*(block or part).heading, *(block.content if block else ())) for part, block, _ in walk(document)]
    inlines = [inline for content in contents for inline in flat(content)]
    asked = [one for one in inlines if isinstance(one, Reference) and known[one.target].node.number]
    live = [one for one in fields(root(printed(LANCASHIRE, paper, "docx"))) if one.startswith("REF ")]
    assert len(live) >= len(asked)


@pytest.mark.thorough
@pytest.mark.libreoffice
def test_libreoffice_counts_the_same_numbers_and_works_out_the_same_references(tmp_path):
    files = {paper.replace("/", "-"): without_stored_results(printed(LANCASHIRE, paper, "docx")) for paper in PAPERS}
    texts = as_libreoffice_prints(files, tmp_path)
    for paper, text in zip(PAPERS, texts.values(), strict=True):
        asked = [one.seen for one in paragraphs(document_of(paper)) if one.part != "execution" and (one.number or one.refers)]
        assert not_in_order(asked, text) == []


@of_every_paper
def test_markdown_reads_back_as_the_same_paragraphs_numbers_and_references(paper):
    made = drafted(LANCASHIRE, paper)
    text = printed(LANCASHIRE, paper, "md").decode()
    read = read_document(text, "record.md")
    asked = list(paragraphs(made.drafted.document))
    assert [one.words for one in paragraphs(read)] == [one.words for one in asked]
    assert list(paragraphs(number(read, made.house.scheme))) == asked


@of_every_paper
def test_markdown_keeps_every_mark_inside_a_paragraph(paper):
    made = drafted(LANCASHIRE, paper)
    read = number(read_document(printed(LANCASHIRE, paper, "md").decode(), "record.md"), made.house.scheme)
    pairs = zip(walk(made.drafted.document), walk(read), strict=True)
    for (part, block, _), (read_part, read_block, _) in pairs:
        one, other = block or part, read_block or read_part
        assert normal_content(other.heading) == normal_content(one.heading)
        assert one.number == other.number
        assert one.id == other.id
        if block and read_block:
            assert normal_content(read_block.content) == normal_content(block.content)
