"""The road of a paper to the other side and back: sent, changed, told, taken over, merged."""

from __future__ import annotations

import json
import re
import shutil

import pytest
from returning import SENT, Hand, sent_file
from whole import NORTHSHIRE, ROOT, copy_of
from word_sample import WORD_HOUSE

from section75.cli import main
from section75.commands.coming_back import come_back
from section75.commands.conflicts import open_conflicts, written
from section75.comparison.merging import Conflict
from section75.problems import Refused
from section75.project import Project
from section75.records import fingerprint
from section75.returned.package import opened
from section75.writers.docx.properties import SENT_TEXT, with_property
from section75.writers.markdown import write

DAY = "2026-05-04"
STEM = f"{DAY}-agreement"
CONFLICT = "A Partner that finds a conflict"
KEEPS = "Each Partner must keep Records for 12 years"


@pytest.fixture(scope="module")
def project(tmp_path_factory):
    """Return a project from which the agreement of Northshire was sent."""
    root = copy_of(tmp_path_factory.mktemp("project"), ROOT / "agreements" / NORTHSHIRE)
    assert main(["send", NORTHSHIRE, "--on", "4 May 2026"], root) == 0
    return root


@pytest.fixture
def sent(project, tmp_path):
    """Return a copy of that project."""
    return shutil.copytree(project, tmp_path / "project")


def back(root, change) -> str:
    """Return the file that was sent, changed by somebody."""
    data = (root / "build" / NORTHSHIRE / "sent" / f"{STEM}.docx").read_bytes()
    file = root / "back.docx"
    file.write_bytes(change(Hand(data)).data())
    return str(file)


def folder(root):
    return root / "agreements" / NORTHSHIRE


# ------------------------------------------------------------------ the whole road


@pytest.mark.thorough
def test_what_was_sent_bears_the_fingerprint_of_the_text_that_is_kept(sent):
    text = (folder(sent) / "sent" / f"{STEM}.md").read_bytes()
    data = (sent / "build" / NORTHSHIRE / "sent" / f"{STEM}.docx").read_bytes()
    assert opened(data, "sent.docx").property(SENT_TEXT) == fingerprint(text)
    assert main(["send", NORTHSHIRE, "--on", DAY], sent) == 0
    assert (sent / "build" / NORTHSHIRE / "sent" / f"{STEM}.docx").read_bytes() == data


@pytest.mark.thorough
def test_another_text_is_never_written_over_one_that_was_sent(sent, capsys):
    file = folder(sent) / "agreement.yaml"
    file.write_text(file.read_text(encoding="utf-8").replace("retention: 12 years", "retention: 10 years"), encoding="utf-8")
    before = (folder(sent) / "sent" / f"{STEM}.md").read_bytes()
    assert main(["send", NORTHSHIRE, "--on", DAY], sent) == 1
    assert "Another text was sent on that day" in capsys.readouterr().err
    assert (folder(sent) / "sent" / f"{STEM}.md").read_bytes() == before


@pytest.mark.thorough
def test_what_came_back_is_told_and_nothing_is_written(sent, capsys):
    file = back(sent, lambda hand: hand.replace(CONFLICT, "conflict", "clash", tracked=True).replace(KEEPS, "12 years", "7 years"))
    before = {path: path.read_bytes() for path in folder(sent).rglob("*") if path.is_file()}
    assert main(["returned", file], sent) == 0
    told = capsys.readouterr().out
    assert "Clause 2: Order of precedence\n  clause 2.4: words, tracked, Nadia Khan\n    - A Partner that finds a conflict" in told
    assert "clause 34.3: value, NOT TRACKED\n    - 12 years\n    + 7 years\n      periods.retention: 7 years; also printed in" in told
    assert "2 changes, 1 of them not tracked; 0 comments; 0 not accounted for." in told
    assert {path: path.read_bytes() for path in folder(sent).rglob("*") if path.is_file()} == before


@pytest.mark.thorough
def test_what_can_be_proved_is_taken_over_and_the_draft_says_what_they_wrote(sent, capsys):
    file = back(sent, lambda hand: hand.replace(CONFLICT, "conflict", "clash", tracked=True).replace(KEEPS, "12 years", "7 years"))
    facts = (folder(sent) / "agreement.yaml").read_text(encoding="utf-8")
    clause = (sent / "templates" / "clauses" / "020-precedence.md").read_text(encoding="utf-8")
    assert main(["returned", file, "--apply", "--everywhere", "--format", "json"], sent) == 0
    events = json.loads(capsys.readouterr().out)["events"]
    assert [(event["kind"], event["taken"], event["left"]) for event in events] == [("text", True, ""), ("value", True, "")]
    assert (folder(sent) / "agreement.yaml").read_text(encoding="utf-8") == facts.replace("retention: 12 years", "retention: 7 years")
    own = (folder(sent) / "clauses" / "020-precedence.md").read_text(encoding="utf-8")
    assert own == clause.replace("that finds a conflict", "that finds a clash")
    draft = write(Project(sent).read(NORTHSHIRE).draft("agreement").drafted.document, WORD_HOUSE).decode()
    assert "A Partner that finds a clash must tell" in draft
    assert "must keep Records for 7 years" in draft


@pytest.mark.thorough
def test_a_value_that_other_places_print_too_is_left_unless_it_is_meant_everywhere(sent, capsys):
    file = back(sent, lambda hand: hand.replace(KEEPS, "12 years", "7 years"))
    before = (folder(sent) / "agreement.yaml").read_bytes()
    assert main(["returned", file, "--apply", "--format", "json"], sent) == 0
    (event,) = json.loads(capsys.readouterr().out)["events"]
    assert not event["taken"]
    assert re.match(r"“periods.retention” prints “12 years” in \d+ other lines too, which they left\. ", event["left"])
    assert (folder(sent) / "agreement.yaml").read_bytes() == before


@pytest.mark.thorough
def test_no_final_copy_is_made_while_a_conflict_stands(sent, capsys):
    file = back(sent, lambda hand: hand.replace(KEEPS, "12 years", "7 years"))
    facts = folder(sent) / "agreement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("retention: 12 years", "retention: 10 years"), encoding="utf-8")
    assert main(["returned", file, "--merge", "-o", str(sent / "merged.md")], sent) == 1
    told = capsys.readouterr()
    assert "clause 34.3: both sides changed it (words)." in told.err
    assert "must keep Records for 10 years" in (sent / "merged.md").read_text(encoding="utf-8")
    assert main(["build", NORTHSHIRE, "--document", "agreement", "--format", "md", "--final"], sent) == 1
    assert "error: clause 34.3: both sides changed it (words)." in capsys.readouterr().err
    kept = folder(sent) / "sent" / f"{STEM}-conflicts.yaml"
    kept.write_text(kept.read_text(encoding="utf-8").replace("settled: TBC", "settled: ours, agreed by telephone"), encoding="utf-8")
    assert main(["returned", file, "--merge"], sent) == 0
    assert "1 conflicts, 0 of them not settled" in capsys.readouterr().out
    assert 'settled: "ours, agreed by telephone"' in kept.read_text(encoding="utf-8")


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["md", "docx", "html", "json"])
def test_a_report_is_written_in_every_form(sent, ending):
    file = back(sent, lambda hand: hand.replace(CONFLICT, "conflict", "clash", tracked=True).comment(CONFLICT, " must tell", "By when?"))
    report = sent / f"report.{ending}"
    assert main(["returned", file, "-o", str(report)], sent) == 0
    words = opened(report.read_bytes(), "report.docx").text.itertext() if ending == "docx" else [report.read_text(encoding="utf-8")]
    told = "".join(words)
    assert "A Partner that finds a clash" in told
    assert "By when?" in told


# ------------------------------------------------------------------ refused


def test_a_file_that_does_not_say_what_it_was_made_from_is_refused(tmp_path):
    (tmp_path / "back.docx").write_bytes(sent_file())
    with pytest.raises(Refused) as refused:
        come_back(Project(tmp_path), tmp_path / "back.docx")
    (problem,) = refused.value.problems
    assert problem.message.startswith("The file does not say which text it was made from")
    assert "--against" in problem.remedy


def test_a_file_whose_text_is_not_kept_is_refused(tmp_path):
    (tmp_path / "back.docx").write_bytes(with_property(sent_file(), SENT_TEXT, "0" * 64))
    with pytest.raises(Refused) as refused:
        come_back(Project(tmp_path), tmp_path / "back.docx")
    assert refused.value.problems[0].message == "The text that the file was made from is not under agreements/*/sent."


def test_a_file_is_read_against_the_text_that_is_named(tmp_path):
    (tmp_path / "sent.md").write_bytes(write(SENT, WORD_HOUSE))
    (tmp_path / "back.docx").write_bytes(Hand().replace("Each Partner", "promptly", "within a week").data())
    found = come_back(Project(tmp_path), tmp_path / "back.docx", tmp_path / "sent.md")
    assert [(event.kind, event.place) for event in found.read.events] == [("text", "clause 3.3")]
    assert found.record is None


MISTYPED = {
    ("--format", "yaml"): "There is no form “yaml”.",
    ("-o", "report.odt"): "“report.odt” cannot be written.",
    ("--everywhere",): "--everywhere says how --apply takes values over: give both.",
    ("--apply", "--merge"): "Take over first what can be proved, with --apply; then merge the rest, with --merge.",
}


@pytest.mark.parametrize("words", MISTYPED)
def test_a_wrong_usage_ends_with_status_two(words, tmp_path, capsys):
    assert main(["returned", "back.docx", *words], tmp_path) == 2
    assert capsys.readouterr().err.startswith(MISTYPED[words])


def test_a_file_that_is_not_there_is_a_problem_and_no_traceback(tmp_path, capsys):
    assert main(["returned", str(tmp_path / "none.docx")], tmp_path) == 1
    assert "No such file" in capsys.readouterr().err


def test_values_cannot_be_taken_over_without_a_record(tmp_path, capsys):
    (tmp_path / "sent.md").write_bytes(write(SENT, WORD_HOUSE))
    (tmp_path / "back.docx").write_bytes(sent_file())
    given = ["returned", str(tmp_path / "back.docx"), "--against", str(tmp_path / "sent.md"), "--apply"]
    assert main(given, tmp_path) == 2
    assert "need the record" in capsys.readouterr().err


# ------------------------------------------------------------------ the property, and conflicts as a file


def test_a_property_is_written_once_and_the_same_bytes_come_of_it():
    once = with_property(sent_file(), SENT_TEXT, "a")
    assert with_property(sent_file(), SENT_TEXT, "a") == once
    assert opened(with_property(once, SENT_TEXT, "b"), "x").properties == ((SENT_TEXT, "b"),)
    other = with_property(once, "Other", "c")
    assert dict(opened(other, "x").properties) == {SENT_TEXT: "a", "Other": "c"}


CONFLICTS = (
    Conflict("words", "clause 2.1", "pool", "£5", "£6: “six”", "£7\nor more"),
    Conflict("order", "Schedule 4", "", "a; b", "b; a", "a; c; b"),
)


def kept(root, data: bytes):
    file = root / "agreements" / "one" / "sent" / f"{STEM}-conflicts.yaml"
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(data)
    return file


def test_a_conflict_stands_until_it_is_said_how_it_was_settled(tmp_path):
    data = written(CONFLICTS, "agreement")
    file = kept(tmp_path, data)
    first, second = open_conflicts(tmp_path, "one", "agreement")
    assert first.message == "clause 2.1: both sides changed it (words). As sent: “£5”. Ours: “£6: “six””. Theirs: “£7 / or more”."
    assert (first.place.file, first.place.line) == (file.relative_to(tmp_path).as_posix(), 5)
    assert "clauses/pool.md" in first.remedy
    assert second.message.startswith("Schedule 4: both sides changed it (order).")
    assert list(open_conflicts(tmp_path, "one", "reports/x")) == []
    settled = data.replace(b"settled: TBC", b"settled: theirs", 1)
    kept(tmp_path, settled)
    assert list(open_conflicts(tmp_path, "one", "agreement")) == [second]
    assert written(CONFLICTS, "agreement", settled) == data.replace(b"settled: TBC", b'settled: "theirs"', 1)


@pytest.mark.parametrize("data", [b"conflicts: none\n", b"paper: agreement\nconflicts:\n  - {place: a\n", b"[]\n", b"\xff"])
def test_a_file_of_conflicts_that_cannot_be_read_holds_up_a_final_copy(data, tmp_path):
    kept(tmp_path, data)
    assert {problem.level for problem in open_conflicts(tmp_path, "one", "agreement")} == {"error"}


def test_an_entry_without_an_answer_stands(tmp_path):
    kept(tmp_path, written(CONFLICTS, "agreement").replace(b"    settled: TBC\n", b""))
    assert len(list(open_conflicts(tmp_path, "one", "agreement"))) == len(CONFLICTS)
