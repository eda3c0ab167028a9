"""Where the pages of a PDF break: what is kept whole, what stands with what, and what may be split."""

from __future__ import annotations

from io import BytesIO

import pytest
from building import bold, headed, row, table, words
from pypdf import PdfReader
from samples import HOUSE

from section75.document.numbering import number
from section75.document.tree import Block, Document, Note, Part, Text
from section75.writers import pdf

PARTIES = ("County", "District", "Board")


def pages(*parts: Part) -> list[str]:
    document = number(Document("agreement", "T", parts), HOUSE.scheme)
    return [page.extract_text() for page in PdfReader(BytesIO(pdf.write(document, HOUSE))).pages]


def filling(count: int) -> tuple[Block, ...]:
    """Return short paragraphs: 31 of them fill a page."""
    return tuple(words(f"Line {ordinal}.") for ordinal in range(count))


def to_sign(party: str) -> Block:
    lines = tuple(Block("bullet", content=(Text(f"{line} of the {party}"),)) for line in ("Signatory", "Name", "Seal number"))
    return Block(
        "execution",
        content=(bold("Executed as a deed"), Text(f" by affixing the common seal of the {party} Council in the presence of:")),
        children=lines,
    )


@pytest.mark.thorough
@pytest.mark.parametrize("above", [12, 22, 26, 30])
def test_a_block_to_sign_is_whole_on_one_page_and_says_nothing_twice(above):
    found = pages(Part("execution", children=filling(above) + tuple(map(to_sign, PARTIES))))
    for party in PARTIES:
        told = (f"seal of the {party} Council", f"Signatory of the {party}", f"Seal number of the {party}")
        counts = [[text.replace("\n", " ").count(words) for words in told] for text in found]
        assert [count for count in counts if any(count)] == [[1, 1, 1]], party


@pytest.mark.parametrize("above", [25, 26, 27, 28, 29])
def test_words_before_a_table_stand_on_its_page(above):
    sums = table("", row("Partner", "Sum", role="header"), *(row(f"Partner {ordinal}", "£1") for ordinal in range(15)))
    found = pages(Part("operative", children=(*filling(above), words("The table shows the sums."), sums)))
    (said,) = [text for text in found if "The table shows" in text]
    assert "Partner 1" in said


@pytest.mark.parametrize("rows", [31, 32, 33])
def test_the_last_row_of_a_long_table_is_not_alone_on_a_page(rows):
    sums = table("", row("Partner", "Sum", role="header"), *(row(f"Partner {ordinal}", "£1") for ordinal in range(rows)))
    last = pages(Part("operative", children=(sums,)))[-1]
    assert last.count("£1") != 1


def test_a_long_drafting_note_is_split_so_that_its_heading_need_not_leave_the_page():
    heading = (Text("Money"), Note("A note of many words, which guides whoever drafts. " * 30))
    clause = Block("clause", heading=heading, children=(words("Each partner pays."),))
    found = pages(Part("operative", children=(*filling(24), clause)))
    assert len(found) == 2
    assert "Money" in found[0]
    assert "Drafting note 1" in found[0]
    assert "Remove before signature" in found[1]


@pytest.mark.thorough
def test_contents_do_not_run_on_for_a_line_or_two():
    clauses = 39
    cover = Part("cover", children=(headed("section", "Agreement", role="title"),))
    terms = Part("operative", children=tuple(headed("clause", f"Clause of {ordinal}", words("Words.")) for ordinal in range(clauses)))
    listed = [text.count(" ....") for text in pages(cover, terms) if " ...." in text]
    assert sum(listed) == clauses
    assert len(listed) == 1 or listed[-1] >= 5
