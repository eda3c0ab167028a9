"""The forms in which `check` tells what it found: text with the line and a caret, JSON, annotations of GitHub, SARIF; and `--strict`."""

from __future__ import annotations

import json
import re

import pytest
from cases import RIVER, laid_out
from conftest import PACKAGES
from jsonschema import Draft4Validator

from section75.cli import main
from section75.commands import saying
from section75.commands.forms import Findings, forms
from section75.commands.forms.text import around
from section75.problems import Place, Problem
from section75.rules import rules

REPORT = "agreements/river/reports/2026-02-05-cabinet.yaml"
AGREEMENT = "agreements/river/agreement.yaml"
FORMS = ("github", "json", "sarif", "text")

FOUND = (
    Problem(Place("facts.yaml", 2, 7), "facts", "error", "There is no “councli”.", "Did you mean “council”?"),
    Problem(Place("facts.yaml", 3, 1), "sums", "warning", "100 % of it, is wrong: badly.", "Correct it."),
    Problem(Place("facts.yaml", 1, 1), "sums", "waived", "The sum is wrong.", "It was published so."),
    Problem(Place("facts.yaml", 1, 1), "blank", "information", "“x” is not known.", "State it."),
    Problem(Place("the document"), "undefined-term", "warning", "“Losses” is not defined.", "Define it."),
)


@pytest.fixture
def findings(tmp_path):
    (tmp_path / "facts.yaml").write_text("title: A\nhost: councli\nname: B\n", encoding="utf-8")
    return Findings(FOUND, tmp_path)


@pytest.fixture
def river(tmp_path):
    """A project whose one report skips two appendices: two warnings."""
    root = laid_out(tmp_path / "project", RIVER)
    add(root, REPORT, "appendices: [{label: 3, title: Presentation}]\n")
    (root / "agreements/river/reports/2026-02-05-cabinet/governance.md").write_text("Appendix 3 has more.\n", encoding="utf-8")
    return root


def add(root, file, words):
    path = root / file
    path.write_text(f"{path.read_text(encoding='utf-8')}{words}", encoding="utf-8")


def test_each_form_is_told_from_its_file():
    assert tuple(sorted(forms())) == FORMS


# ------------------------------------------------------------------ text


def test_beneath_what_is_wrong_stand_its_line_and_a_caret_and_not_beneath_what_is_only_unknown(findings):
    assert forms()["text"].write(findings) == (
        "facts.yaml:2:7: error: There is no “councli”. Did you mean “council”? [facts]\n"
        "    host: councli\n"
        "          ^\n"
        "facts.yaml:3:1: warning: 100 % of it, is wrong: badly. Correct it. [sums]\n"
        "    name: B\n"
        "    ^\n"
        "the document:1:1: warning: “Losses” is not defined. Define it. [undefined-term]\n"
        "facts.yaml:1:1: waived: The sum is wrong, because: It was published so. [sums]\n"
        "    title: A\n"
        "    ^\n"
        "facts.yaml:1:1: information: “x” is not known. State it. [blank]\n"
    )


def test_on_a_terminal_level_and_caret_are_coloured_and_the_words_are_the_same(findings):
    coloured = forms()["text"].write(Findings(findings.found, findings.root, colour=True))
    plain = forms()["text"].write(findings)
    assert "\x1b[1;31merror\x1b[0m" in coloured
    assert "\x1b[1;31m^\x1b[0m" in coloured
    assert re.sub(r"\x1b\[[0-9;]*m", "", coloured) == plain
    assert "\x1b" not in plain


@pytest.mark.parametrize(
    ("line", "column", "shown", "spaces"),
    [
        ("\thost: x", 2, "\thost: x", "\t"),
        ("host:", 6, "host:", "     "),
        ("host:", 60, "host:", "     "),
        ("a" * 300, 200, "…" + "a" * 120 + "…", " " * 61),
        ("a" * 300, 1, "a" * 120 + "…", ""),
        ("a" * 300, 300, "…" + "a" * 120, " " * 120),
    ],
)
def test_a_caret_stands_beneath_its_column_and_a_long_line_is_cut_around_it(line, column, shown, spaces):
    assert around(line, column) == (shown, spaces)


@pytest.mark.thorough
def test_colours_are_for_terminals_that_do_not_refuse_them(monkeypatch, river, capsys):
    monkeypatch.delenv("NO_COLOR", raising=False)
    monkeypatch.setattr(saying.sys.stderr, "isatty", lambda: True, raising=False)
    main(["check", "river"], river)
    assert "\x1b[" in capsys.readouterr().err
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setattr(saying.sys.stderr, "isatty", lambda: True, raising=False)
    main(["check", "river"], river)
    assert "\x1b[" not in capsys.readouterr().err


# ------------------------------------------------------------------ for programs


def test_json_holds_every_finding_and_what_is_waived_with_its_reason(findings):
    told = json.loads(forms()["json"].write(findings))
    assert told["problems"][0] == {
        "file": "facts.yaml", "line": 2, "column": 7, "level": "error", "rule": "facts",
        "message": "There is no “councli”.", "remedy": "Did you mean “council”?",
    }  # fmt: skip
    (waived,) = [one for one in told["problems"] if one["level"] == "waived"]
    assert waived["suppressions"] == [{"kind": "waiver", "justification": "It was published so."}]
    assert "remedy" not in waived
    assert told["counts"] == {"error": 1, "warning": 2, "waived": 1, "advice": 0, "information": 1}


def test_github_gets_a_workflow_command_for_each_finding(findings):
    assert forms()["github"].write(findings).splitlines() == [
        "::error file=facts.yaml,line=2,col=7,title=facts::There is no “councli”. Did you mean “council”?",
        "::warning file=facts.yaml,line=3,col=1,title=sums::100 %25 of it, is wrong: badly. Correct it.",
        "::warning title=undefined-term::“Losses” is not defined. Define it.",
        "::notice file=facts.yaml,line=1,col=1,title=sums::Waived: The sum is wrong, because: It was published so.",
        "::notice file=facts.yaml,line=1,col=1,title=blank::“x” is not known. State it.",
    ]


def test_sarif_has_the_structure_of_its_standard(findings):
    log = json.loads(forms()["sarif"].write(findings))
    assert log["version"] == "2.1.0"
    assert log["$schema"].endswith("sarif-schema-2.1.0.json")
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "section75"
    ids = [rule["id"] for rule in driver["rules"]]
    assert ids == sorted(set(ids))
    for result in run["results"]:
        assert set(result) <= {"ruleId", "ruleIndex", "level", "message", "locations", "partialFingerprints", "suppressions"}
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in ("error", "warning", "note")
        assert result["message"]["text"]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning", rules()["sums"].LEVEL, "note"]


@pytest.mark.validators("@microsoft/jest-sarif")
def test_sarif_keeps_the_schema_of_its_standard_for_findings_of_every_rule(findings):
    found = [Problem(Place("facts.yaml", 2, 7), name, rule.LEVEL, "It is wrong.", "Correct it.") for name, rule in rules().items()]
    assert sarif_faults(forms()["sarif"].write(Findings((*FOUND, *found), findings.root))) == []


@pytest.mark.validators("@microsoft/jest-sarif")
@pytest.mark.parametrize(
    ("right", "wrong", "path"),
    [
        ('"level": "note"', '"level": "advice"', "level"),
        ('"startLine": 2', '"startLine": 0', "startLine"),
        ('"kind": "inSource"', '"kind": "waived"', "kind"),
        ('"ruleIndex": 0', '"ruleNumber": 0', "results/4"),
        ('"name": "section75",', "", "driver"),
    ],
)
def test_the_schema_of_sarif_would_find_a_fault(findings, right, wrong, path):
    log = forms()["sarif"].write(findings)
    assert right in log
    assert any(fault.partition(":")[0].endswith(path) for fault in sarif_faults(log.replace(right, wrong)))


def sarif_faults(log):
    """Return what the schema of the OASIS Standard finds in a log, as path and message."""
    schema = json.loads((PACKAGES / "@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8"))
    found = Draft4Validator(schema, format_checker=Draft4Validator.FORMAT_CHECKER).iter_errors(json.loads(log))
    return [f"{'/'.join(map(str, fault.absolute_path))}: {fault.message[:200]}" for fault in found]


def test_sarif_tells_of_each_rule_what_code_scanning_asks_for(findings):
    for rule in json.loads(forms()["sarif"].write(findings))["runs"][0]["tool"]["driver"]["rules"]:
        assert all(rule[field]["text"].strip() for field in ("shortDescription", "fullDescription", "help")), rule


def test_sarif_says_where_and_what_is_suppressed_and_why(findings):
    results = json.loads(forms()["sarif"].write(findings))["runs"][0]["results"]
    assert results[0]["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "facts.yaml", "uriBaseId": "%SRCROOT%"},
                "region": {"startLine": 2, "startColumn": 7},
            }
        }
    ]
    assert results[2]["locations"] == [{"logicalLocations": [{"name": "the document"}]}]
    suppressed = [result.get("suppressions") for result in results]
    assert suppressed == [None, None, None, [{"kind": "inSource", "status": "accepted", "justification": "It was published so."}], None]


def test_sarif_tells_a_rule_with_its_authority(findings):
    told = json.loads(forms()["sarif"].write(findings))["runs"][0]["tool"]["driver"]["rules"]
    by_id = {rule["id"]: rule for rule in told}
    assert set(by_id["facts"]) == {"id", "shortDescription", "fullDescription", "help"}
    assert rules()["sums"].AUTHORITY in by_id["sums"]["help"]["text"]
    assert by_id["sums"]["defaultConfiguration"] == {"level": rules()["sums"].LEVEL}


def test_a_finding_keeps_its_fingerprint_when_its_line_moves_and_two_alike_differ(tmp_path):
    def prints(*lines):
        found = [Problem(Place("facts.yaml", line), "sums", "warning", "Wrong.", "Correct it.") for line in lines]
        results = json.loads(forms()["sarif"].write(Findings(found, tmp_path)))["runs"][0]["results"]
        return [result["partialFingerprints"]["finding/v1"] for result in results]

    assert prints(3, 9) == prints(4, 12)
    assert len(set(prints(3, 9))) == 2


# ------------------------------------------------------------------ the command


@pytest.mark.thorough
@pytest.mark.parametrize("form", FORMS)
def test_the_command_tells_in_the_form_asked_for(river, capsys, form):
    assert main(["check", "river", "--format", form], river) == 0
    said = capsys.readouterr()
    assert "appendices" in (said.err if form == "text" else said.out)
    assert (said.err == "") == (form != "text")
    if form == "json":
        told = json.loads(said.out)
        assert told["counts"]["warning"] == len([one for one in told["problems"] if one["rule"] == "appendices"]) == 2


def test_facts_that_cannot_be_read_are_told_in_every_form(river, capsys):
    add(river, AGREEMENT, "colour: red\n")
    assert main(["check", "river", "--format", "sarif"], river) == 1
    (result,) = json.loads(capsys.readouterr().out)["runs"][0]["results"]
    assert (result["ruleId"], result["level"]) == ("facts", "error")


def test_a_form_that_there_is_not_is_wrong_usage(river, capsys):
    assert main(["check", "river", "--format", "jsn"], river) == 2
    assert "Did you mean “json”?" in capsys.readouterr().err


@pytest.mark.thorough
def test_strict_counts_warnings_as_errors_for_the_status_alone(river, capsys):
    assert main(["check", "river", "--strict"], river) == 1
    assert capsys.readouterr().out.startswith("0 errors, 2 warnings, ")
    add(river, REPORT, "waive: {appendices: The report as published cites appendix 3 only.}\n")
    assert main(["check", "river", "--strict"], river) == 0
