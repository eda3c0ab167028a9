"""Another program, which knows nothing of ours, accepts or rejects what a Word redline tracks: it must come to the new and to the old text.

The program is Docxodus, in .NET; the reader of what it leaves is ours, for a file in which nothing is tracked any more.
"""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import HealthCheck, given, settings
from random_edits import far_pairs, near_pairs
from random_redlines import redlines
from redline_sample import NEW, OLD
from test_word_redline import changed_in_place, written
from whole import ROOT
from word_sample import WORD_HOUSE

from section75.comparison.settling import settle
from section75.document.numbering import number
from section75.project import Project
from section75.writers.docx import write
from section75.writers.docx.settled import paragraphs

pytestmark = [pytest.mark.validators("docx_scalpel"), pytest.mark.thorough]
RANDOM = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
DEED = "2026-09-29-variation"
FIELD = re.compile(r"\{REF (\d+)\.\d+")


def settled(data):
    """Return what the other program leaves, with all changes rejected and with all accepted."""
    import docx_scalpel

    return {"old": docx_scalpel.docx_diff_reject_revisions(data), "new": docx_scalpel.docx_diff_accept_revisions(data)}


def told(data, side):
    """Return the paragraphs; a field is told by the words that it points at, since paragraphs without words are left out."""
    lines = paragraphs(data, side)

    def pointed(found):
        return f"{{REF “{re.sub(r'{REF.*?}', '{…}', lines[int(found[1])])}”"

    return [FIELD.sub(pointed, line) for line in lines if line.strip()]


def hold(data, old, new):
    left = settled(data)
    assert told(left["old"], "old") == told(write(old, WORD_HOUSE), "old")
    assert told(left["new"], "new") == told(write(new, WORD_HOUSE), "new")


def test_the_sample_of_all_kinds_of_change_gives_both_texts():
    hold(written(OLD, NEW), OLD, NEW)


@RANDOM
@given(near_pairs() | far_pairs)
def test_random_edits_give_both_texts(pair):
    old, new = (number(replace(one, kind="agreement"), WORD_HOUSE.scheme) for one in pair)
    hold(written(old, new), old, new)


@RANDOM
@given(redlines(WORD_HOUSE.scheme))
def test_random_redlines_with_moves_give_both_texts(tree):
    old, new = settle(tree, "old"), settle(tree, "new")
    hold(written(old, new, tree), old, new)


def test_northshires_deed_gives_the_signed_and_the_conformed_text():
    partnership = Project(ROOT).read("northshire-better-care-fund")
    varying = partnership.project.varying(partnership)
    old, new = varying.before(DEED).document, varying.after(DEED)
    hold(written(old, new), old, new)


def test_a_word_that_is_not_tracked_is_found_by_the_other_program():
    broken = changed_in_place(
        written(OLD, NEW), lambda xml: re.sub(r"<w:ins [^>]*>(<w:r><w:t [^>]*>Trust</w:t></w:r>)</w:ins>", r"\1", xml)
    )
    with pytest.raises(AssertionError):
        hold(broken, OLD, NEW)
