"""Merging: what only one side changed is as that side has it, what both changed in two ways is told, and nothing anybody wrote is lost."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

import pytest
from building import headed, item, said
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from random_documents import documents
from random_edits import children, edited

from section75.comparison.merging import merge
from section75.comparison.settling import settle
from section75.document.tree import Block, Document, Part, Reference, Text, plain

RANDOM = settings(deadline=None, max_examples=6, derandomize=True, suppress_health_check=list(HealthCheck))
OFTEN = settings(RANDOM, max_examples=100)


@st.composite
def triples(draw):
    """Draw a text and two revisions of it."""
    base = settle(draw(documents), "new")
    return base, draw(edited(base)), draw(edited(base))


def identities(base, ours, theirs):
    for side in (ours, theirs):
        assert merge(base, base, side).document == side
        assert merge(base, side, base).document == side
        assert merge(base, side, side).document == side
        assert merge(base, side, side).conflicts == ()
        assert merge(base, side, base).conflicts == merge(base, base, side).conflicts == ()


def words(node) -> Counter[str]:
    """Return how often each word stands in a document."""
    found: Counter[str] = Counter()
    for child in children(node):
        own = (*child.heading, *(child.content if isinstance(child, Block) and child.kind != "figure" else ()))
        found += Counter(plain(tuple(own)).split()) + words(child)
    return found


@pytest.mark.thorough
@RANDOM
@given(triples())
def test_what_only_one_side_changed_is_as_that_side_has_it(triple):
    identities(*triple)


@pytest.mark.thorough
@OFTEN
@given(triples())
def test_what_only_one_side_changed_is_as_that_side_has_it_in_many_texts(triple):
    identities(*triple)


def nothing_lost(base, ours, theirs):
    """No word that a side added is lost without a conflict."""
    merged = merge(base, ours, theirs)
    if not merged.conflicts:
        had = words(merged.document)
        for side in (ours, theirs):
            assert set(words(side) - words(base)) <= set(had)


@RANDOM
@given(triples())
def test_no_word_that_a_side_added_is_lost_in_silence(triple):
    nothing_lost(*triple)


@pytest.mark.thorough
@OFTEN
@given(triples())
def test_no_word_that_a_side_added_is_lost_in_silence_in_many_texts(triple):
    nothing_lost(*triple)


# ------------------------------------------------------------------ as a lawyer reads it


def agreement(*clauses: Block) -> Document:
    return Document("agreement", "Agreement", (Part("operative", said("Terms"), clauses, id="operative"),))


def clause(name: str, *lines: Block | str) -> Block:
    return headed("clause", name.capitalize(), *(line if isinstance(line, Block) else item(line, end=".") for line in lines), name=name)


PAY = item("The Host must pay ", Text("£5", "fund.amount"), " on demand under ", Reference("notices", "clause 2"), end=".")
BASE = agreement(
    clause("pool", PAY, "The Board meets each Quarter to look at the Pooled Fund", "Each Partner keeps records of what it has spent"),
    clause("notices", "A notice must be in writing and sent to the chief officer"),
)


def reworded(document: Document, old: str, new: str) -> Document:
    def block(one: Block) -> Block:
        content = tuple(replace(part, words=part.words.replace(old, new)) if isinstance(part, Text) else part for part in one.content)
        return replace(one, content=content, children=tuple(map(block, one.children)))

    return replace(document, parts=tuple(replace(part, children=tuple(map(block, part.children))) for part in document.parts))


def without(document: Document, beginning: str) -> Document:
    def block(one: Block) -> Block:
        return replace(one, children=tuple(block(child) for child in one.children if not plain(child.content).startswith(beginning)))

    return replace(document, parts=tuple(replace(part, children=tuple(map(block, part.children))) for part in document.parts))


def with_line(document: Document, clause_at: int, at: int, line: str) -> Document:
    (part,) = document.parts
    one = part.children[clause_at]
    held = (*one.children[:at], item(line, end="."), *one.children[at:])
    clauses = (*part.children[:clause_at], replace(one, children=held), *part.children[clause_at + 1 :])
    return replace(document, parts=(replace(part, children=clauses),))


def told(base: Document, ours: Document, theirs: Document) -> list[str]:
    merged = merge(base, ours, theirs)
    lines = [f"{one.what}: {one.id}: {one.base} | {one.ours} | {one.theirs}" for one in merged.conflicts]
    return [*lines, *(f"joined: {one.words}" for one in merged.joined)]


def printed(document: Document) -> list[str]:
    return [plain(line.content) for part in document.parts for one in part.children for line in one.children]


def test_words_that_do_not_touch_are_joined_and_listed():
    ours, theirs = reworded(BASE, "£5", "£6"), reworded(BASE, "on demand", "on written demand")
    assert told(BASE, ours, theirs) == ["joined: The Host must pay £6 on written demand under clause 2"]
    assert merge(BASE, ours, theirs).document == reworded(ours, "on demand", "on written demand")


def test_one_sum_that_both_changed_is_a_conflict_and_ours_stands():
    ours, theirs = reworded(BASE, "£5", "£6"), reworded(BASE, "£5", "£7")
    sentence = "The Host must pay {} on demand under clause 2"
    assert told(BASE, ours, theirs) == [f"words: pool: {' | '.join(sentence.format(sum_) for sum_ in ('£5', '£6', '£7'))}"]
    assert merge(BASE, ours, theirs).document == ours


def test_what_one_side_took_out_and_the_other_left_alone_is_gone():
    merged = merge(BASE, without(BASE, "The Board"), reworded(BASE, "£5", "£6"))
    assert merged.conflicts == ()
    assert printed(merged.document) == printed(without(reworded(BASE, "£5", "£6"), "The Board"))


@pytest.mark.parametrize("we", [True, False])
def test_what_one_side_took_out_and_the_other_changed_stays_in_sight(we):
    gone, changed = without(BASE, "The Board"), reworded(BASE, "each Quarter", "each month")
    old, new = (f"The Board meets {when} to look at the Pooled Fund." for when in ("each Quarter", "each month"))
    ours, theirs = (gone, changed) if we else (changed, gone)
    what = "removed by us, changed by them" if we else "changed by us, removed by them"
    assert told(BASE, ours, theirs) == [f"{what}: pool: {old} | {'' if we else new} | {new if we else ''}"]
    assert new.rstrip(".") in printed(merge(BASE, ours, theirs).document)


def test_the_same_addition_on_both_sides_is_printed_once_and_different_ones_both():
    ours, theirs = with_line(BASE, 0, 1, "We added this line of ours"), with_line(BASE, 0, 2, "They added that line of theirs")
    same = merge(BASE, ours, with_line(BASE, 0, 1, "We added this line of ours"))
    assert same.document == ours
    both = merge(BASE, ours, theirs)
    assert both.conflicts == ()
    assert printed(both.document) == printed(with_line(ours, 0, 3, "They added that line of theirs"))


def test_an_order_that_both_changed_in_two_ways_is_a_conflict():
    base = agreement(*(clause(name, f"Words of the clause on {name} that nobody has changed") for name in ("one", "two", "three", "four")))
    (part,) = base.parts

    def ordered(*places: int) -> Document:
        return replace(base, parts=(replace(part, children=tuple(part.children[place] for place in places)),))

    ours, theirs = ordered(1, 0, 2, 3), ordered(0, 1, 3, 2)
    assert merge(base, ours, base).document == ours
    merged = merge(base, ours, theirs)
    assert [one.what for one in merged.conflicts] == ["order"]
    assert merged.document == ours


def test_a_clause_moved_by_one_side_and_reworded_by_the_other_is_both():
    base = agreement(*BASE.parts[0].children, clause("money", "The Partners pay by instalments in advance"))
    (part,) = base.parts
    moved = replace(base, parts=(replace(part, children=(part.children[2], *part.children[:2])),))
    merged = merge(base, moved, reworded(base, "in advance", "in arrear"))
    assert merged.conflicts == ()
    assert merged.document == reworded(moved, "in advance", "in arrear")
