"""The command: how it ends, what it says, and that nothing is ever half written."""

from __future__ import annotations

import re
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from whole import EVERY, HILL, LANCASHIRE, ROOT, copy_of

from section75.cli import main
from section75.commands import pages
from section75.filing.files import write_all
from section75.writers import EngineMissing, Unprintable

if TYPE_CHECKING:
    from pathlib import Path

FACTS = f"agreements/{LANCASHIRE}/agreement.yaml"


@pytest.fixture(scope="module")
def lancashire(tmp_path_factory):
    return copy_of(tmp_path_factory.mktemp("lancashire"), ROOT / "agreements" / LANCASHIRE)


@pytest.fixture(scope="module")
def hill(tmp_path_factory):
    """A project with one agreement of which everything is known."""
    return copy_of(tmp_path_factory.mktemp("hill"), HILL)


def files(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file() and path.name != "manifest.json" and ".cache" not in path.parts)
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def rewrite(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def run(root: Path, *words: str) -> int:
    return main([*words], root)


# ------------------------------------------------------------------ build


def test_a_build_writes_each_paper_in_each_format_and_one_table(lancashire, tmp_path, capsys):
    assert run(lancashire, "build", LANCASHIRE, "--format", "docx,html,md", "--out", str(tmp_path), "--jobs", "2") == 0
    assert sorted(files(tmp_path)) == sorted(f"{LANCASHIRE}/{paper}.{ending}" for paper in EVERY for ending in ("docx", "html", "md"))
    said = capsys.readouterr()
    assert said.err == ""
    assert f"Wrote {3 * len(EVERY)} files under {tmp_path}." in said.out.replace("\n", " ")
    table = [re.split(r" *│ *", line.strip("│ ")) for line in said.out.splitlines() if line.startswith("│")]
    assert [line[1] for line in table] == list(EVERY)
    assert all(int(words.replace(",", "")) > 200 for _, _, _, words, *_ in table)
    assert int(table[0][4]) > 50
    assert {line[6] for line in table} == {"0"}


@pytest.mark.thorough
def test_build_is_what_happens_without_a_command_and_one_paper_may_be_named(lancashire, tmp_path):
    assert run(lancashire, f"agreements/{LANCASHIRE}/", "--document", "equality", "--format", "md", "--out", str(tmp_path)) == 0
    assert sorted(files(tmp_path)) == [f"{LANCASHIRE}/equality.md"]


@pytest.mark.thorough
def test_a_build_lies_in_build_unless_another_folder_is_named(hill):
    assert run(hill, "--format", "md", "--jobs", "1") == 0
    assert sorted(files(hill / "build")) == ["hill/agreement.md", "hill/compliance.md"]


def test_an_error_in_the_facts_writes_nothing_of_the_agreement(lancashire, tmp_path, capsys):
    root = copy_of(tmp_path / "project", lancashire / "agreements" / LANCASHIRE)
    rewrite(root / FACTS, "{council: 50 %, ccgs: 50 %}", "{councli: 50 %, ccgs: 50 %}")
    assert run(root, "--format", "md", "--out", str(tmp_path / "out")) == 1
    assert re.match(rf"{FACTS}:\d+:\d+: error: .*councli.*“council”\? \[facts\]\n", capsys.readouterr().err)
    assert files(tmp_path / "out") == {}


def test_an_error_in_one_agreement_does_not_stop_another(lancashire, tmp_path, capsys):
    root = copy_of(tmp_path / "project", lancashire / "agreements" / LANCASHIRE)
    broken = root / "agreements" / "broken"
    broken.mkdir()
    (broken / "agreement.yaml").write_text("title: Broken\n", encoding="utf-8")
    assert run(root, "--format", "md", "--document", "equality", "--out", str(tmp_path / "out")) == 1
    assert "agreements/broken/agreement.yaml:1:1: error:" in capsys.readouterr().err
    assert sorted(files(tmp_path / "out")) == [f"{LANCASHIRE}/equality.md"]


# ------------------------------------------------------------------ final copies


def beyond_advice(told: str) -> list[str]:
    """Return the lines of what is wrong or open, without the lines of files that stand beneath them."""
    return [line for line in told.splitlines() if not line.startswith("    ") and ": advice: " not in line]


def test_final_refuses_what_is_open_names_it_and_writes_nothing(lancashire, tmp_path, capsys):
    assert run(lancashire, "--final", "--format", "md", "--out", str(tmp_path)) == 1
    told = capsys.readouterr().err.splitlines()
    assert files(tmp_path) == {}
    assert all(": error: " in line for line in beyond_advice("\n".join(told)))
    assert [line for line in told if re.search(r"“the commencement date” is not known: .* State term.commencement. \[blank\]$", line)]
    assert len([line for line in told if re.match(rf"{FACTS}:\d+:\d+: error: .* is only assumed\. .*\[assumption\]$", line)]) > 10


@pytest.mark.thorough
def test_final_passes_where_nothing_is_open_and_leaves_no_trace_of_a_draft(hill, tmp_path, capsys):
    assert run(hill, "build", "--final", "--format", "md,html,docx", "--out", str(tmp_path), "--jobs", "1") == 0
    assert beyond_advice(capsys.readouterr().err) == []
    assert sorted(files(tmp_path)) == [
        f"hill/{paper}.{ending}" for paper in ("agreement", "compliance") for ending in ("docx", "html", "md")
    ]
    text = files(tmp_path)["hill/agreement.md"].decode()
    for mark in ("●", "{>>", "Draft", "{.strip}", "Guidance"):
        assert mark not in text
    assert "Guidance" not in files(tmp_path)["hill/agreement.html"].decode()


@pytest.mark.thorough
def test_a_draft_of_it_still_has_the_guidance_of_the_library(hill, tmp_path):
    assert run(hill, "build", "--format", "md", "--out", str(tmp_path), "--jobs", "1") == 0
    assert "{>>Guidance: " in files(tmp_path)["hill/agreement.md"].decode()


# ------------------------------------------------------------------ check and explain


@pytest.mark.thorough
def test_check_lists_what_is_open_and_writes_nothing(lancashire, capsys):
    before = files(lancashire)
    assert run(lancashire, "check") == 0
    said = capsys.readouterr()
    assert re.fullmatch(r"0 errors, \d+ warnings?, \d+ blanks and assumptions\.\n", said.out)
    assert "[blank]" in said.err
    assert "[assumption]" in said.err
    assert "error:" not in said.err
    assert files(lancashire) == before


def test_check_of_an_agreement_of_which_everything_is_known_says_so(hill, capsys):
    assert run(hill, "check", "hill") == 0
    said = capsys.readouterr()
    assert said.out == "0 errors, 0 warnings, 2 pieces of advice, 0 blanks and assumptions.\n"
    assert beyond_advice(said.err) == []


def test_check_ends_with_one_where_there_is_an_error(tmp_path, capsys):
    root = copy_of(tmp_path, HILL)
    rewrite(root / "templates" / "clauses" / "690-governing-law.md", "\n1. ", "\n1. {{ nobody.name }} ")
    assert run(root, "check") == 1
    said = capsys.readouterr()
    assert "templates/clauses/690-governing-law.md:" in said.err
    assert "“nobody”" in said.err


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("asked", "told"),
    [
        ("lead-commissioner", ["Lead commissioner", "in because", "templates/clauses/180-lead-commissioner.md", "uses facts"]),
        ("schedule-exit", ["Schedule", "schedules/200-exit.md"]),
        ("staff", ["not in, because not (", "templates/clauses/380-staff.md"]),
        ("schemes.rehabilitation.activity.spend", ["recital", "prints “£6,200,000”", "reports/2017-07-13-cabinet", "prints “£6.2m”"]),
        ("broken-reference", ["Rule broken-reference (error)", "Authority:", "Passes:", "Fails:"]),
    ],
)
def test_explain_says_why(lancashire, capsys, asked, told):
    assert run(lancashire, "explain", asked) == 0
    said = capsys.readouterr().out
    assert [one for one in told if one not in said] == []


# ------------------------------------------------------------------ wrong usage


@pytest.mark.thorough
@pytest.mark.parametrize(
    ("words", "status", "told"),
    [
        (["build", "--format", "docs"], 2, "There is no format “docs”. Did you mean “docx”?"),
        (["build", "--jobs", "0"], 2, "--jobs takes a whole number from 1."),
        (["build", "--document", "equalty"], 2, "There is no document “equalty”. Did you mean “equality”?"),
        (["explain", "lead-commisioner"], 2, "Nothing is called “lead-commisioner”. Did you mean “lead-commissioner”?"),
        (["build", "lancashire-mental-health"], 1, f"There is no agreement “lancashire-mental-health”. Did you mean “{LANCASHIRE}”?"),
        (["check", "nowhere"], 1, f"There is no agreement “nowhere”. Use one of: {LANCASHIRE}."),
    ],
)
def test_a_word_that_nobody_knows_is_told_with_the_nearest_one(lancashire, capsys, words, status, told):
    assert run(lancashire, *words) == status
    assert told in capsys.readouterr().err
    assert not (lancashire / "build").exists()


@pytest.mark.parametrize("words", [["build", "--fromat", "md"], ["check", "--final"], ["explain", "--all"]])
def test_an_option_that_nobody_knows_ends_with_two(lancashire, capsys, words):
    with pytest.raises(SystemExit) as end:
        run(lancashire, *words)
    assert end.value.code == 2
    assert "usage: build.py" in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--help"], ["build", "--help"], ["check", "--help"], ["explain", "--help"]])
def test_every_command_has_help(lancashire, capsys, words):
    with pytest.raises(SystemExit) as end:
        run(lancashire, *words)
    assert end.value.code == 0
    assert "usage: build.py" in capsys.readouterr().out


@pytest.mark.thorough
def test_build_py_is_the_one_door():
    said = subprocess.run([sys.executable, ROOT / "build.py", "build", "--format", "docs"], capture_output=True, text=True, check=False)
    assert said.returncode == 2
    assert said.stderr == "There is no format “docs”. Did you mean “docx”?\n"


# ------------------------------------------------------------------ nothing half written


@pytest.mark.thorough
@pytest.mark.parametrize("fault", [EngineMissing("PDF cannot be made here: no Pango."), Unprintable("The page is faulty.")])
def test_a_format_that_cannot_be_written_is_said_and_the_others_are_written(hill, tmp_path, capsys, monkeypatch, fault):
    def written(_document, _house, ending):
        if ending == "pdf":
            raise fault
        return b"whole"

    monkeypatch.setattr(pages, "written", written)
    assert run(hill, "--no-cache", "--out", str(tmp_path), "--jobs", "1") == 1
    assert sorted(files(tmp_path)) == [
        f"hill/{paper}.{ending}" for paper in ("agreement", "compliance") for ending in ("docx", "html", "md")
    ]
    assert str(fault) in capsys.readouterr().err


@pytest.mark.thorough
def test_a_writer_that_breaks_leaves_the_last_build_untouched(hill, tmp_path, monkeypatch):
    assert run(hill, "--format", "md,html", "--out", str(tmp_path), "--jobs", "1") == 0
    before = files(tmp_path)

    def written(_document, _house, ending):
        if ending == "html":
            raise ValueError("a fault of the program")
        return b"other words"

    monkeypatch.setattr(pages, "written", written)
    with pytest.raises(ValueError, match="a fault of the program"):
        run(hill, "--no-cache", "--format", "md,html", "--out", str(tmp_path), "--jobs", "1")
    assert files(tmp_path) == before


def test_a_folder_that_cannot_be_written_is_a_problem(hill, tmp_path, capsys):
    (tmp_path / "out").write_text("a file", encoding="utf-8")
    assert run(hill, "--format", "md", "--out", str(tmp_path / "out"), "--jobs", "1") == 1
    assert f"{tmp_path / 'out'}" in capsys.readouterr().err
    assert (tmp_path / "out").read_text(encoding="utf-8") == "a file"


def test_files_are_put_in_place_only_when_all_are_written(tmp_path):
    old, blocked = tmp_path / "a.md", tmp_path / "b.md" / "inside.md"
    old.write_bytes(b"old")
    (tmp_path / "b.md").write_bytes(b"no folder")
    with pytest.raises(OSError, match=r"b\.md"):
        write_all({old: b"new", blocked: b"new"})
    assert files(tmp_path) == {"a.md": b"old", "b.md": b"no folder"}


def test_files_replace_older_ones_whole_and_leave_nothing_beside_them(tmp_path):
    path = tmp_path / "deep" / "a.md"
    for data in (b"first", b"second"):
        write_all({path: data})
        assert files(tmp_path) == {"deep/a.md": data}
    assert path.stat().st_mode & 0o777 == 0o644
