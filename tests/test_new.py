"""`new`: for every kind and arrangement a commented file that builds at once, with blanks and without one invented fact."""

from __future__ import annotations

import re

import pytest
from editing import LINE, faults
from whole import ROOT

from section75.cli import main
from section75.commands.begun import ARRANGEMENTS, KINDS
from section75.commands.new import AGREEMENT, Mistyped, answered
from section75.facts.agreement import Agreement
from section75.facts.docstrings import docstrings
from section75.facts.report import Report
from section75.project import Project

SAID = {
    "service": "Zeta Service",
    "council": "Alpha County Council",
    "council-type": "county council",
    "nhs": "NHS Beta Integrated Care Board",
    "nhs-type": "integrated care board",
    "lead": "council",
    "year": "2026/27",
}
SOUND = [f"--{name}={words}" for name, words in SAID.items()]
NOBODY = "agreements/ours/agreement.yaml"


@pytest.fixture(autouse=True)
def nobody_at_the_terminal(monkeypatch):
    monkeypatch.setattr("section75.commands.verbs.new.sys.stdin.isatty", lambda: False, raising=False)


@pytest.fixture
def root(tmp_path):
    for part in ("templates", "schedules"):
        (tmp_path / part).symlink_to(ROOT / part)
    (tmp_path / "agreements").mkdir()
    return tmp_path


def begin(root, kind="agreement", *arrangements, name="ours", more=()):
    options = [f"--arrangement={one}" for one in arrangements or ("pooled",)]
    return main(["new", name, f"--kind={kind}", *options, *SOUND, *more], root)


def values(text):
    """Return every value that a file states, without comments."""
    return [found for line in text.splitlines() if (found := re.sub(r"^[\w /]+:|^ *#.*", "", line).strip())]


CASES = [*((kind, ("pooled",)) for kind in KINDS), *(("agreement", (one,)) for one in ARRANGEMENTS if one != "pooled")]
CASES += [("framework", ("lead commissioning", "pooled")), ("agreement", ("integrated provision", "secondment", "pooled"))]


@pytest.mark.thorough
@pytest.mark.parametrize(("kind", "arrangements"), CASES)
def test_what_is_begun_builds_at_once_since_it_has_blanks_and_no_error(root, kind, arrangements):
    assert begin(root, kind, *arrangements) == 0
    text = (root / NOBODY).read_text(encoding="utf-8")
    assert faults(text, "agreement") == []
    assert main(["build", "ours", "--format", "md", "--jobs", "1", "--out", str(root / "build")], root) == 0
    built = (root / "build" / "ours" / "agreement.md").read_text(encoding="utf-8")
    assert "Zeta Service" in built
    assert "[● the commencement date]" in built


@pytest.mark.thorough
def test_its_blanks_are_counted(root, capsys):
    begin(root, "agreement", "pooled", "lead commissioning", "secondment")
    assert main(["check", "ours"], root) == 0
    assert int(re.findall(r"([0-9]+) blanks", capsys.readouterr().out.splitlines()[-1])[0]) > 100


@pytest.mark.parametrize(("kind", "arrangements"), CASES)
def test_no_fact_is_invented(root, kind, arrangements):
    begin(root, kind, *arrangements)
    chosen = {"the Council", "the ICB", "under hand", "Pooled Fund", "Aligned Fund", "fund", "council", "icb", "commissions", "provides"}
    chosen |= {"TBC", *SAID.values(), *KINDS, *ARRANGEMENTS, "[council_function, icb_function]", "[icb_function, council_function]"}
    chosen |= {"[icb_function]"}
    stated = values((root / NOBODY).read_text(encoding="utf-8"))
    assert {one for one in stated if one not in chosen and not one.endswith("for Zeta Service")} == set()


@pytest.mark.parametrize(
    ("arrangement", "flag"),
    [
        ("pooled", "pooled"),
        ("aligned", "aligned"),
        ("lead commissioning", "by_council"),
        ("integrated provision", "provided"),
        ("secondment", "seconded"),
        ("section 113", "placed"),
    ],
)
def test_the_arrangement_asked_for_is_what_follows_from_the_facts(root, arrangement, flag):
    begin(root, "agreement", arrangement)
    assert getattr(Project(root).read("ours").agreement.arrangement, flag)


def test_every_field_of_the_agreement_is_there_or_stands_as_a_comment_with_its_words(root):
    begin(root)
    text = (root / NOBODY).read_text(encoding="utf-8")
    for name, words in docstrings(Agreement).items():
        assert re.search(rf"^(# )?{name}:", text, re.MULTILINE), name
        assert words.split()[0] in text


def test_a_file_that_is_there_is_not_touched(root, capsys):
    begin(root)
    before = (root / NOBODY).read_bytes()
    assert begin(root, "memorandum") == 1
    assert f"{NOBODY}:1:1: error: This file is there already." in capsys.readouterr().err
    assert (root / NOBODY).read_bytes() == before


def test_where_nobody_is_at_a_terminal_what_is_missing_is_told_at_once_and_nothing_is_written(root, capsys):
    assert main(["new", "ours", "--kind=agreement", "--service=Zeta"], root) == 2
    said = capsys.readouterr().err
    assert said.startswith("Say also --arrangement, --council, --council-type, --nhs, --nhs-type, --lead.")
    assert list((root / "agreements").iterdir()) == []


@pytest.mark.parametrize(("year", "said"), [("", "Say also --year."), ("2026", "is not a financial year")])
def test_a_fund_needs_the_year_from_which_the_partners_contribute(root, capsys, year, said):
    assert begin(root, more=[f"--year={year}"]) == 2
    assert said in capsys.readouterr().err


def test_at_a_terminal_what_is_missing_is_asked_for(root, monkeypatch):
    asked = []

    def answer(words):
        asked.append(words)
        return {"What is it": "framework", "How do": "pooled, section 113"}.get(words.partition("?")[0][:10].strip(), "") or "framework"

    monkeypatch.setattr("section75.commands.verbs.new.sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", answer)
    assert main(["new", "ours", "--arrangement=pooled", *SOUND], root) == 0
    assert asked == ["What is it? (agreement, framework, memorandum) "]


@pytest.mark.parametrize(
    ("option", "words", "said"),
    [
        ("kind", "agrement", "Did you mean “agreement”?"),
        ("arrangement", "pooled, lead comissioning", "Did you mean “lead commissioning”?"),
        ("nhs_type", "integrated board", "“integrated board” is not one of the choices."),
        ("lead", "icb", "Use one of: council, nhs."),
    ],
)
def test_an_answer_that_is_no_choice_is_refused_with_the_nearest(option, words, said):
    given = {"kind": "agreement", "arrangement": "pooled", **{name.replace("-", "_"): value for name, value in SAID.items()}}
    with pytest.raises(Mistyped, match=re.escape(said)):
        answered(AGREEMENT, given | {option: words}, None)


@pytest.mark.parametrize("name", ["Our Partnership", "../elsewhere"])
def test_a_name_that_is_no_folder_is_refused(root, name):
    status = begin(root, name=name)
    assert (status, [path.name for path in root.rglob("agreement.yaml")]) in [(2, []), (0, ["agreement.yaml"])]
    assert not (root / "elsewhere").exists()


def test_words_with_signs_of_yaml_are_put_in_quotes(root):
    begin(root, more=["--title=Aim: ‘one’ team's #1 [draft]"])
    assert Project(root).read("ours").agreement.title == "Aim: ‘one’ team's #1 [draft]"


# ------------------------------------------------------------------ reports and equality analyses


@pytest.mark.thorough
def test_a_report_and_an_equality_analysis_are_begun_and_build_with_blanks(root, capsys):
    begin(root)
    assert main(["new", "ours", "--report", "approve", "--on", "5 February 2026", "--body", "The Cabinet"], root) == 0
    assert main(["new", "ours", "--equality"], root) == 0
    report = (root / "agreements/ours/reports/2026-02-05-the-cabinet.yaml").read_text(encoding="utf-8")
    analysis = (root / "agreements/ours/equality.yaml").read_text(encoding="utf-8")
    assert faults(report, "report") + faults(analysis, "equality") == []
    assert main(["check", "ours"], root) == 0
    assert main(["build", "ours", "--format", "md", "--jobs", "1", "--out", str(root / "build")], root) == 0
    assert "[● what the decision maker is asked to do]" in (root / "build/ours/reports/2026-02-05-the-cabinet.md").read_text("utf-8")
    assert main(["new", "ours", "--equality"], root) == 1
    capsys.readouterr()


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["ours", "--report", "approve"], 2, "Say also --on, --body."),
        (["ours", "--report", "approve", "--on", "01/02/2026", "--body", "Cabinet"], 2, "day first or month first"),
        (["ours", "--report", "aprove", "--on", "1 May 2026", "--body", "Cabinet"], 2, "Did you mean “approve”?"),
        (["theirs", "--report", "approve", "--on", "1 May 2026", "--body", "Cabinet"], 1, "There is no agreement “theirs”."),
        (["ours", "--equality"], 1, "There is no report that it informs."),
    ],
)
def test_what_cannot_be_begun_is_told_with_a_remedy(root, capsys, words, status, said):
    begin(root)
    assert main(["new", *words], root) == status
    assert said in capsys.readouterr().err


@pytest.mark.parametrize(("file", "schema"), [(NOBODY, "agreement"), ("agreements/ours/reports/2026-05-01-cabinet.yaml", "report")])
def test_what_is_begun_names_its_schema_by_the_right_path(root, file, schema):
    begin(root)
    main(["new", "ours", "--report", "approve", "--on", "1 May 2026", "--body", "Cabinet"], root)
    line = LINE.match((root / file).read_text(encoding="utf-8"))
    assert ((root / file).parent / line[1]).resolve() == root / "section75" / "facts" / "schema" / f"{schema}.json"


@pytest.mark.thorough
@pytest.mark.parametrize("kind", ["extend", "end"])
def test_reports_of_other_kinds_build_too(root, kind):
    begin(root)
    main(["new", "ours", "--report", kind, "--on", "1 May 2026", "--body", "Cabinet"], root)
    assert main(["check", "ours"], root) == 0
    assert Report.model_fields["kind"].is_required()
