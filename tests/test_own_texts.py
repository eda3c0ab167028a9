"""A partnership's own schedules and annexes: they stand in the library's place, or after it, lettered."""

import pytest
from cases import RIVER, laid_out

from section75.document.tree import plain
from section75.project import Project
from section75.writers import written

ANNEX = """# The plan of the river {#annex-plan}

## What it is {#annex-plan-what}

1. The plan is of 2026. [Clause](#notices) does not apply to it.
"""
MAP = """# The map {#annex-map}

## Where {#annex-map-where}

1. It shows what [annex](#annex-plan) and [paragraph](#annex-plan-what) speak of.
"""
RESOURCES = "# Things given {#schedule-resources}\n\n## None {#schedule-resources-none}\n\n1. No Partner gives anything but money.\n"


@pytest.fixture
def own(tmp_path):
    root = laid_out(tmp_path, RIVER)
    folder = root / "agreements" / "river"
    for name, words in (("annexes/010-plan.md", ANNEX), ("annexes/020-map.md", MAP), ("schedules/resources.md", RESOURCES)):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(words, encoding="utf-8")
    return Project(root).read("river").draft("agreement")


def parts(made):
    return {part.id: part for part in made.drafted.document.parts}


@pytest.mark.thorough
def test_annexes_are_lettered_after_the_schedules(own):
    assert [part.number for part in parts(own).values() if part.number][-2:] == ["Annex A", "Annex B"]


def test_a_reference_into_an_annex_names_it(own):
    words = plain(parts(own)["annex-map"].children[0].children[0].content)
    assert words == "It shows what Annex A and paragraph 1 of Annex A speak of"


def test_an_own_schedule_stands_in_the_place_of_the_library_s(own):
    schedule = parts(own)["schedule-resources"]
    assert plain(schedule.heading) == "Things given"
    assert schedule.number.startswith("Schedule ")


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_annexes_are_written(own, ending):
    assert written(own.drafted.document, own.house, ending)
