"""A partnership may waive what a rule finds, with its reason: it is told, counted, and stops nothing; a waiver of no use is a warning."""

from __future__ import annotations

import re

import pytest
from cases import RIVER, laid_out

from section75.cli import main
from section75.facts.agreement import Agreement
from section75.facts.equality import EqualityAnalysis
from section75.facts.instrument import Instrument
from section75.facts.report import Report
from section75.project import Project

FOLDER = "agreements/river"
REPORT = f"{FOLDER}/reports/2026-02-05-cabinet.yaml"
SKIPPED = "appendices: [{label: 3, title: Presentation}]\n"
REASON = "waive:\n  appendices: >-\n    The report as published cites appendix 3\n    only.\n"
TOLD = (
    rf"{REPORT}:\d+:\d+: waived: There are appendices after Appendix 1, and no Appendix 1, "
    r"because: The report as published cites appendix 3 only\. \[appendices\]$"
)


@pytest.fixture
def root(tmp_path):
    """A project with one agreement whose report skips two appendices."""
    made = laid_out(tmp_path / "project", RIVER)
    add(made, REPORT, SKIPPED)
    (made / FOLDER / "reports" / "2026-02-05-cabinet" / "governance.md").write_text("Appendix 3 has more.\n", encoding="utf-8")
    return made


def add(root, file, words):
    path = root / file
    path.write_text(f"{path.read_text(encoding='utf-8')}{words}", encoding="utf-8")


def told(capsys, rule="appendices"):
    """Return the lines about one rule, and what was said at the end."""
    said = capsys.readouterr()
    return [line for line in said.err.splitlines() if line.endswith(f"[{rule}]")], said.out.replace("\n", " ")


@pytest.mark.thorough
def test_what_is_not_waived_is_a_warning(root, capsys):
    assert main(["check", "river"], root) == 0
    lines, end = told(capsys)
    assert [": warning: " in line for line in lines] == [True, True]
    assert end.startswith("0 errors, 2 warnings, ")


@pytest.mark.thorough
def test_what_is_waived_is_told_with_its_reason_and_counted_and_is_no_warning(root, capsys):
    add(root, REPORT, REASON)
    assert main(["check", "river"], root) == 0
    lines, end = told(capsys)
    assert len(lines) == 2
    assert re.match(TOLD, lines[0])
    assert end.startswith("0 errors, 0 warnings, 2 waived, ")


@pytest.mark.thorough
def test_a_build_tells_it_too_and_does_not_count_it_among_the_problems(root, capsys, tmp_path):
    add(root, REPORT, REASON)
    assert main(["build", "river", "--format", "md", "--out", str(tmp_path / "out"), "--jobs", "1"], root) == 0
    lines, end = told(capsys)
    assert re.match(TOLD, lines[0])
    assert "2 findings are waived." in end
    table = [re.split(r" *│ *", line.strip("│ ")) for line in re.findall(r"│[^┃]*?│(?= )", end)]
    assert all(row[6] == "0" for row in table if len(row) > 6)


@pytest.mark.thorough
def test_a_final_copy_does_not_stop_at_what_is_waived(root, capsys):
    add(root, REPORT, REASON)
    main(["build", "river", "--final", "--format", "md"], root)
    lines, _ = told(capsys)
    assert [": waived: " in line for line in lines] == [True, True]


@pytest.mark.thorough
def test_a_final_copy_stops_at_what_is_not(root, capsys):
    assert main(["build", "river", "--final", "--format", "md"], root) == 1
    lines, _ = told(capsys)
    assert [": error: " in line for line in lines] == [True, True]


@pytest.mark.thorough
def test_an_error_that_a_rule_finds_may_be_waived(root, capsys):
    late = root / FOLDER / "agreement.yaml"
    late.write_text(late.read_text(encoding="utf-8").replace("review: {every", "review: {first: 1 May 2029, every"), encoding="utf-8")
    assert main(["check", "river"], root) == 1
    lines, _ = told(capsys, "review-before-end")
    assert [": error: " in line for line in lines] == [True]
    add(root, f"{FOLDER}/agreement.yaml", "waive: {review-before-end: The partners mean the review of the agreement that follows.}\n")
    assert main(["check", "river"], root) == 0
    lines, _ = told(capsys, "review-before-end")
    assert [": waived: " in line for line in lines] == [True]


@pytest.mark.thorough
@pytest.mark.parametrize("file", [f"{FOLDER}/agreement.yaml", f"{FOLDER}/equality.yaml"])
def test_a_waiver_counts_for_the_paper_in_whose_facts_it_stands(root, capsys, file):
    add(root, file, REASON)
    assert main(["check", "river"], root) == 0
    lines, end = told(capsys)
    assert [": warning: " in line for line in lines] == [True, True]
    assert end.startswith("0 errors, 3 warnings, ")


@pytest.mark.thorough
def test_a_waiver_that_waives_nothing_is_a_warning_at_its_place(root, capsys):
    add(root, REPORT, REASON + "  weekday: The date is that of the agenda.\n")
    assert main(["check", "river"], root) == 0
    lines, end = told(capsys, "waive")
    assert len(lines) == 1
    assert re.match(rf"{REPORT}:\d+:3: warning: “weekday” is waived here and finds nothing\.", lines[0])
    assert end.startswith("0 errors, 1 warnings, 2 waived, ")


@pytest.mark.thorough
def test_a_waiver_of_a_paper_that_is_not_built_is_not_judged(root, capsys, tmp_path):
    add(root, REPORT, REASON + "  weekday: The date is that of the agenda.\n")
    main(["build", "river", "--document", "equality", "--format", "md", "--out", str(tmp_path / "out")], root)
    assert told(capsys, "waive")[0] == []


@pytest.mark.parametrize("model", [Agreement, Report, EqualityAnalysis, Instrument])
def test_the_facts_of_every_paper_may_waive(model):
    assert "waive" in model.model_fields


def test_a_renewal_inherits_no_waiver(root):
    add(root, f"{FOLDER}/agreement.yaml", "waive: {sums: The total is printed as it was published.}\n")
    renewal = root / "agreements" / "again"
    renewal.mkdir()
    (renewal / "agreement.yaml").write_text(
        "renews: ../river\nterm: {commencement: 1 April 2028, expiry: 31 March 2030}\n", encoding="utf-8"
    )
    assert dict(Project(root).read("again").agreement.waive) == {}
    assert list(Project(root).read("river").agreement.waive) == ["sums"]


@pytest.mark.thorough
def test_no_report_of_the_project_waives_without_a_reason_that_says_something():
    project = Project(laid_root())
    for name in project.names:
        for holder in project.read(name).holders.values():
            assert all(len(because.split()) >= 5 for because in holder.waive.values())


def laid_root():
    return RIVER.parents[3]
