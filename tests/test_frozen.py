"""Frozen numbers: what is signed keeps its numbers, whatever is numbered after it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import headed, item, said, to
from hypothesis import HealthCheck, given, settings
from random_documents import documents

from section75.comparison.frozen import freeze
from section75.document.house import ALPHA, House, Scheme
from section75.document.index import walk
from section75.document.numbering import number
from section75.document.tree import Document, Part
from section75.text.markup import read_document
from section75.writers.markdown import write

RANDOM = settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
SCHEME = Scheme()
CLAUSES = (
    headed("clause", "Funds", item("One", end=";", name="one"), item("Two ", to("schedule-sums"), holds=(item("deep", name="deep"),))),
    headed("clause", "Terms", item("See ", to("deep"))),
)
SIGNED = number(
    Document(
        "agreement",
        "t",
        (Part("operative", said("Terms"), CLAUSES), Part("schedule", said("Sums"), (headed("paragraph", "Shares"),), "schedule-sums")),
    ),
    SCHEME,
)


def numbers(document):
    return [(holder.number, holder.fixed) for part, block, _ in walk(document) for holder in (block or part,)]


def test_every_number_is_stored_and_nothing_else_is():
    assert numbers(freeze(SIGNED)) == [(printed, bool(printed)) for printed, _ in numbers(SIGNED)]
    assert any(fixed for _, fixed in numbers(freeze(SIGNED)))


def test_a_clause_put_before_them_shifts_no_number_and_no_reference():
    frozen = freeze(SIGNED)
    first, *others = frozen.parts
    newcomer = replace(headed("clause", "New"), number="A1.", fixed=True)
    longer = replace(frozen, parts=(replace(first, children=(newcomer, *first.children)), *others))
    again = number(longer, Scheme(clauses=ALPHA))
    assert again == longer


def test_the_text_of_record_keeps_the_numbers():
    frozen = freeze(SIGNED)
    assert read_document(write(frozen, House("default", SCHEME)).decode(), "record.md") == frozen


@pytest.mark.thorough
@RANDOM
@given(documents)
def test_freezing_changes_nothing_that_is_printed_and_is_done_once(document):
    numbered = number(document, SCHEME)
    frozen = freeze(numbered)
    assert [printed for printed, _ in numbers(frozen)] == [printed for printed, _ in numbers(numbered)]
    assert freeze(frozen) == frozen
    assert numbers(number(frozen, Scheme(clauses=ALPHA, schedules=("(1)", "(a)"), parties=("1.",)))) == numbers(frozen)
