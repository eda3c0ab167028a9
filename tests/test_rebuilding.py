"""The text as it came back: what they did stands in it, and all else is as it was sent."""

from __future__ import annotations

import re

import pytest
from returning import SENT, Hand
from test_returned_file import CASES
from word_sample import WORD_HOUSE

from section75.comparison.merging import merge
from section75.comparison.settling import settle
from section75.document.index import walk
from section75.document.numbering import number
from section75.document.tree import plain
from section75.returned.marks import shown
from section75.returned.package import opened
from section75.returned.paragraphs import read
from section75.returned.reading import read_returned
from section75.returned.rebuilding import as_returned
from section75.returned.views import accepted
from section75.writers.docx import write


def lines(document) -> list[str]:
    return [
        " ".join(filter(None, [(block or part).number, plain((block or part).heading), plain(block.content) + block.end if block else ""]))
        for part, block, _ in walk(document)
    ]


def rebuilt(hand: Hand):
    return number(as_returned(SENT, hand.read().events), WORD_HOUSE.scheme)


@pytest.mark.thorough
@pytest.mark.parametrize("name", CASES)
def test_a_file_written_from_the_text_as_it_came_back_says_what_the_returned_file_says(name):
    """Written afresh and read against the text as rebuilt, the words are those of the returned file with all changes accepted."""
    hand = CASES[name][0](Hand())
    again = rebuilt(hand)
    assert read_returned(write(again, WORD_HOUSE), "again.docx", again).events == ()
    assert [_unnumbered(words) for words in _seen(again)] == [_unnumbered(words) for words in _accepted(hand)]


def _unnumbered(words: str) -> str:
    """Return words without the numbers of references, which Word works out afresh."""
    return re.sub(r"clause [0-9.]*[0-9]", "clause", words)


def _seen(document) -> list[str]:
    return [words for part, block, _ in walk(document) for words in _own(part, block) if words]


def _own(part, block):
    if block is None:
        return [plain(part.heading)]
    return [plain(block.heading), plain(block.content) + block.end if block.content else ""]


def _accepted(hand: Hand) -> list[str]:
    view = accepted(read(opened(hand.data(), "returned.docx")).paragraphs)
    words = [shown(one.words) for one in view if one.read and not one.empty]
    return [one.partition(": ")[2] if one.startswith("Table 1") else one.removeprefix(": ") for one in words]


def test_nothing_done_gives_the_text_as_it_was_sent():
    assert settle(as_returned(SENT, ()), "new") == settle(SENT, "new")


def test_what_came_back_merges_with_what_we_changed_meanwhile():
    theirs = as_returned(SENT, Hand().replace("Each Partner", "promptly", "within a week").read().events)
    ours = as_returned(SENT, Hand().replace("The Partners must pool", "£210,000", "£250,000").read().events)
    merged = merge(SENT, ours, theirs)
    assert merged.conflicts == ()
    told = "\n".join(lines(merged.document))
    assert "pool £250,000" in told
    assert "within a week" in told


def test_a_sum_that_both_changed_is_a_conflict():
    theirs = as_returned(SENT, Hand().replace("The Partners must pool", "£210,000", "£300,000").read().events)
    ours = as_returned(SENT, Hand().replace("The Partners must pool", "£210,000", "£250,000").read().events)
    (conflict,) = merge(SENT, ours, theirs).conflicts
    assert (conflict.what, conflict.place) == ("words", "clause 2.1")
    assert ("£210,000" in conflict.base, "£250,000" in conflict.ours, "£300,000" in conflict.theirs) == (True, True, True)
