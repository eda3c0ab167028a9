"""A redline as a page: every mark is told by words that are seen and words that are heard, and links lead to what stands."""

import re

import pytest
from pages import Page

from section75.comparison.redline import redline
from section75.comparison.showing import shown
from section75.document.house import House, Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Note, Part, Text
from section75.text.markup import read_document
from section75.writers import html

BARE = House("bare", Scheme())
FRONT = "---\nkind: agreement\ntitle: t\n---\n\n"


def drafted(text):
    return number(read_document(f"{FRONT}# Terms {{.operative}}\n\n{text}", "text.md"), BARE.scheme)


def page(old, new):
    return html.page(redline(drafted(old), drafted(new)), BARE, screen=True)


def seen(found):
    """Return a page as its reader sees it: words that went in [-…-], words that came in [+…+]."""
    marks = found.replace("<wbr>", "").replace("<del>", "[-").replace("</del>", "-]").replace("<ins>", "[+").replace("</ins>", "+]")
    marks = re.sub(r'<span class="vh">.*?</span>', "", marks.partition("<main")[2])
    return [re.sub(r"\s+", " ", re.sub("<[^>]*>", "", line)).strip() for line in marks.replace("\u00a0", " ").splitlines()[1:]]


CASES = {
    "what came and went, with its punctuation": (
        "## M {#m}\n\n1. Meet every quarter.\n2. Vote.\n3. Sit.",
        "## M {#m}\n\n1. Meet every quarter.\n2. Minutes must be kept by the Clerk:\n\n    1. at once; and\n    2. in full.",
        [
            "1. M",
            "1.1 Meet every quarter.",
            "1.2 [-Vote.-]",
            "1.3 [-Sit.-]",
            "1.2 [+Minutes must be kept by the Clerk:+]",
            "1.2.1 [+at once; and+]",
            "1.2.2 [+in full.+]",
        ],
    ),
    "a paragraph that was rewritten, with its punctuation": (
        "## M {#m}\n\n1. Vote.",
        "## M {#m}\n\n1. Minutes must be kept by the Clerk:\n\n    1. at once.",
        ["1. M", "1.1 [-Vote.-][+Minutes must be kept by the Clerk:+]", "1.1.1 [+at once.+]"],
    ),
    "a clause that went": (
        "## M {#m}\n\n1. Meet.\n\n## N {#n}\n\n1. Note.",
        "## M {#m}\n\n1. Meet.",
        ["1. M", "1.1 Meet.", "2. [-N-]", "2.1 [-Note.-]"],
    ),
    "what moved": (
        "## M {#m}\n\n1. Keep records of each payment for six years.\n2. Meet.\n3. Vote.",
        "## M {#m}\n\n1. Meet.\n2. Vote.\n3. Keep records of each payment for ten years.",
        [
            "1. M",
            "1.1 [Moved to clause 1.3] [-Keep records of each payment for six years.-]",
            "1.1 Meet.",
            "1.2 Vote.",
            "1.3 [Moved from clause 1.1] Keep records of each payment for [-six-][+ten+] years.",
        ],
    ),
    "the end of an item": (
        "## M {#m}\n\n1. Meet:\n\n    1. soon; and\n    2. often.",
        "## M {#m}\n\n1. Meet:\n\n    1. soon; or\n    2. often.",
        ["1. M", "1.1 Meet:", "1.1.1 soon[-; and-][+; or+]", "1.1.2 often."],
    ),
    "a row": (
        "## M {#m}\n\n| A | B |\n|---|---|\n| x | £1 |\n| y | £2 |\n| w | £2 |",
        "## M {#m}\n\n| A | B |\n|---|---|\n| x | £3 |\n| z | £4 |",
        ["1. M", "AB", "x[-£1-][+£3+]", "[-y-][-£2-]", "[-w-][-£2-]", "[+z+][+£4+]"],
    ),
}


@pytest.mark.parametrize(("old", "new", "lines"), CASES.values(), ids=CASES.keys())
def test_changes_are_seen_without_colour(old, new, lines):
    found = [line for line in seen(page(old, new)) if line]
    assert found[2:] == lines


def test_changed_paragraphs_bear_a_bar_and_moved_ones_a_dashed_one():
    old, new, _ = CASES["what moved"]
    bars = [(element.seen[:14], element.classes & {"chg", "mvd"}) for element in Page(page(old, new)).of_class("chg")]
    assert [marks for _, marks in bars] == [{"chg", "mvd"}] * 2


def test_links_lead_to_what_stands_and_what_is_gone_is_not_in_the_contents():
    old = "## M {#m}\n\n1. See [clause 2](#n).\n\n## N {#n}\n\n1. Note.\n\n## O {#o}\n\n1. Old."
    new = "## N {#n}\n\n1. Note.\n\n## M {#m}\n\n1. See [clause 1](#n)."
    found = Page(page(old, new))
    assert found.by_id("n").words.count("N") == 1
    assert not [element for element in found.of_class("chg") if element.attributes.get("id") == "o"]


def test_a_picture_known_by_its_name_only_is_told_by_its_words():
    def drawn(picture):
        return Document("agreement", "t", (Part("body", children=(Block("figure", (Text("Who reports"),), picture=picture),)),))

    found = html.page(redline(drawn("bb56abdb409c4411"), drawn("<svg>new</svg>")), BARE, screen=False)
    assert "<del>" in found
    assert found.count("<img") == 1


def test_notes_are_no_words_of_a_redline():
    def noted(*notes):
        return Document("agreement", "t", (Part("body", children=(Block("words", (Text("Pay"), *notes)),)),))

    found = html.page(redline(noted(Note("gone")), noted(Note("come"))), BARE, screen=False)
    assert "gone" not in found
    assert "<ins>" not in found
    assert "come" in found


def test_what_is_no_redline_is_shown_as_it_is():
    document = drafted("## M {#m}\n\n1. Meet.")
    assert shown(document) is document
