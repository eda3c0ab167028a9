"""The register: how each agreement stands on a day, what is due by when, and the same in every form."""

from __future__ import annotations

import csv
import json
from io import BytesIO, StringIO
from zipfile import ZipFile

import pytest
from cases import CASES, laid_out
from icalendar import Calendar
from splicing import spliced
from whole import ROOT, partnership

from section75.cli import main
from section75.commands.register import Register, form, forms, gather, stand
from section75.facts.base import Blank
from section75.facts.dates import day
from section75.project import Project

NORTHSHIRE = "northshire-better-care-fund"


RENEWAL = f"{NORTHSHIRE}-2027"


def standing(name: str, on: str):
    return stand(partnership(name), day(on), RENEWAL if name == NORTHSHIRE else "")


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("on", "state", "ends"),
    [
        ("1 March 2026", "draft", "2028-03-31"),
        ("31 March 2026", "not begun", "2028-03-31"),
        ("1 April 2026", "in force", "2028-03-31"),
        ("7 December 2026", "in force", "2028-03-31"),
        ("8 December 2026", "in force", "2029-03-31"),  # the letter that extends it is given
        ("24 March 2027", "ending soon", "2027-03-31"),  # the agreement that renews it is signed
        ("1 April 2027", "ended", "2027-03-31"),
    ],
)
def test_an_agreement_stands_by_what_was_made_until_the_day(on, state, ends):
    found = standing(NORTHSHIRE, on)
    assert (found.state, found.ends.isoformat()) == (state, ends)


def test_the_days_by_which_something_is_due_leave_time_for_notice_agenda_and_call_in():
    found = standing(NORTHSHIRE, "1 October 2026")
    assert [(one.day.isoformat(), one.what) for one in found.milestones] == [
        ("2027-03-31", "last day for notice to end it"),
        ("2027-06-30", "review"),
        ("2027-08-24", "notice of a key decision to extend or replace it"),
        ("2027-09-14", "agenda of that decision"),
        ("2027-09-22", "last day for that decision"),
        ("2027-09-30", "last day to decide an extension"),
        ("2028-02-23", "notice of a key decision to extend or replace it"),
        ("2028-03-15", "agenda of that decision"),
        ("2028-03-23", "last day for that decision"),
        ("2028-03-31", "end of the term"),
    ]


def test_what_is_over_has_nothing_left_to_do():
    assert standing(NORTHSHIRE, "1 April 2027").milestones == ()


def test_money_is_that_of_all_partners_year_by_year():
    found = standing(NORTHSHIRE, "1 October 2026")
    assert [(str(one.year), one.total.pence) for one in found.money] == [("2026/27", 2674575050), ("2027/28", 2623953151)]


def test_a_year_in_which_a_sum_is_not_known_has_no_total(tmp_path):
    root = laid_out(tmp_path, CASES / "good" / "fully-stated")
    file = root / "agreements" / "fully-stated" / "agreement.yaml"
    before = stand(Project(root).read("fully-stated"), day("1 May 2026"))
    year = str(before.money[0].year)
    payer = next(iter(before.agreement.contributions[before.money[0].year]["reablement"]))
    file.write_text(spliced(file.read_text(encoding="utf-8"), {f"contributions.{year}.reablement.{payer}": "TBC"}), encoding="utf-8")
    after = stand(Project(root).read("fully-stated"), day("1 May 2026"))
    assert before.money[0].total.pence > 0
    assert isinstance(after.money[0].total, Blank)


@pytest.mark.thorough
def test_what_is_over_stands_first_and_what_ends_soonest_next():
    found = gather(Project(ROOT), [NORTHSHIRE, f"{NORTHSHIRE}-2027", "kent-kmpt-mental-health"], day("1 May 2027"))
    assert [(str(one.key), str(one.state)) for one in found.standings] == [
        (NORTHSHIRE, "ended"),
        ("kent-kmpt-mental-health", "expired"),
        (f"{NORTHSHIRE}-2027", "in force"),
    ]


# ------------------------------------------------------------------ forms


@pytest.fixture(scope="module")
def register():
    return Register(day("1 October 2026"), (standing(NORTHSHIRE, "1 October 2026"),), Project(ROOT))


def test_the_forms_are_those_of_their_folder():
    assert forms() == ("csv", "html", "ics", "text", "xlsx")


@pytest.mark.parametrize("name", forms())
def test_the_same_register_is_the_same_bytes(register, name):
    assert form(name).write(register) == form(name).write(register)


def test_comma_separated_values_hold_a_line_an_agreement(register):
    rows = list(csv.DictReader(StringIO(form("csv").write(register).decode("utf-8-sig"))))
    assert len(rows) == 1
    assert rows[0]["Ends"] == "2028-03-31"
    assert rows[0]["£ 2026/27"] == "26745750.50"
    assert rows[0]["Decision by"] == "2027-09-22"


def test_a_workbook_holds_days_as_days_and_pounds_as_numbers(register):
    with ZipFile(BytesIO(form("xlsx").write(register))) as book:
        sheet = book.read("xl/worksheets/sheet1.xml").decode()
        assert "<v>46843</v>" in sheet  # 31 March 2028 as a spreadsheet counts
        assert "<v>26745750.5</v>" in sheet
        assert "autoFilter" in sheet


def test_a_calendar_has_a_whole_day_for_each_day_by_which_something_is_due(register):
    events = Calendar.from_ical(form("ics").write(register)).walk("VEVENT")
    assert len(events) == len(register.standings[0].milestones) == 10
    assert len({str(event["uid"]) for event in events}) == 10
    assert events[0].decoded("dtstart").isoformat() == "2027-03-31"


def test_the_page_has_a_heading_for_each_agreement_and_its_days(register):
    page = form("html").write(register).decode()
    assert "Register of section 75 agreements" in page
    assert "31 March 2027" in page.replace("\u00a0", " ")
    assert "£26,745,750.50" in page


@pytest.mark.thorough
def test_words_that_a_spreadsheet_would_take_for_a_formula_are_only_words(tmp_path):
    root = laid_out(tmp_path, CASES / "good" / "fully-stated")
    file = root / "agreements" / "fully-stated" / "agreement.yaml"
    file.write_text(spliced(file.read_text(encoding="utf-8"), {"title": json.dumps('=HYPERLINK("x")')}), encoding="utf-8")
    found = gather(Project(root), ["fully-stated"], day("1 May 2026"))
    assert "'=HYPERLINK" in form("csv").write(found).decode("utf-8-sig")
    with ZipFile(BytesIO(form("xlsx").write(found))) as book:
        assert "<f>" not in book.read("xl/worksheets/sheet1.xml").decode()


# ------------------------------------------------------------------ the verb


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--format", "word"], "There is no form “word”."),
        (["--format", "xlsx"], "name a file"),
        (["--on", "1.2.26"], "may be read day first"),
    ],
)
def test_wrong_words_are_told_at_once(words, said, capsys):
    assert main(["register", *words]) == 2
    assert said in capsys.readouterr().err


@pytest.mark.thorough
def test_the_ending_of_the_file_tells_the_form(tmp_path):
    root = laid_out(tmp_path, CASES / "good" / "fully-stated")
    file = tmp_path / "register.ics"
    assert main(["register", "--on", "1 October 2026", "-o", str(file)], root) == 0
    assert file.read_bytes().startswith(b"BEGIN:VCALENDAR")


@pytest.mark.thorough
def test_an_agreement_that_cannot_be_read_is_told_and_the_others_are_shown(tmp_path, capsys):
    root = laid_out(tmp_path, CASES / "good" / "fully-stated")
    (root / "agreements" / "broken").mkdir()
    (root / "agreements" / "broken" / "agreement.yaml").write_text("title: [\n", encoding="utf-8")
    assert main(["register", "--on", "1 May 2026"], root) == 1
    said = capsys.readouterr()
    assert "agreements/broken/agreement.yaml" in said.err
    assert "Agreements as at 1 May 2026" in said.out


@pytest.mark.thorough
def test_the_day_of_a_register_follows_the_reproducible_date(monkeypatch, capsys):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1790812800")
    assert main(["register", NORTHSHIRE]) == 0
    assert "Agreements as at 1 October 2026" in capsys.readouterr().out
