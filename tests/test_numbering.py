"""Numbering: a readable table of schemes, and what holds for every document."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from building import headed, item, said, to, words
from hypothesis import given, settings
from hypothesis import strategies as st
from random_documents import documents

from section75.document.house import ALPHA, DECIMAL, Scheme
from section75.document.index import index, walk
from section75.document.numbering import label, letters, number, roman
from section75.document.references import targets
from section75.document.tree import Block, Document, Part, Reference, plain

PLAIN = Scheme()
FEW = settings(deadline=None, max_examples=40)


def numbers(*blocks: Block, part: str = "operative", scheme: Scheme = PLAIN) -> list[str]:
    document = number(Document("agreement", "Example", (Part(part, children=blocks),)), scheme)
    return [block.number for _, block, _ in walk(document) if block]


# ------------------------------------------------------------------ examples

NOW = item("now;", holds=(item("all;", holds=(item("soon", holds=(item("x"),)),)),))
DEEP = headed("clause", "Funds", item("Pay:", holds=(NOW, item("y"))), item("z"))
SCHEMES = {
    "decimal clauses": ("operative", Scheme(clauses=DECIMAL), ["1.", "1.1", "1.1.1", "(a)", "(i)", "", "1.1.2", "1.2"]),
    "lettered clauses": ("operative", Scheme(clauses=ALPHA), ["1.", "1.1", "(a)", "(i)", "(A)", "", "(b)", "1.2"]),
    "a schedule": ("schedule", Scheme(), ["1.", "1.1", "(a)", "(i)", "", "", "(b)", "1.2"]),
}  # fmt: skip


@pytest.mark.parametrize("name", SCHEMES)
def test_each_scheme_prints_its_forms(name):
    part, scheme, expected = SCHEMES[name]
    block = DEEP if part == "operative" else replace(DEEP, kind="paragraph")
    assert numbers(block, part=part, scheme=scheme) == expected


@pytest.mark.parametrize(
    ("form", "ordinals", "printed"),
    [
        ("1.", (9,), "9."),
        ("1.0", (9,), "9.0"),
        ("1.1", (9, 2), "9.2"),
        ("1.1.1", (9, 2, 1), "9.2.1"),
        ("(1)", (4,), "(4)"),
        ("1)", (4,), "4)"),
        ("(a)", (1, 27), "(aa)"),
        ("a)", (1, 3), "c)"),
        ("(i)", (1, 9), "(ix)"),
        ("(A)", (1, 2), "(B)"),
        ("", (1,), ""),
    ],
)
def test_a_form_prints_its_last_ordinal(form, ordinals, printed):
    assert label(form, ordinals) == printed


def test_parties_recitals_and_parts_of_schedules_have_numbers_of_their_own():
    assert numbers(item("One"), item("Two"), part="parties") == ["(1)", "(2)"]
    assert numbers(item("One"), item("Two", holds=(item("a"),)), part="background") == ["(A)", "(B)", "(a)"]
    first, second = (headed("division", name, headed("paragraph", "A")) for name in ("First", "Second"))
    assert numbers(first, second, part="schedule") == ["Part 1", "1.", "Part 2", "1."]


def test_words_and_closing_words_do_not_break_a_list():
    closing = Block("closing", said("and so on"))
    clause = headed("clause", "Funds", item("One"), words("between"), item("Two"), closing, item("Three"))
    assert numbers(clause) == ["1.", "1.1", "", "1.2", "", "1.3"]


def test_a_number_fixed_when_signed_is_kept_and_the_others_count_on():
    stored = replace(item("Stored"), number="7A", fixed=True)
    assert numbers(headed("clause", "Funds", item("One"), stored, item("Three"))) == ["1.", "1.1", "7A", "1.3"]


HOME = Part(
    "operative",
    children=(headed("clause", "Funds", item("One ", to("deep"), name="one", holds=(item("deep", name="deep"),)), name="funds"),),
)
AWAY = Part(
    "schedule",
    said("Money"),
    (headed("division", "Costs", headed("paragraph", "Shares", item("Half", name="half")), name="costs"),),
    id="money",
)  # fmt: skip
PARTIES = Part("parties", children=(item("The Council", name="council"),))


@pytest.mark.parametrize(
    ("target", "from_a_clause", "from_its_schedule"),
    [
        ("funds", "clause 1", "clause 1"),
        ("deep", "clause 1.1.1", "clause 1.1.1"),
        ("money", "Schedule 1", "Schedule 1"),
        ("costs", "Part 1 of Schedule 1", "Part 1"),
        ("half", "paragraph 1.1 of Part 1 of Schedule 1", "paragraph 1.1 of Part 1"),
        ("council", "party (1)", "party (1)"),
    ],
)
def test_a_reference_prints_the_label_of_its_target_as_seen_from_its_spot(target, from_a_clause, from_its_schedule):
    away = replace(AWAY, children=(*AWAY.children, words(to(target))))
    home = replace(HOME, children=(*HOME.children, headed("clause", "More", item(to(target)))))
    document = number(Document("agreement", "Example", (PARTIES, home, away)), Scheme())
    assert plain(document.parts[1].children[1].children[0].content) == from_a_clause
    assert plain(document.parts[2].children[-1].content) == from_its_schedule


def test_a_reference_keeps_the_capital_letter_it_was_written_with():
    clause = headed("clause", "Funds", item(Reference("funds", "Clause")), name="funds")
    document = number(Document("agreement", "Example", (Part("operative", children=(clause,)),)), Scheme())
    assert plain(document.parts[0].children[0].children[0].content) == "Clause 1"


def test_in_a_report_a_heading_is_a_section_and_the_words_under_it_are_paragraphs():
    section = headed("section", "Risk", item("Money ", name="money"), name="risk")
    body = Part("body", children=(section, headed("section", "Law", item(to("risk")), item(to("money")))))
    under = number(Document("report", "Example", (body,)), Scheme()).parts[0].children[1]
    assert [plain(child.content) for child in under.children] == ["section 1", "paragraph 1.1"]


def test_a_reference_to_nothing_keeps_the_words_of_the_lawyer():
    clause = headed("clause", "Funds", item(Reference("gone", "the clause on gone things")))
    document = number(Document("agreement", "Example", (Part("operative", children=(clause,)),)), Scheme())
    assert plain(document.parts[0].children[0].children[0].content) == "the clause on gone things"


# ------------------------------------------------------------------ properties


def _arabic(figures: str) -> int:
    worth = [{"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}[figure] for figure in figures]
    return sum(-one if one < after else one for one, after in zip(worth, [*worth[1:], 0], strict=True))


@given(st.integers(1, 399))
def test_roman_figures_read_back_as_their_number(count):
    assert _arabic(roman(count)) == count


@given(st.integers(1, 26 * 5))
def test_letters_read_back_as_their_number(count):
    printed = letters(count)
    assert len(set(printed)) == 1
    assert 26 * (len(printed) - 1) + ord(printed[0]) - ord("a") + 1 == count


def items(depth: int):
    inner = items(depth - 1) if depth else st.just(())
    return st.lists(st.builds(lambda holds: item("x", holds=holds), inner), max_size=4).map(tuple)


clauses = st.lists(items(2).map(lambda holds: headed("clause", "Heading", *holds)), min_size=1, max_size=4).map(tuple)
schemes = st.sampled_from([Scheme(clauses=DECIMAL), Scheme(clauses=ALPHA)])


@FEW
@given(clauses, schemes)
def test_labels_of_one_list_are_all_different_and_in_order(blocks, scheme):
    document = number(Document("agreement", "Example", (Part("operative", children=blocks),)), scheme)
    for _, block, _ in walk(document):
        if block and block.children:
            labels = [child.number for child in block.children]
            assert len(set(labels)) == len(labels)
    firsts = [block.number for block in document.parts[0].children]
    assert firsts == [f"{ordinal}." for ordinal in range(1, len(blocks) + 1)]


@FEW
@given(clauses, schemes)
def test_a_decimal_label_begins_with_the_label_above_it(blocks, scheme):
    document = number(Document("agreement", "Example", (Part("operative", children=blocks),)), scheme)
    for _, block, spot in walk(document):
        if block and spot.above and re.fullmatch(r"[\d.]+", block.number):
            assert block.number.startswith(f"{spot.above[-1].number.rstrip('.')}.")


@FEW
@given(clauses, st.integers(2, 4))
def test_every_schedule_numbers_afresh(blocks, count):
    paragraphs = tuple(replace(block, kind="paragraph") for block in blocks)
    document = number(Document("agreement", "Example", tuple(Part("schedule", children=paragraphs) for _ in range(count))), Scheme())
    assert [part.number for part in document.parts] == [f"Schedule {ordinal}" for ordinal in range(1, count + 1)]
    assert len({part.children for part in document.parts}) == 1


def _numbers(document: Document) -> list[str]:
    return [(block or part).number for part, block, _ in walk(document)]


@pytest.mark.thorough
@FEW
@given(documents)
def test_numbering_twice_changes_nothing(document):
    once = number(document, Scheme())
    assert _numbers(number(once, Scheme())) == _numbers(once)


@pytest.mark.thorough
@FEW
@given(documents)
def test_numbering_changes_no_words_and_keeps_what_is_fixed(document):
    numbered = number(document, Scheme())
    for (part, block, _), (new_part, new_block, _) in zip(walk(document), walk(numbered), strict=True):
        one, new = block or part, new_block or new_part
        if one.fixed:
            assert new.number == one.number
        assert one.id == new.id


@FEW
@given(clauses, st.data(), schemes)
def test_a_reference_from_any_spot_names_its_target_and_no_other(blocks, data, scheme):
    """The same target, seen from two spots of one part, has one label; two targets have two."""
    named = _named(blocks)
    names = [name for name, _ in named]
    first, second = (data.draw(st.sampled_from(names)) for _ in range(2))
    reader = headed("clause", "Reader", item(to(first)), item("deeper", holds=(item(to(first)),)), item(to(second)))
    document = number(Document("agreement", "Example", (Part("operative", children=(*_with_names(blocks), reader)),)), scheme)
    one, deeper, two = document.parts[0].children[-1].children
    assert plain(one.content) == plain(deeper.children[0].content)
    assert (plain(one.content) == plain(two.content)) == (first == second)
    assert targets(document)[first].node.number.rstrip(".") in plain(one.content)


def _named(blocks, path="id"):
    for ordinal, block in enumerate(blocks):
        yield f"{path}-{ordinal}", block
        yield from _named(block.children, f"{path}-{ordinal}")


def _with_names(blocks, path="id"):
    named = ((f"{path}-{ordinal}", block) for ordinal, block in enumerate(blocks))
    return tuple(replace(block, id=name, children=_with_names(block.children, name)) for name, block in named)


# ------------------------------------------------------------------ numbers of a signed text


def lettered(kind, number, *children, **more):
    return Block(kind, said("x"), children, number=number, fixed=True, **more)


@pytest.mark.parametrize(
    ("number_above", "numbers_within", "printed"),
    [
        ("14A.", ("14A.1", "(a)"), "clause 14A.1(a)"),
        ("14A.", ("14A.1", "(aa)", "(ia)"), "clause 14A.1(aa)(ia)"),
        ("8.", ("8.2A", "(za)"), "clause 8.2A(za)"),
        ("8.", ("8.A1",), "clause 8.A1"),
        ("A1.", (), "clause A1"),
        ("14ZA.", ("14ZA.2.1A",), "clause 14ZA.2.1A"),
    ],
)
def test_a_reference_prints_a_number_that_was_lettered(number_above, numbers_within, printed):
    held = ()
    for depth, one in enumerate(reversed(numbers_within)):
        held = (lettered("item", one, *held, id="aim" if depth == 0 else ""),)
    aim = Block("clause", heading=said("Funds"), children=held, number=number_above, fixed=True, id="" if held else "aim")
    referring = headed("clause", "Terms", item("see", to("aim")))
    document = number(Document("agreement", "t", (Part("operative", children=(aim, referring)),)), PLAIN)
    assert next(found.inline.label for found in index(document).references) == printed


def test_a_reference_prints_the_number_of_a_schedule_that_was_lettered():
    schedule = Part("schedule", said("Sums"), (lettered("paragraph", "2A.", id="aim"),), "sums", "Schedule 4A", fixed=True)
    clause = headed("clause", "Terms", item("see", to("aim")))
    document = number(Document("agreement", "t", (Part("operative", children=(clause,)), schedule)), PLAIN)
    assert next(found.inline.label for found in index(document).references) == "paragraph 2A of Schedule 4A"
