"""The HTML writer: levels and numbers, references, drafting notes."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import block, headed, item, to, words
from pages import page_of, printed, terms
from reading import Page
from samples import AGREEMENT, HOUSE, LANCASHIRE_REPORT

from section75.document.house import ALPHA, House, Scheme
from section75.document.tree import Block, Note, Part, Strong, Text
from section75.writers import html

# ------------------------------------------------------------------ levels and numbers

FIVE_LEVELS = headed("clause", "Pooled Fund", item("one:", holds=(item("two:", holds=(item("three:", holds=(item("four"),)),)),)))


def test_the_class_of_a_paragraph_is_its_level_in_the_decimal_scheme():
    assert printed(page_of(terms(FIVE_LEVELS))) == [
        ("h2 c1", "1. Pooled Fund"),
        ("p l2 lead", "1.1 one:"),
        ("p l3 lead", "1.1.1 two:"),
        ("p l4 lead", "(a) three:"),
        ("p l5", "(i) four"),
    ]


def test_a_letter_straight_under_a_sub_clause_stands_nearer():
    assert printed(page_of(terms(FIVE_LEVELS), house=House("alpha", Scheme(clauses=ALPHA)))) == [
        ("h2 c1", "1. Pooled Fund"),
        ("p l2 lead", "1.1 one:"),
        ("p a3 lead", "(a) two:"),
        ("p a4 lead", "(i) three:"),
        ("p a5", "(A) four"),
    ]


def test_a_lead_in_and_its_first_two_and_last_two_items_stay_together():
    listed = tuple(item(word) for word in ("a", "b", "c", "d"))
    assert [kind for kind, _ in printed(page_of(terms(headed("clause", "List", item("lead", end=":", holds=listed)))))] == [
        "h2 c1",
        "p l2 lead",
        "p l3 first",
        "p l3",
        "p l3 penult",
        "p l3",
    ]


def test_sub_clauses_under_a_heading_may_part():
    clause = headed("clause", "No list", item("a"), item("b"), item("c"))
    assert [kind for kind, _ in printed(page_of(terms(clause)))] == ["h2 c1", "p l2", "p l2", "p l2"]


def test_closing_words_stand_where_the_lead_in_does():
    clause = headed("clause", "C", item("a:", holds=(item("b:", holds=(item("c"), block("closing", "d"))), block("closing", "e"))))
    assert printed(page_of(terms(clause)))[3:] == [("p l4", "(a) c"), ("p t3", "d"), ("p cont", "e")]


def test_definitions_are_paragraphs_with_the_term_bold_between_quotation_marks():
    page = html.page(AGREEMENT, HOUSE, screen=False)
    assert '<p class="def">“<b>Commencement Date</b>” means 1\u00a0April 2027.</p>' in page


def test_a_schedule_has_parts_and_paragraphs_that_begin_again():
    schedule = Part("schedule", heading=(Text("Governance"),), children=(
        words("Clause 1", role="reference"),
        headed("division", "Structure", headed("paragraph", "Boards", item("They:", holds=(item("meet"),)))),
    ))  # fmt: skip
    assert printed(page_of(schedule)) == [
        ("h2 sched", "Schedule 1: Governance"),
        ("p schedref", "Clause 1"),
        ("h3 part", "Part 1: Structure"),
        ("h3 p1", "1. Boards"),
        ("p l2 lead", "1.1 They:"),
        ("p a3", "(a) meet"),
    ]


def test_what_is_not_used_keeps_its_bold_number():
    clause = replace(headed("clause", "Not used", block("item", "Not used", end=".", role="not used")), role="not used")
    assert printed(page_of(terms(clause))) == [("h2 c1 notused", "1. Not used"), ("p l2 notused", "1.1 Not used.")]


def test_an_item_without_a_number_is_a_plain_paragraph():
    assert ">The Council and the NHS have pooled money since 2015.</p>" in html.page(LANCASHIRE_REPORT, HOUSE, screen=False)
    report = Page(html.page(LANCASHIRE_REPORT, HOUSE, screen=False))
    (paragraph,) = [found for found in report.named("p") if "since 2015" in found.words]
    assert paragraph.classes == set()


# ------------------------------------------------------------------ references


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("pooled", "clause 2"),
        ("host-duties", "clause 2.2"),
        ("annual-return", "clause 2.2.2(b)(i)"),
        ("recital-agreed", "recital (B)"),
        ("icb", "party (2)"),
        ("contributions", "Schedule 1"),
        ("split", "Table 1 of Schedule 1"),
        ("board", "Part 2 of Schedule 2"),
        ("duties-review", "paragraph 1.1(b) of Part 2 of Schedule 2"),
    ],
)
def test_a_reference_is_a_link_with_all_its_words_inside(name, link):
    found = Page(html.page(AGREEMENT, HOUSE, screen=False))
    links = [a.seen for a in found.named("a") if a.attributes["href"] == f"#{name}" and "nav" not in a.inside]
    assert link in links


def test_a_reference_to_nothing_is_plain_words():
    page = html.page(AGREEMENT, HOUSE, screen=False)
    assert "subject to a lost clause." in page


def test_a_reference_to_a_part_without_a_heading_is_plain_words():
    found = page_of(Part("body", id="all", children=(words("see ", to("all")),)))
    assert not found.named("a")


# ------------------------------------------------------------------ notes and blanks


def test_notes_are_numbered_through_the_document_and_follow_their_paragraph():
    clause = headed("clause", "C", item("one", Note("First."), ":", holds=(item("two"),)), item("three", Note("Second.")))
    assert printed(page_of(terms(clause)))[1:] == [
        ("p l2 lead", "1.1 one:"),
        ("p note lead", "Drafting note 1. First. Remove before signature."),
        ("p l3", "1.1.1 two"),
        ("p l2", "1.2 three"),
        ("p note", "Drafting note 2. Second. Remove before signature."),
    ]


def test_no_note_is_lost_wherever_it_stands():
    note = Note("Here.")
    content = (Text("words"), note)
    noted = (Block("cell", content=content),)
    blocks = (
        Block("section", heading=content, children=(Block("words", content=(Strong(content),)),)),
        Block("table", heading=content, children=(Block("row", role="body", children=noted * 2),)),
        Block("figure", heading=content),
        Block("execution", content=content, children=(Block("bullet", content=content),)),
        Block("recommendations", content=content),
        Block("box", children=(Block("lines", children=(Block("words", content=content),)),)),
    )
    parts = (
        Part("strip", children=(Block("words", content=content),)),
        Part("cover", children=blocks[:1]),
        Part("body", children=blocks),
    )
    assert len(page_of(*parts, house=HOUSE).of_class("note")) == 13


def test_every_paragraph_has_an_id_on_a_screen_and_only_what_is_linked_to_on_paper():
    body = Part("body", children=(words("one"), words("two ", to("three")), block("words", "three", name="three")))
    assert [element.attributes.get("id") for element in page_of(body, screen=True).named("p")] == ["p2", "p3", "three"]
    assert [element.attributes.get("id") for element in page_of(body).named("p")] == [None, None, "three"]


def test_a_number_in_the_walk_never_takes_the_id_of_a_block():
    body = Part("body", children=(words("one"), block("words", "two", name="p2")))
    assert [element.attributes["id"] for element in page_of(body, screen=True).named("p")] == ["p2-", "p2"]


def test_of_two_blocks_with_one_id_the_first_has_it():
    body = Part("body", children=(block("words", "one", name="a"), block("words", "two", name="a")))
    assert [element.attributes["id"] for element in page_of(body, screen=True).named("p")] == ["a", "p3"]
