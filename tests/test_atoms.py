"""Atoms and settling: what a comparison cuts, what it never cuts, and what comes of a redline on either side."""

import pytest
from hypothesis import HealthCheck, given, settings
from random_documents import contents, documents

from section75.comparison.atoms import atoms, is_word, joined, key, phrases, spelt
from section75.comparison.settling import settle
from section75.document.tree import (
    Blank,
    Block,
    Both,
    Definition,
    Deleted,
    Document,
    Inserted,
    Note,
    Part,
    Reference,
    Strong,
    Text,
)

RANDOM = settings(deadline=None, max_examples=100, suppress_health_check=list(HealthCheck))


def cut(words, kept=frozenset()):
    """Return words with a bar between their atoms."""
    return "|".join(atom.words for atom in atoms((Text(words),), frozenset(kept)))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("pay £1,250,000.50, now", "pay| |£1,250,000.50|,| |now"),
        ("12.5% of it.", "12.5%| |of| |it|."),
        ("in 2027/28 and 1.4.2027.", "in| |2027/28| |and| |1.4.2027|."),
        ("clause 14A(2)", "clause| |14A|(|2|)"),
        ("the 31st of May at 12:30", "the| |31st| |of| |May| |at| |12:30"),
        ("the Partners’ and the Council’s", "the| |Partners’| |and| |the| |Council’s"),
        ("‘Fund’ (a)", "‘|Fund|’| |(|a|)"),
        ("non-recurrent; and", "non|-|recurrent|;| |and"),
        ("SI 2000/617", "SI| |2000/617"),
        ("by 30 June 2027, or 1 May", "by| |30 June 2027|,| |or| |1| |May"),
    ],
)
def test_words_are_cut_at_words_signs_and_whole_figures(words, expected):
    assert cut(words) == expected


def test_what_a_fact_printed_stays_whole():
    fact = Text("Kent County Council", "partners.council.name")
    assert atoms((Text("by "), fact, Text(" only"))) == (Text("by"), Text(" "), fact, Text(" "), Text("only"))


def test_the_words_of_a_fact_of_the_other_text_stay_whole_where_they_are_whole_words():
    assert phrases((Text("by "), Text("Kent Council", "name"), Strong((Text("£5", "sum"),)))) == {"Kent Council"}
    assert cut("Kent Council or Kent Councils", {"Kent Council"}) == "Kent Council| |or| |Kent| |Councils"
    assert cut("the Kent Council Trust", {"Kent Council", "Kent Council Trust"}) == "the| |Kent Council Trust"


def test_bold_words_are_bold_one_by_one():
    assert atoms((Strong((Text("a b"),)),)) == (Strong((Text("a"),)), Strong((Text(" "),)), Strong((Text("b"),)))


def test_of_a_redline_only_its_newer_words_are_cut():
    content = (
        Deleted((Text("a"),)),
        Inserted((Text("b c"),)),
        Both(Text("x", "old"), Text("x", "new")),
        Reference("t", "clause 2", "clause 1"),
    )
    assert atoms(content) == (Text("b"), Text(" "), Text("c"), Text("x", "new"), Reference("t", "clause 2"))


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        (Text("£5", "funds.a"), Text("£5"), True),
        (Reference("fund", "clause 9"), Reference("fund", "clause 10"), True),
        (Reference("fund", "clause 9"), Reference("other", "clause 9"), False),
        (Reference("fund", ""), Reference("fund", "clause 9"), False),
        (Blank("the sum", "a"), Blank("the sum", "b"), True),
        (Strong((Text("a"),)), Text("a"), False),
        (Definition((Text("a"),)), Strong((Text("a"),)), False),
        (Note("why?"), Text("why?"), False),
        (Text("the"), Text("The"), False),
    ],
)
def test_atoms_are_the_same_by_what_they_say_and_where_they_lead(one, other, same):
    assert (key(one) == key(other)) is same


def test_a_note_and_a_sign_are_no_words():
    every = (Text("a"), Text(";"), Text(" "), Note("why?"), Blank("the sum"), Strong((Text(","),)), Text("£5"))
    assert list(map(is_word, every)) == [True, False, False, False, True, False, True]


@RANDOM
@given(contents)
def test_atoms_together_are_the_content_again(content):
    content = settle(Document("report", "t", (Part("body", content),)), "new").parts[0].heading
    assert joined(atoms(content)) == content
    assert joined(content) == content
    assert spelt(atoms(content)) == spelt(content)


# ------------------------------------------------------------------ settling


def held(*blocks):
    return Document("agreement", "New", (Part("operative", children=blocks),), was=(("title", "Old"),))


def item(words, **more):
    return Block("item", (Text(words),), **more)


REDLINE = held(
    Block(
        "item",
        (Text("pay "), Deleted((Text("£5"),)), Inserted((Text("£6"),)), Text(" under "), Reference("t", "clause 2", "clause 1")),
        number="2.",
        end=".",
        was=(("number", "1."), ("end", ";")),
    ),
    item("gone", change="deleted"),
    item("come", change="inserted"),
    item("here", change="moved-to:1"),
    item("there", change="moved-from:1"),
    Block("item", (Strong((Inserted((Text("a"),)), Text("b"))), Both(Text("x", "old"), Text("x", "new")))),
)


def words_of(document):
    return [block.content for block in document.parts[0].children]


def test_a_redline_settles_to_the_newer_text():
    new = settle(REDLINE, "new")
    assert words_of(new) == [
        (Text("pay £6 under "), Reference("t", "clause 2")),
        (Text("come"),),
        (Text("here"),),
        (Strong((Text("ab"),)), Text("x", "new")),
    ]
    assert (new.title, new.parts[0].children[0].number, new.parts[0].children[0].end) == ("New", "2.", ".")


def test_a_redline_settles_to_the_older_text():
    old = settle(REDLINE, "old")
    assert words_of(old) == [
        (Text("pay £5 under "), Reference("t", "clause 1")),
        (Text("gone"),),
        (Text("there"),),
        (Strong((Text("b"),)), Text("x", "old")),
    ]
    assert (old.title, old.parts[0].children[0].number, old.parts[0].children[0].end) == ("Old", "1.", ";")


@pytest.mark.thorough
@RANDOM
@given(documents)
def test_a_text_that_is_settled_is_settled(document):
    for side in ("old", "new"):
        once = settle(document, side)
        assert settle(once, "old") == settle(once, "new") == once
