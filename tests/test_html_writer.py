"""The HTML writer: every word, headings, links, and that nothing can be anything but words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pages import BARE
from reading import Page, squeezed
from samples import AGREEMENT, HOSTILE, HOUSE, WRITTEN

from section75.document.tree import Block, Document, Part, Text, plain
from section75.writers import html
from section75.writers.html.kinds import KINDS
from section75.writers.html.sheets import literal


def walk(document: Document):
    def inside(block):
        yield block
        for child in block.children:
            yield from inside(child)

    for part in document.parts:
        for child in part.children:
            yield from inside(child)


# ------------------------------------------------------------------ all samples


def own_words(block: Block) -> str:
    """Return what a block prints besides its children."""
    match block.kind:
        case "section" if block.role == "title":
            return plain(block.heading)
        case "division" | "table":
            return f"{block.number}: {plain(block.heading)}" if block.heading else ""
        case "figure":
            return f"{block.number}: {plain(block.heading)}"
        case _:
            return f"{block.number} {plain(block.heading)}{plain(block.content)}{block.end}"


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_every_number_and_every_word_of_the_tree_is_printed_in_order(document, house):
    text = Page(html.page(document, house, screen=False)).text
    at = 0
    for found in walk(document):
        at = text.find(squeezed(own_words(found)), at)
        assert at >= 0, own_words(found)


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_there_is_one_first_heading_and_no_level_is_skipped(document, house):
    levels = [
        int(heading.name[1]) for heading in Page(html.page(document, house, screen=True)).elements if re.fullmatch("h[1-6]", heading.name)
    ]
    assert levels.count(1) == 1
    assert all(deeper <= level + 1 for level, deeper in zip([0, *levels], levels, strict=False))


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_ids_are_unique_and_every_link_leads_to_one(document, house):
    found = Page(html.page(document, house, screen=True))
    ids = [element.attributes["id"] for element in found.elements if "id" in element.attributes]
    links = [link.attributes["href"] for link in found.named("a")]
    assert sorted(ids) == sorted(set(ids))
    assert links
    assert {link.removeprefix("#") for link in links} <= set(ids)


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_the_page_stands_alone_and_fetches_nothing(document, house):
    page = html.write(document, house).decode()
    found = Page(page)
    assert not {element.name for element in found.elements} & {"script", "link", "iframe", "object", "embed", "svg", "base", "form"}
    assert not [name for element in found.elements for name in element.attributes if name.startswith("on")]
    assert all((image.attributes["src"] or "").startswith("data:image/svg+xml;base64,") for image in found.named("img"))
    assert all((image.attributes["alt"] or "").strip() for image in found.named("img"))
    assert "url(" not in page.replace("attr(href url)", "")
    assert "@import" not in page


def test_the_samples_hold_every_kind_of_block():
    kinds = {found.kind for document, _ in WRITTEN for found in walk(document)}
    assert kinds == {*KINDS, "row", "cell"}


def test_the_same_document_gives_the_same_bytes():
    assert html.write(AGREEMENT, HOUSE) == html.write(AGREEMENT, HOUSE)


# ------------------------------------------------------------------ words stay words


def test_hostile_words_are_printed_as_they_are_in_every_place():
    found = Page(html.write(AGREEMENT, HOUSE).decode())
    assert found.by_id("hostile").seen == f"1.2 A reference to a clause is to a clause of this agreement. {HOSTILE}"
    assert found.named("title")[0].words == f"Partnership agreement {HOSTILE}"
    assert f"[● {HOSTILE}]" in [mark.seen for mark in found.of_class("blank")]
    assert HOSTILE in [cell.seen for cell in found.named("th")]
    assert f"Drafting note 2. Guidance: keep it. {HOSTILE} Remove before signature." in [note.seen for note in found.of_class("note")]
    assert not found.named("script")
    assert len(found.named("style")) == 1


@given(st.text(st.characters(exclude_categories=["Cc", "Cs"]), max_size=30))
def test_whatever_a_fact_says_the_page_says_no_more_and_no_less(fact):
    content = (Text(fact),)
    document = Document(
        "agreement",
        fact,
        (Part("body", heading=content, children=(Block("words", content=content), Block("figure", content=content))),),
        running=fact,
        author=fact,
    )
    found = Page(html.page(document, BARE, screen=False))
    assert found.named("title")[0].words == fact
    assert found.named("h2")[0].seen == squeezed(fact)
    assert found.named("p")[0].seen == squeezed(fact)
    assert found.named("img")[0].attributes["alt"] == fact
    assert len(found.named("style")) == 1


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=30))
def test_a_literal_of_a_style_sheet_says_the_words_and_cannot_be_left(words):
    written = literal(words)
    assert re.fullmatch(r'"[^"<>\n\r\f\0]*"', written)
    assert re.sub(r"\\([0-9a-f]+) ", lambda code: chr(int(code[1], 16)), written[1:-1]) == words


def test_header_and_footer_hold_the_short_title_the_state_and_the_reference():
    document = Document("agreement", "A", (), running='Say "so"', state="Draft 3", reference="NCC/LS\\42")
    styles = Page(html.page(document, BARE, screen=False)).named("style")[0].words.strip()
    assert styles == (
        '@page{@top-left{content:"Say \\22 so\\22 " "\\a "string(in-force,start)}'
        '@top-right{content:"Draft 3"}@bottom-left{content:"NCC/LS\\5c 42"}}'
    )
