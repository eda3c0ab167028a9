"""Where a built file came from, and whether its words were altered since."""

from __future__ import annotations

import subprocess
from io import BytesIO
from typing import TYPE_CHECKING
from zipfile import ZipFile

import pytest
from whole import HILL, copy_of

from section75.cli import main
from section75.commands.provenance import told_in

if TYPE_CHECKING:
    from pathlib import Path

WHO = ("-c", "user.name=A Lawyer", "-c", "user.email=lawyer@example.org")


def git(root: Path, *words: str) -> None:
    subprocess.run(["git", "-C", root, *WHO, *words], check=True, capture_output=True)


@pytest.fixture(scope="module")
def project(tmp_path_factory) -> Path:
    """Return a project in git, with one paper built as it stands there."""
    root = copy_of(tmp_path_factory.mktemp("verify") / "project", HILL)
    git(root, "init", "-q", "-b", "main")
    git(root, "add", ".")
    git(root, "commit", "-q", "-m", "As it was built")
    assert main(["build", "--document", "compliance", "--jobs", "1", "--no-cache"], root) == 0
    return root


@pytest.fixture
def file(project, tmp_path):
    """Return what gives a copy of a built file, which lies in no folder that has a manifest of it."""

    def copied(ending: str) -> Path:
        path = tmp_path / f"sent.{ending}"
        path.write_bytes((project / "build" / "hill" / f"compliance.{ending}").read_bytes())
        return path

    return copied


def rewritten(data: bytes, old: bytes, new: bytes) -> bytes:
    """Return a Word file with other words in its text."""
    made = BytesIO()
    with ZipFile(BytesIO(data)) as before, ZipFile(made, "w") as after:
        for name in before.namelist():
            part = before.read(name)
            assert name != "word/document.xml" or old in part
            after.writestr(name, part.replace(old, new) if name == "word/document.xml" else part)
    return made.getvalue()


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "pdf", "html", "md"])
def test_a_file_as_it_was_built_is_told_so(project, file, capsys, ending):
    assert main(["verify", str(file(ending))], project) == 0
    said = capsys.readouterr().out
    assert "It says that it is compliance of agreements/hill" in said
    assert "The file is as it was built, to the byte." in said


@pytest.mark.thorough
@pytest.mark.parametrize("ending", ["docx", "html", "md"])
def test_other_words_are_told_line_by_line(project, file, capsys, ending):
    path, old, new = file(ending), b"It compares words with words", b"It compares figures with figures"
    data = path.read_bytes()
    path.write_bytes(rewritten(data, b"compares words with", b"compares figures with") if ending == "docx" else data.replace(old, new))
    (project / "build" / "hill" / "manifest.json").rename(project / "manifest.kept")
    try:
        assert main(["verify", str(path)], project) == 1
    finally:
        (project / "manifest.kept").rename(project / "build" / "hill" / "manifest.json")
    said = capsys.readouterr().out
    assert "Its words were altered in 2 lines" in said
    assert [line[:1] for line in said.splitlines() if "compares" in line] == ["-", "+"]


@pytest.mark.thorough
def test_a_word_file_that_was_only_saved_anew_has_its_words(project, file, capsys):
    path = file("docx")
    path.write_bytes(rewritten(path.read_bytes(), b"<w:body>", b"<w:body>\n"))
    assert main(["verify", str(path)], project) == 0
    assert "Its words are as they were built; the file was saved anew." in capsys.readouterr().out


@pytest.mark.thorough
def test_a_file_from_earlier_facts_is_found_in_git(project, file, capsys):
    path = file("md")
    facts = project / "agreements" / "hill" / "agreement.yaml"
    before = facts.read_text(encoding="utf-8")
    facts.write_text(before.replace("Hillshire County Council", "Daleshire County Council"), encoding="utf-8")
    manifest = (project / "build" / "hill" / "manifest.json").read_bytes()
    (project / "build" / "hill" / "manifest.json").unlink()
    try:
        assert main(["verify", str(path)], project) == 0
    finally:
        facts.write_text(before, encoding="utf-8")
        (project / "build" / "hill" / "manifest.json").write_bytes(manifest)
    said = capsys.readouterr().out
    assert "That text is made by " in said
    assert "the facts and texts as they are" not in said


def test_the_manifest_tells_which_facts_have_changed_since(project, file, capsys):
    facts = project / "agreements" / "hill" / "agreement.yaml"
    before = facts.read_text(encoding="utf-8")
    facts.write_text(f"{before}\n", encoding="utf-8")
    try:
        assert main(["verify", str(file("html"))], project) == 0
    finally:
        facts.write_text(before, encoding="utf-8")
    assert "Changed since: agreements/hill/agreement.yaml." in capsys.readouterr().out


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("x.txt", b"", "There is no format “txt”."),
        ("x.md", b"# Words\n", "It does not say where it came from."),
        ("x.html", b"<p>Words</p>", "It does not say where it came from."),
        ("x.pdf", b"%PDF-1.7 no more", "It is no PDF that can be read."),
        ("x.docx", b"no archive", "x.docx"),
        ("gone.md", None, "gone.md"),
    ],
)
def test_a_file_that_says_nothing_is_refused(project, tmp_path, capsys, name, data, said):
    path = tmp_path / name
    if data is not None:
        path.write_bytes(data)
    assert main(["verify", str(path)], project) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("line", ["", "section75:hill", "section75:hill/x 0123", "WeasyPrint 70", "section75:hill/x 0123456789ABCDEF"])
def test_a_line_that_is_none_of_ours_tells_nothing(line):
    assert told_in(line) is None
