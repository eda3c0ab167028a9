"""What a PDF says to those who do not see it: whole samples, wherever a page ends, and that each fault would be found."""

from __future__ import annotations

import io
from functools import cache

import pytest

pytest.importorskip("pikepdf", reason="pikepdf is not installed (requirements-dev.lock)")

import pikepdf
from building import HOUSE, block, bold, row, said, table, words
from pdf_faults import faults
from samples import AGREEMENT, WRITTEN
from tagged_pdf import Link, Tagged

from section75.document.numbering import number
from section75.document.tree import Document, Part
from section75.writers import html, pdf


@cache
def sample() -> bytes:
    return pdf.write(AGREEMENT, HOUSE)


@cache
def page() -> str:
    return html.page(AGREEMENT, HOUSE, screen=False)


def of(*blocks):
    return number(Document("agreement", "t", (Part("execution", said("Execution"), blocks),)), HOUSE.scheme)


def judged(document, house=HOUSE):
    return faults(pdf.write(document, house), html.page(document, house, screen=False))


@pytest.mark.parametrize(("document", "house"), WRITTEN)
def test_the_samples_have_no_fault(document, house):
    assert judged(document, house) == []


@pytest.mark.parametrize("lines", [23, 28, 29])
def test_a_block_to_sign_that_goes_to_the_next_page_is_printed_there_once(lines):
    held = (block("bullet", "Authorised signatory"), block("bullet", "Name and post"))
    who = " by affixing the common seal of the Council in the presence of its officers and of all who came:"
    sign = block("execution", bold("Executed as a deed"), who, holds=held)
    assert judged(of(*(words(f"Line {number}.") for number in range(lines)), sign, sign)) == []


def test_a_table_over_two_pages_has_its_headings_on_both():
    long = table("Sums", row("Partner", "2027/28", role="header"), *(row(f"Council {n}", f"£{n}") for n in range(60)), widths="60 0>")
    data = pdf.write(of(long), HOUSE)
    assert len(Tagged(data).root.named("THead")) > 1
    assert judged(of(long)) == []


def test_a_line_of_the_contents_is_one_link_that_says_its_words_and_the_number_of_the_page():
    line = Tagged(sample()).root.named("Link")[0]
    assert line.words == "Definitions and interpretation3"
    assert [one.contents for one in line.holds if isinstance(one, Link)] == ["Definitions and interpretation"] * 2
    assert not line.named("Link")[1:]


def test_heads_and_feet_of_pages_and_leaders_are_decoration():
    assert Tagged(sample()).untagged == []
    assert "Page 2 of" not in Tagged(sample()).root.words


# ------------------------------------------------------------------ each fault would be found


def without(key):
    def damage(opened):
        del opened.Root[key]

    return damage


def elements(opened, role):
    return [one for one in opened.objects if isinstance(one, pikepdf.Dictionary) and one.get("/S") == role]


def every(role, change):
    def damage(opened):
        for one in elements(opened, role):
            change(one)

    return damage


def in_another_order(opened):
    held = elements(opened, "/Part")[-1].K
    held[0], held[1] = held[1], held[0]


def silent_links(opened):
    for page in opened.pages:
        for one in page.get("/Annots", []):
            one.Contents = pikepdf.String("p17")


def another_tab_order(opened):
    opened.pages[1].Tabs = pikepdf.Name("/R")


def bookmarks_to_the_first_page(opened):
    with opened.open_outline() as outline:
        for one in outline.root[0].children:
            one.destination = pikepdf.make_page_destination(opened, 0)


def a_font_outside(opened):
    for one in opened.objects:
        if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
            del one["/FontFile2"]


def another_font(opened):
    for one in opened.objects:
        if isinstance(one, pikepdf.Dictionary) and "/FontFile2" in one:
            one.FontName = pikepdf.Name("/ABCDEF+DejaVu-Sans")


DAMAGE = {
    "no language": (without("/Lang"), "the language is not en-GB"),
    "the name of the file as title": (without("/ViewerPreferences"), "would show the name of the file"),
    "no title": (lambda opened: opened.docinfo.__delitem__("/Title"), "the title is"),
    "no mark that it is tagged": (without("/MarkInfo"), "not marked as tagged"),
    "another order of tabs": (another_tab_order, "page 2 is not walked in the order of its tags"),
    "another order of tags": (in_another_order, "is due"),
    "words left out of the tags": (every("/H3", lambda one: one.__setitem__("/K", pikepdf.Array())), "is due"),
    "a heading two levels down": (every("/H2", lambda one: one.__setitem__("/S", pikepdf.Name("/H4"))), "skips a level"),
    "bookmarks to another page": (bookmarks_to_the_first_page, "leads to another page"),
    "a heading that heads nothing": (every("/TH", lambda one: one.A.__delitem__("/Scope")), "does not say what it heads"),
    "a cell without headings": (every("/TD", lambda one: one.A.__delitem__("/Headers")), "that names no heading"),
    "no headings of tables": (every("/TH", lambda one: one.__setitem__("/S", pikepdf.Name("/TD"))), "has no headings"),
    "rows of different length": (every("/THead", lambda one: one.K[0].K.__delitem__(0)), "rows of different length"),
    "links that say their address": (silent_links, "says “p17” of itself"),
    "a picture without words": (every("/Figure", lambda one: one.__delitem__("/Alt")), "the pictures are told as"),
    "a font that is not in the file": (a_font_outside, "is not in the file"),
    "another font": (another_font, "it is printed in DejaVu-Sans"),
}


@pytest.mark.parametrize("name", sorted(DAMAGE))
def test_our_checks_name(name):
    change, says = DAMAGE[name]
    opened = pikepdf.open(io.BytesIO(sample()))
    change(opened)
    written = io.BytesIO()
    opened.save(written)
    found = faults(written.getvalue(), page())
    assert any(says in fault for fault in found), found
