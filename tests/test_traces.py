"""Traces: from a text of record the same document comes back, with its facts, its origins and its numbers."""

from __future__ import annotations

from dataclasses import replace

import pytest
from building import HOUSE, headed, item, said
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st
from random_documents import documents, normal_content, normal_document

from section75.document.index import index, walk
from section75.document.numbering import number
from section75.document.traces import Mismatch, Span, Trace, Words, traced, traces
from section75.document.tree import Blank, Definition, Document, Note, Part, Reference, Strong, Text
from section75.problems import Refused
from section75.text.markup import read_document
from section75.writers.markdown import write

RANDOM = settings(deadline=None, max_examples=50, suppress_health_check=list(HealthCheck))


def read_back(document):
    return traced(read_document(write(document, HOUSE).decode(), "record.md"), traces(document))


def paragraph(*content):
    return Document("agreement", "t", (Part("operative", said("Terms"), (headed("clause", "Funds", item(*content)),)),))


def content_of(document):
    return document.parts[0].children[0].children[0].content


SUM = Text("£5,000", "funds.pool.sum")
CASES = {
    "in the middle": (Text("pay "), SUM, Text(" on demand")),
    "alone": (SUM,),
    "two side by side": (SUM, Text("to the Fund", "funds.pool.name")),
    "of several words": (Text("to "), Text("Northshire County Council", "partners.council.name"), Text(" at once")),
    "in bold and in a definition": (Definition((Text("a "), Text("Pool", "funds.pool.name"))), Text(" means "), Strong((SUM,)), Text(".")),
    "beside a reference and a blank": (SUM, Text(" under "), Reference("x", "clause"), Text(" by "), Blank("the day", "term.expiry")),
    "of which the words stand twice": (Text("£5,000 and not "), SUM),
    "before a note": (Text("of "), SUM, Note("why?")),
}  # fmt: skip


@pytest.mark.parametrize("case", CASES)
def test_the_words_of_a_fact_come_back_as_the_fact(case):
    assert content_of(read_back(paragraph(*CASES[case]))) == CASES[case]


def test_a_trace_counts_letters_without_spaces():
    *_, trace = traces(paragraph("pay the  ", SUM, " now"))
    assert trace.content == Words((Span(6, 12, "funds.pool.sum"),))


def test_origins_and_numbers_that_are_not_stored_come_back():
    clause = replace(headed("clause", "Funds", replace(item("x", end="."), origin="a1/pool")), origin="b2")
    document = number(Document("agreement", "t", (Part("operative", said("Terms"), (clause,)),)), HOUSE.scheme)
    again = read_back(document)
    assert [(block.number, block.origin) for _, block, _ in walk(again) if block] == [("1.", "b2"), ("1.1", "a1/pool")]


@pytest.mark.parametrize(
    "others",
    [
        (),
        (Trace(),) * 4,
        (Trace(), Trace(), Trace(content=Words((Span(2, 99, "x"),)))),
        (Trace(), Trace(), Trace(content=Words((Span(3, 2, "x"),)))),
        (Trace(), Trace(), Trace(content=Words((), ("x",)))),
    ],
)
def test_traces_of_another_text_are_refused(others):
    with pytest.raises(Mismatch):
        traced(paragraph("pay now"), others)


def comes_back(document):
    """Return whether Markdown gives a document back at all: words that begin with spaces are no document that drafting makes."""
    try:
        return normal_document(read_document(write(document, HOUSE).decode(), "record.md")) == normal_document(document)
    except Refused:
        return False


def facts_of(document):
    """Return each printed fact with its words, spaces left out, and the fact of each blank, in reading order."""
    found = index(document)
    printed = [(one.inline.fact, "".join(one.inline.words.split())) for one in found.texts if one.inline.fact]
    return [one for one in printed if one[1]], [one.inline.fact for one in found.blanks]


@pytest.mark.thorough
@RANDOM
@given(documents)
def test_facts_and_numbers_of_any_document_come_back(document):
    numbered = number(document, HOUSE.scheme)
    assume(comes_back(numbered))
    again = read_back(numbered)
    assert facts_of(again) == facts_of(numbered)
    assert [holder.number for part, block, _ in walk(again) for holder in (block or part,)] == [
        holder.number for part, block, _ in walk(numbered) for holder in (block or part,)
    ]
    assert traces(again) == traces(numbered)


@RANDOM
@given(st.lists(st.tuples(st.text("ab \u00a0c", max_size=6), st.sampled_from(("", "x.y"))), max_size=6))
def test_cutting_changes_no_letter(pieces):
    content = tuple(Text(words, fact) for words, fact in pieces)
    document = Document("agreement", "t", (Part("operative", content),))
    bare = replace(document, parts=(Part("operative", normal_content(content)),))
    again = traced(bare, traces(document)).parts[0].heading
    assert normal_content(again) == normal_content(content)
    assert [one.fact for one in again if one.fact] == [fact for words, fact in pieces if fact and words.split()]
