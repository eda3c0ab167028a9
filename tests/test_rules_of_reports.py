"""What rules of reports stand on: dated thresholds, bodies with their last days, and names of organisations in running words."""

from __future__ import annotations

import pytest
from cases import RIVER, laid_out
from whole import PROJECT, ROOT

from section75.cli import main
from section75.facts.base import Blank
from section75.facts.dates import day
from section75.facts.passing import read_passing
from section75.rules.organisations import Organisation, named_in
from section75.text.houses import read_house

BODIES = [one for one in read_passing(ROOT / "templates" / "law", "templates/law") if one.table == "tl-b"]

# ------------------------------------------------------------------ thresholds


def thresholds(house: str, when: str) -> list[int]:
    _, style = read_house(ROOT, house)
    at = day(when) if when else Blank("the date of the meeting", "report.meeting.date")
    return [threshold.amount.pence // 100 for threshold in style.thresholds if threshold.holds_on(at)]


@pytest.mark.parametrize(
    ("when", "amounts"),
    [("13 July 2017", []), ("5 March 2019", [1_600_000]), ("31 March 2024", [1_600_000]), ("1 April 2024", [2_200_000]), ("", [2_200_000])],
)
def test_the_threshold_is_that_of_the_day_of_the_meeting(when, amounts):
    assert thresholds("lancashire", when) == amounts


@pytest.mark.parametrize("house", ["default", "kent"])
def test_a_house_that_states_none_has_that_of_the_default_house(house):
    assert thresholds(house, "5 February 2026") == [500_000]


# ------------------------------------------------------------------ bodies


@pytest.mark.parametrize(
    ("kind", "last", "first"),
    [
        ("primary care trust", "31 March 2013", "1 April 2013"),
        ("strategic health authority", "31 March 2013", "1 April 2013"),
        ("clinical commissioning group", "30 June 2022", "1 July 2022"),
    ],
)
def test_a_body_is_there_on_its_last_day_and_not_on_the_next(kind, last, first):
    (body,) = [body for body in BODIES if body.type == kind]
    assert body.there_on(day(last))
    assert not body.there_on(day(first))
    assert body.successor


def test_every_body_that_ended_says_on_what_authority():
    sure = [body for body in BODIES if body.until and body.certainty == "read"]
    assert len(sure) > 5
    assert [body.path for body in sure if "unverified" in body.authority or not any(sign.isdigit() for sign in body.authority)] == []


def test_a_fault_in_the_files_of_bodies_is_told_at_its_place(tmp_path, capsys):
    root = laid_out(tmp_path / "project", RIVER)
    (root / "templates" / "law" / "bodies" / "wrong.yaml").write_text(
        "trust:\n  row: tl-b-99\n  names: Hill Trust\n  untill: 1 May 2020\n", encoding="utf-8"
    )
    assert main(["check", "river"], root) == 1
    assert (
        "templates/law/bodies/wrong.yaml:4:3: error: “untill” is not a field here. Did you mean “until”? [facts]" in capsys.readouterr().err
    )


# ------------------------------------------------------------------ organisations


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("the agreement between Hill County Council & Dale and Vale NHS Trust", ["Hill County Council", "Dale and Vale NHS Trust"]),
        ("Partnership Agreement with NHS Hill Clinical Commissioning Group", ["NHS Hill Clinical Commissioning Group"]),
        ("the Council, the Trust and every NHS Foundation Trust", []),
        ("an agreement with the Hill CCG, Dale ICB", ["Hill CCG", "Dale ICB"]),
        ("Clinical Commissioning Groups and Councils", []),
    ],
)
def test_organisations_are_found_by_what_they_are(words, names):
    assert [found.words for found in named_in(words)] == names


@pytest.mark.parametrize(
    ("name", "written", "same", "nearly"),
    [
        ("Dale and Hill Partnership NHS Trust", "Dale & Hill Partnership NHS Trust", True, True),
        ("Dale and Hill Partnership NHS Trust", "Dale & Hill NHS Partnership Trust", False, True),
        ("NHS Hill Clinical Commissioning Group", "Hill CCG", True, True),
        ("Hill County Council", "Hill City Council", False, False),
        ("Hill County Council", "Hill Council", False, True),
        ("Hill County Council", "Hill NHS Trust", False, False),
        ("the Council", "Dale Council", False, False),
    ],
)
def test_one_body_is_told_from_another_and_from_a_slip_in_its_name(name, written, same, nearly):
    known, found = Organisation(name), Organisation(written)
    assert (known.says(found), known.is_nearly(found)) == (same, nearly)


def test_the_slip_in_the_name_of_a_party_that_a_real_report_has_is_found_and_waived():
    report = PROJECT.read("warwickshire-cwpt-mental-health").reports["2018-02-15-cabinet"]
    assert list(report.waive) == ["parties-named"]
