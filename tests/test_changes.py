"""The changes between two texts, and the lines that sum them up."""

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from random_documents import documents
from random_edits import near_pairs

from section75.comparison.changes import changes
from section75.comparison.entries import entered, every
from section75.comparison.pairs import pair
from section75.comparison.summary import summary
from section75.document.house import Scheme
from section75.document.numbering import number
from section75.document.tree import Blank, Block, Document, Note, Part, Reference, Text
from section75.text.markup import read_document

FRONT = "---\nkind: agreement\ntitle: t\n---\n\n"
RANDOM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))


def drafted(text):
    part = "" if text.startswith("# ") else "# Terms {.operative}\n\n"
    return number(read_document(FRONT + part + text, "text.md"), Scheme())


def shown(change):
    """Return a change in one line: what was done to what, where, and the words."""
    places = " -> ".join(filter(None, dict.fromkeys((change.old_place, change.new_place))))
    name = f" “{change.name}”" if change.name else ""
    return f"{change.kind} {change.what}{name} at {places}: {change.old!r} -> {change.new!r}"


def found(old, new):
    return list(map(shown, changes(pair(drafted(old), drafted(new)))))


CASES = {
    "a figure": (
        "## Money {#money}\n\n1. Pay £5.",
        "## Money {#money}\n\n1. Pay £6.",
        ["replaced words at clause 1.1: 'Pay £5' -> 'Pay £6'"],
    ),
    "a clause that came: only itself, and the number of the next": (
        "## Money {#money}\n\n1. Pay.\n\n## Records {#records}\n\n1. Keep.",
        "## Money {#money}\n\n1. Pay.\n\n## Audit {#audit}\n\n1. Audit;\n2. report.\n\n## Records {#records}\n\n1. Keep.",
        [
            "added clause “Audit” at clause 2: '' -> '2. Audit\\n2.1 Audit;\\n2.2 report.'",
            "renumbered clause “Records” at clause 2 -> clause 3: '2.' -> '3.'",
        ],
    ),
    "a sub-clause that went": (
        "## Money {#money}\n\n1. Pay;\n2. keep.",
        "## Money {#money}\n\n1. Pay.",
        ["replaced ending at clause 1.1: ';' -> '.'", "removed item at clause 1.2: '1.2 keep.' -> ''"],
    ),
    "a sub-clause that moved, and was edited": (
        "## Money {#money}\n\n1. Keep records of each payment for six years.\n2. Pay at once.\n3. Meet.",
        "## Money {#money}\n\n1. Pay at once.\n2. Meet.\n3. Keep records of each payment for ten years.",
        [
            "renumbered item at clause 1.2 -> clause 1.1: '1.2' -> '1.1'",
            "renumbered item at clause 1.3 -> clause 1.2: '1.3' -> '1.2'",
            (
                "moved item at clause 1.1 -> clause 1.3: '1.1 Keep records of each payment for six years.'"
                " -> '1.3 Keep records of each payment for ten years.'"
            ),
            (
                "replaced words at clause 1.1 -> clause 1.3: 'Keep records of each payment for six years'"
                " -> 'Keep records of each payment for ten years'"
            ),
        ],
    ),
    "what moved into a clause that came": (
        "## Money {#money}\n\n1. Keep records of each payment for six years.\n2. Pay at once.",
        "## Money {#money}\n\n1. Pay at once.\n\n## Records {#records}\n\n1. Keep records of each payment for six years.",
        [
            "renumbered item at clause 1.2 -> clause 1.1: '1.2' -> '1.1'",
            "added clause “Records” at clause 2: '' -> '2. Records\\n2.1 Keep records of each payment for six years.'",
            (
                "moved item at clause 1.1 -> clause 2.1: '1.1 Keep records of each payment for six years.'"
                " -> '2.1 Keep records of each payment for six years.'"
            ),
        ],
    ),
    "a heading": (
        "## Fund {#money}\n\n1. Pay.",
        "## Funds {#money}\n\n1. Pay.",
        ["replaced heading “Funds” at clause 1: 'Fund' -> 'Funds'"],
    ),
    "a reference that leads elsewhere, and one whose label follows": (
        "## Money {#money}\n\n1. Pay under [clause 1](#money).\n2. See [clause 2](#rest).\n\n## Rest {#rest}\n\n1. R.",
        "## Money {#money}\n\n1. Pay under [clause 2](#rest).\n2. See [clause 2](#rest).\n\n## Rest {#rest}\n\n1. R.",
        ["replaced words at clause 1.1: 'Pay under clause 1' -> 'Pay under clause 2'"],
    ),
    "the meaning of a term": (
        "## Words {#words}\n\n1. Here:\n\n    “**Fund**” means the pool.",
        "## Words {#words}\n\n1. Here:\n\n    “**Fund**” means the pot.",
        ["replaced definition “Fund” at clause 1.1: '“Fund” means the pool' -> '“Fund” means the pot'"],
    ),
    "a cell, by its row and column": (
        "# Sums {.schedule}\n\nTable: Money\n| Partner | 2026/27 |\n|---|---|\n| Council | £5 |",
        "# Sums {.schedule}\n\nTable: Money\n| Partner | 2026/27 |\n|---|---|\n| Council | £6 |",
        ["replaced cell “Council, 2026/27” at Table 1 of Schedule 1: '£5' -> '£6'"],
    ),
    "a schedule that came before another": (
        "# Sums {.schedule #sums}\n\n1. Pay.",
        "# Risks {.schedule #risks}\n\n1. Bear.\n\n# Sums {.schedule #sums}\n\n1. Pay.",
        [
            "added schedule “Risks” at Schedule 1: '' -> 'Schedule 1: Risks\\n1. Bear.'",
            "renumbered schedule “Sums” at Schedule 1 -> Schedule 2: 'Schedule 1' -> 'Schedule 2'",
        ],
    ),
    "an end that turns and into or": (
        "## M {#m}\n\n1. Either:\n\n    1. pay; and\n    2. keep.",
        "## M {#m}\n\n1. Either:\n\n    1. pay; or\n    2. keep.",
        ["replaced ending at clause 1.1.1: '; and' -> '; or'"],
    ),
}


@pytest.mark.parametrize(("old", "new", "expected"), CASES.values(), ids=CASES.keys())
def test_changes_are_told_by_place_and_words(old, new, expected):
    assert found(old, new) == expected


# ------------------------------------------------------------------ what only the tree knows


def agreement(*blocks, **more):
    return Document("agreement", "t", (Part("operative", children=(Block("clause", (), blocks, "money", (Text("Money"),)),)),), **more)


def of(old, new):
    return changes(pair(old, new))


def test_a_fact_that_prints_otherwise_is_a_value_with_its_path():
    old, new = (agreement(Block("item", (Text("Pay "), Text(sum_, "funds.pool.sum"), Text(" now")))) for sum_ in ("£5", "£6"))
    assert [(one.what, one.old, one.new, one.fact) for one in of(old, new)] == [("value", "£5", "£6", "funds.pool.sum")]


def test_a_blank_that_is_filled_in_is_a_value():
    old = agreement(Block("item", (Text("Pay "), Blank("the sum", "sum"))))
    new = agreement(Block("item", (Text("Pay "), Text("£5", "sum"))))
    assert [(one.what, one.old, one.new) for one in of(old, new)] == [("value", "[● the sum]", "£5")]


def test_words_changed_beside_a_value_are_told_with_it():
    old = agreement(Block("item", (Text("Pay "), Text("£5", "sum"), Text(" to the Trust on demand"))))
    new = agreement(Block("item", (Text("Pay "), Text("£6", "sum"), Text(" to the Trust on notice"))))
    assert [one.what for one in of(old, new)] == ["value", "words"]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ((Text("Pay "), Text("£5", "a")), (Text("Pay "), Text("£5", "b"))),
        ((Text("by "), Text("Kent County Council", "name")), (Text("by Kent County Council"),)),
        ((Text("under "), Reference("fund", "clause 9")), (Text("under "), Reference("fund", "clause 10"))),
        ((Text("Pay"), Note("why?")), (Text("Pay"),)),
    ],
    ids=["another fact", "a fact and typed words", "a label", "a note"],
)
def test_what_no_reader_would_call_a_change_is_none(old, new):
    assert of(agreement(Block("item", old)), agreement(Block("item", new))) == ()


def test_a_title_is_compared():
    assert [(one.what, one.old, one.new) for one in of(agreement(), replace(agreement(), title="u", state="Draft"))] == [
        ("title", "t", "u"),
        ("state", "", "Draft"),
    ]


# ------------------------------------------------------------------ summary


def summed(old, new):
    made = summary(of(old, new))
    return [(line.kind, line.what, line.old, line.new, len(line.changes)) for line in made.lines]


def test_one_fact_printed_in_many_places_is_one_line():
    old, new = (
        agreement(*(Block("item", (Text(words), Text(name, "parties.council.short")), origin=words) for words in ("Pay ", "Tell ", "Ask ")))
        for name in ("the Council", "Kent")
    )
    assert summed(old, new) == [("replaced", "value", "the Council", "Kent", 3)]


def test_the_same_words_replaced_in_many_places_are_one_line():
    old, new = (agreement(*(Block("item", (Text(f"{who} {verb} pay at once"),)) for who in ("A", "B"))) for verb in ("shall", "must"))
    assert summed(old, new) == [("replaced", "words", "shall", "must", 2)]


def test_a_renamed_term_is_one_line_with_its_uses():
    def text(term):
        return drafted(
            f"## Words {{#words}}\n\n1. Here:\n\n    “**{term}**” means the body set up by the Partners.\n\n"
            f"    “**Fund**” means the pool.\n\n2. The {term} must meet.\n3. Tell the {term}’s clerk.\n4. Pay £{len(term)}."
        )

    assert summed(text("Board"), text("Joint Committee")) == [
        ("renamed", "definition", "Board", "Joint Committee", 4),
        ("replaced", "words", "Pay £5", "Pay £15", 1),
    ]


def test_slight_changes_are_counted_and_not_listed():
    old = "## M {#m}\n\n1. Do:\n\n    1. pay; and\n    2. keep.\n\n## R {#r}\n\n1. R."
    new = "## M {#m}\n\n1. Do:\n\n    1. pay;\n    2. keep; and\n    3. ask.\n\n## N {#n}\n\n1. N.\n\n## R {#r}\n\n1. R."
    made = summary(changes(pair(drafted(old), drafted(new))))
    assert [(line.kind, line.what) for line in made.lines] == [("added", "item"), ("added", "clause")]
    assert (made.renumbered, made.endings, made.count) == (1, 2, 2)


# ------------------------------------------------------------------ whatever the texts


@pytest.mark.thorough
@RANDOM
@given(documents)
def test_a_text_has_no_changes_from_itself(document):
    assert changes(pair(document, document)) == ()


@RANDOM
@given(near_pairs())
def test_two_texts_without_changes_say_the_same(texts):
    if not changes(pair(*texts)):
        old, new = ([one.own for one in every(entered(text))] for text in texts)
        assert old == new
