"""What a change does to every paper, beside a revision in git: the summary that a pull request shows, and the redlines with it."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest
from whole import HILL, copy_of

from section75.cli import main

if TYPE_CHECKING:
    from pathlib import Path

WHO = ("-c", "user.name=A Lawyer", "-c", "user.email=lawyer@example.org")


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", root, *WHO, *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Return a project in git whose work tree has other figures and an untracked file."""
    root = copy_of(tmp_path_factory.mktemp("review") / "project", HILL)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "The agreement as it was")
    facts = root / "agreements" / "hill" / "agreement.yaml"
    facts.write_text(facts.read_text(encoding="utf-8").replace("Hillshire County Council", "Daleshire County Council"), encoding="utf-8")
    return root


@pytest.mark.thorough
def test_the_summary_tells_what_a_changed_fact_does_to_each_paper(project, tmp_path, capsys):
    before = sorted((path, path.stat().st_mtime_ns) for path in project.rglob("*") if ".git" not in path.parts)
    assert main(["review", "HEAD", "--format", "json", "--out", str(tmp_path)], project) == 0
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "Hillshire" in summary
    assert "Daleshire" in summary
    assert (tmp_path / "hill" / "agreement.json").is_file()
    assert "papers read otherwise than in HEAD" in capsys.readouterr().out
    assert sorted((path, path.stat().st_mtime_ns) for path in project.rglob("*") if ".git" not in path.parts) == before


def test_where_nothing_reads_otherwise_the_summary_says_so(project, tmp_path):
    git(project, "stash", "-q")
    try:
        assert main(["review", "HEAD", "--out", str(tmp_path)], project) == 0
    finally:
        git(project, "stash", "pop", "-q")
    assert (tmp_path / "summary.md").read_text(encoding="utf-8") == "No paper reads otherwise.\n"


@pytest.mark.parametrize(
    ("words", "status", "said"),
    [
        (["nowhere"], 1, "There is no revision “nowhere” here."),
        (["--output=x"], 2, "required: REVISION"),
        (["HEAD", "--format", "word"], 2, "There is no form “word”."),
    ],
)
def test_wrong_words_are_told_and_nothing_is_written(project, tmp_path, capsys, words, status, said):
    try:
        ended = main(["review", *words, "--out", str(tmp_path / "out")], project)
    except SystemExit as end:
        ended = end.code
    assert (ended, (tmp_path / "out").exists()) == (status, False)
    assert said in capsys.readouterr().err
