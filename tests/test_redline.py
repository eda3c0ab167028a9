"""The redline: that it is exact, whatever was done to a text."""

from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from random_documents import normal_document
from random_edits import children, far_pairs, near_pairs

from section75.comparison.redline import redline
from section75.comparison.settling import settle
from section75.document.house import House, Scheme
from section75.problems import Refused
from section75.text.markup import read_document
from section75.text.markup.record import FIELDS
from section75.text.markup.signs import WAS
from section75.writers.markdown import write

DEFAULT = House("default", Scheme())

RANDOM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
OFTEN = settings(RANDOM, max_examples=150)


def exact(old, new):
    both = redline(old, new)
    assert settle(both, "new") == new
    assert settle(both, "old") == old
    moves = Counter(marks(both))
    assert {mark: times for mark, times in moves.items() if times > 1} == {}
    assert {mark.removeprefix("from:") for mark in moves if mark.startswith("from")} == {
        mark.removeprefix("to:") for mark in moves if mark.startswith("to")
    }


def marks(node):
    """Yield the ends of the moves that a redline shows: `from:1`, `to:1`."""
    for child in children(node):
        if child.change.startswith("moved-"):
            yield child.change.removeprefix("moved-")
        yield from marks(child)


@pytest.mark.thorough
@RANDOM
@given(near_pairs())
def test_a_redline_of_a_revision_settles_to_both_texts(pair):
    exact(*pair)


@pytest.mark.thorough
@RANDOM
@given(far_pairs)
def test_a_redline_of_two_papers_settles_to_both(pair):
    exact(*pair)


@pytest.mark.thorough
@OFTEN
@given(near_pairs())
def test_a_redline_of_any_of_many_revisions_settles_to_both_texts(pair):
    exact(*pair)


# ------------------------------------------------------------------ as a lawyer reads it

FRONT = "---\nkind: agreement\ntitle: t\n---\n\n# Terms {.operative}\n\n"


def cases():
    """Yield the cases of `tests/redlines/*.md`: a title, the older text, the newer text and the redline, with a line `.` after each."""
    for path in sorted((Path(__file__).parent / "redlines").glob("*.md")):
        fields = path.read_text(encoding="utf-8").split("\n.\n")
        for title, *texts in zip(*(fields[step::4] for step in range(4)), strict=True):
            yield pytest.param(*texts, id=f"{path.stem}: {title}")


@pytest.mark.parametrize(("old", "new", "expected"), list(cases()))
def test_a_redline_reads_as_specified(old, new, expected):
    texts = [read_document(FRONT + text, "text.md") for text in (old, new)]
    both = redline(*texts)
    assert write(both, DEFAULT).decode().removeprefix(FRONT).rstrip("\n") == expected.rstrip("\n")
    assert [settle(both, side) for side in ("old", "new")] == texts


# ------------------------------------------------------------------ as Markdown of record


def recorded(node):
    """Return a redline as Markdown of record can hold it: of what was otherwise, it keeps names, numbers, ends and roles."""
    kept = tuple((name, older) for name, older in node.was if name in (*WAS, *FIELDS))
    node = replace(node, was=kept)
    return (
        replace(node, parts=tuple(map(recorded, node.parts)))
        if hasattr(node, "parts")
        else replace(node, children=tuple(map(recorded, node.children)))
    )


def comes_back(document):
    """Return whether Markdown can hold a document: some revisions have shapes that nobody can write."""
    try:
        return read_document(write(document, DEFAULT).decode(), "record.md") == document
    except Refused:
        return False


@pytest.mark.thorough
@RANDOM
@given(near_pairs())
def test_a_redline_of_record_comes_back(pair):
    old, new = map(normal_document, pair)
    assume(comes_back(old) and comes_back(new))
    both = redline(old, new)
    assert read_document(write(both, DEFAULT).decode(), "redline.md") == normal_document(recorded(both))
