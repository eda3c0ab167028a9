"""Pairs: who is who in two texts."""

import pytest

from section75.comparison.entries import every
from section75.comparison.pairs import pair
from section75.document.tree import Block, Column, Document, Part, Text


def agreement(*blocks):
    return Document("agreement", "t", (Part("operative", children=blocks),))


def item(words, origin="", **more):
    return Block("item", (Text(words),), origin=origin, **more)


def paired(old, new):
    """Return the words of each pair of items, and of each newer item without a partner."""
    entries = (entry for entry in every(pair(agreement(*old), agreement(*new)).new) if entry.family == "item")
    return [(entry.partner.own if entry.partner else "", entry.own) for entry in entries]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            [item("Pay the fund A.", "1/a"), item("Pay the fund B.", "1/b")],
            [item("Give the pool B.", "1/b"), item("Give the pool C.", "1/c")],
            [("Pay the fund B.", "Give the pool B."), ("", "Give the pool C.")],
        ),
        (
            [item("Healthwatch", "1/1"), item("the Carers Forum", "1/2")],
            [item("the Carers Forum", "1/1"), item("the staff", "1/2")],
            [("the Carers Forum", "the Carers Forum"), ("", "the staff")],
        ),
        (
            [item("For 2026/27 the sum is £5.", "1/2026/27"), item("For 2027/28 the indicative sum is £6.", "1/2027/28")],
            [item("For 2027/28 the sum is £7.", "1/2027/28"), item("For 2028/29 the indicative sum is £8.", "1/2028/29")],
            [
                ("For 2026/27 the sum is £5.", "For 2027/28 the sum is £7."),
                ("For 2027/28 the indicative sum is £6.", "For 2028/29 the indicative sum is £8."),
            ],
        ),
        (
            [item("Keep every record safe.", id="records"), item("x")],
            [item("x"), item("Something else entirely.", id="records")],
            [("x", "x"), ("Keep every record safe.", "Something else entirely.")],
        ),
        (
            [item("Keep every record safe.", id="records")],
            [item("Keep every record safe.", id="audit")],
            [("Keep every record safe.", "Keep every record safe.")],
        ),
        (
            [item("Keep every record quite safe.", id="records")],
            [item("Keep every record safe.", id="audit")],
            [("", "Keep every record safe.")],
        ),
        ([item("Meet monthly.")], [item("Report in writing.")], [("Meet monthly.", "Report in writing.")]),
        (
            [item("Meet monthly."), item("Report in writing.")],
            [item("Insure the goods.")],
            [("", "Insure the goods.")],
        ),
    ],
    ids=[
        "two things of one line of a template are never each other",
        "a number in a loop names nothing",
        "a year in a loop names nothing",
        "a name is itself wherever it stands",
        "equal words are one under another name",
        "words that are only like are not",
        "what alone is left at one place was rewritten",
        "of two that are left none is",
    ],
)
def test_items_are_known_again(old, new, expected):
    assert paired(old, new) == expected


def table(*rows):
    cells = [tuple(Block("cell", (Text(words),)) for words in row) for row in rows]
    return Block("table", children=tuple(Block("row", children=row, role="body") for row in cells), columns=(Column(),) * len(rows[0]))


def test_rows_are_known_by_what_is_no_figure_in_them():
    old = agreement(table(("Home", "Grant", "£5"), ("Home", "Own", "£6"), ("Care", "Own", "£7")))
    new = agreement(table(("Home", "Own", "£8"), ("Home", "Levy", "£1"), ("Care", "Levy", "£9")))
    rows = [entry for entry in every(pair(old, new).new) if entry.family.startswith("row")]
    assert [row.partner and [cell.own for cell in row.partner.children] for row in rows] == [
        ["Home", "Own", "£6"],
        ["Home", "Grant", "£5"],
        ["Care", "Own", "£7"],
    ]


def test_a_table_with_another_column_is_another():
    pairs = pair(agreement(table(("a", "b"))), agreement(table(("a", "b", "c"))))
    assert pairs.new.children[0].children[0].partner is None


def test_two_long_runs_that_are_only_like_are_not_compared_word_by_word():
    old, new = ([item(f"{who} {number} must keep a true record of it") for number in range(160)] for who in ("A", "B"))
    assert {was for was, _ in paired(old, new)} == {""}
