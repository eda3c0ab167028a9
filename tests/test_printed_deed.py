"""The printed deed, read by somebody who knows only its words and the printed signed text, makes the printed conformed text."""

from __future__ import annotations

from random import Random

import pytest
from cases import RIVER, laid_out
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from printed_deed import amendments, carried_out, lines, text
from random_agreements import conformed, signed
from test_stating import read_back_files

from section75.drafting.instrument import InstrumentTexts, draft_instrument
from section75.project import Project

RANDOM = settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))


@pytest.fixture(scope="module")
def drafting(tmp_path_factory):
    """Return what drafts a deed from its facts and the texts beside them."""
    project = Project(laid_out(tmp_path_factory.mktemp("project"), RIVER))
    partnership = project.read("river")
    paper = project.paper(partnership, partnership.draft_of_agreement.house)
    kinds, parts = project.shelves.instruments(paper.library), project.shelves.instrument_parts(paper.library)
    return lambda deed, texts: draft_instrument(deed, paper, InstrumentTexts(kinds, parts, texts)).document


def revision(seed, often):
    random = Random(seed)  # noqa: S311 - random agreements, no secrets
    old = signed(random)
    return old, conformed(old, random, often)


@pytest.mark.thorough
@RANDOM
@given(st.integers(0, 2**32), st.sampled_from((0.03, 0.1, 0.25)))
def test_the_printed_deed_makes_the_printed_conformed_text(drafting, seed, often):
    old, new = revision(seed, often)
    deed = drafting(*read_back_files(old, new))
    assert carried_out(deed, old) == lines(text(new))


def test_up_to_ten_amendments_stand_in_the_deed_and_more_in_a_schedule_to_it(drafting):
    few, many = (drafting(*read_back_files(*revision(*one))) for one in ((0, 0.02), (5, 0.3)))
    assert 0 < len(list(amendments(few))) <= 10 < len(list(amendments(many)))
    assert "schedule" not in {part.kind for part in few.parts if not part.number.startswith("Annex")}
    assert "Schedule 1" in {part.number for part in many.parts}
