"""The redline: that it is exact, whatever was done to a text."""

from collections import Counter

import pytest
from hypothesis import HealthCheck, given, settings
from random_edits import children, far_pairs, near_pairs

from section75.comparison.redline import redline
from section75.comparison.settling import settle

RANDOM = settings(deadline=None, max_examples=25, suppress_health_check=list(HealthCheck))
OFTEN = settings(RANDOM, max_examples=400)


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
