"""What is kept of earlier builds: nothing is built twice, nothing stale is ever taken, and what a kill has left is no hit."""

from __future__ import annotations

import json
import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from whole import HILL, copy_of

from section75.cli import main
from section75.commands import build as building
from section75.commands.verbs.build import FORMATS
from section75.filing import inputs
from section75.filing.store import FOLDER, Store
from section75.writers import formats

if TYPE_CHECKING:
    from pathlib import Path

FACTS = "agreements/hill/agreement.yaml"


@pytest.fixture
def hill(tmp_path):
    return copy_of(tmp_path / "project", HILL)


@pytest.fixture
def never_built(monkeypatch):
    """Let every build that is not answered from what is kept fail."""

    def refuse(*_):
        raise AssertionError("It was built again.")

    monkeypatch.setattr(building, "prepare", refuse)


def built(root: Path, out: Path, *words: str) -> dict[str, bytes]:
    assert main(["build", "--format", "md", "--jobs", "1", "--out", str(out), *words], root) == 0
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


def change(root: Path, file: str, old: str, new: str) -> None:
    path = root / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_the_formats_of_a_build_are_those_of_the_folder_of_writers():
    assert sorted(formats()) == sorted(FORMATS)


# ------------------------------------------------------------------ hits


@pytest.mark.thorough
def test_of_a_build_in_which_nothing_has_changed_nothing_is_built_or_written_again(hill, tmp_path, capsys, request):
    first = built(hill, tmp_path / "out")
    times = {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")}
    told = capsys.readouterr()
    request.getfixturevalue("never_built")
    assert built(hill, tmp_path / "out") == first
    again = capsys.readouterr()
    assert {path: path.stat().st_mtime_ns for path in (tmp_path / "out").rglob("*")} == times
    assert f"{len(first) - 1} files under" in again.out  # all but the manifest
    assert "are unchanged." in again.out
    assert [line for line in again.out.splitlines() if "│" in line] == [line for line in told.out.splitlines() if "│" in line]
    assert again.err == told.err


@pytest.mark.thorough
def test_a_file_that_is_gone_or_was_altered_is_put_right_without_building(hill, tmp_path, request):
    first = built(hill, tmp_path / "out")
    (tmp_path / "out" / "hill" / "agreement.md").unlink()
    (tmp_path / "out" / "hill" / "compliance.md").write_text("altered", encoding="utf-8")
    request.getfixturevalue("never_built")
    assert built(hill, tmp_path / "out") == first


@pytest.mark.thorough
def test_another_folder_gets_the_same_bytes_without_building(hill, tmp_path, request):
    first = built(hill, tmp_path / "out")
    request.getfixturevalue("never_built")
    assert built(hill, tmp_path / "elsewhere") == first


# ------------------------------------------------------------------ no stale hit


@pytest.mark.thorough
def test_a_changed_fact_is_built_again_and_reads_as_if_nothing_had_been_kept(hill, tmp_path):
    before = built(hill, tmp_path / "out")
    change(hill, FACTS, "Hillshire County Council", "Daleshire County Council")
    after = built(hill, tmp_path / "out")
    assert after != before
    assert b"Daleshire County Council" in after["hill/agreement.md"]
    assert after == built(hill, tmp_path / "fresh", "--no-cache")


def key(root: Path) -> str:
    return inputs.inputs_of(root, "hill").key


@pytest.mark.parametrize(
    "file",
    [
        FACTS,
        "templates/clauses/030-term.md",
        "templates/defaults.yaml",
        "templates/law/audit.yaml",
        "templates/houses/default/print.css",
        "templates/houses/default/shell-agreement.docx",
        "schedules/050-contributions.md",
    ],
)
def test_no_file_that_a_paper_is_made_from_can_change_unseen(hill, file):
    for name in ("templates", "schedules"):
        if (hill / name).is_symlink():
            target = (hill / name).resolve()
            (hill / name).unlink()
            shutil.copytree(target, hill / name)
    before = key(hill)
    path = hill / file
    path.write_bytes(path.read_bytes() + b" ")
    assert key(hill) != before


@pytest.mark.parametrize("file", ["agreements/hill/clauses/030-term.md", "agreements/hill/executed/2026-04-01.md"])
def test_a_file_that_is_added_to_the_partnership_is_seen(hill, file):
    before = key(hill)
    (hill / file).parent.mkdir(exist_ok=True)
    (hill / file).write_text("# Term\n", encoding="utf-8")
    assert key(hill) != before


def test_the_files_of_an_agreement_that_is_renewed_are_looked_at_too(hill):
    newer = hill / "agreements" / "newer"
    newer.mkdir()
    (newer / "agreement.yaml").write_text("renews: ../hill   # the older one\ntitle: Newer\n", encoding="utf-8")
    assert FACTS in inputs.inputs_of(hill, "newer").files
    assert "agreements/newer/agreement.yaml" not in inputs.inputs_of(hill, "hill").files


@pytest.mark.thorough
def test_a_renewal_spelt_so_that_it_is_overlooked_is_not_kept(hill, tmp_path):
    newer = hill / "agreements" / "newer"
    newer.mkdir()
    facts = '"renews": ../hill\ntitle: Newer\nterm: {commencement: 1 April 2028, expiry: 31 March 2030}\n'
    (newer / "agreement.yaml").write_text(facts, encoding="utf-8")
    assert FACTS not in inputs.inputs_of(hill, "newer").files
    built(hill, tmp_path / "out", "newer")
    change(hill, FACTS, "Hillshire County Council", "Daleshire County Council")
    assert b"Daleshire County Council" in built(hill, tmp_path / "out", "newer")["newer/agreement.md"]


def test_other_code_other_packages_and_other_fonts_are_other_engines(tmp_path, monkeypatch):
    def asked() -> str:
        inputs.program.cache_clear()
        inputs.engines.cache_clear()
        return inputs.engines()

    code, packages, fonts = tmp_path / "code", tmp_path / "site-packages", tmp_path / "fonts"
    for folder in (code, packages / "weasyprint-70.dist-info", fonts):
        folder.mkdir(parents=True)
    monkeypatch.setattr(inputs, "CODE", code)
    monkeypatch.setattr(inputs, "FONTS", (str(fonts),))
    monkeypatch.setattr(inputs.sys, "path", [str(packages)])
    seen = [asked()]
    (code / "new.py").write_text("", encoding="utf-8")
    seen.append(asked())
    (packages / "weasyprint-70.dist-info").rename(packages / "weasyprint-71.dist-info")
    seen.append(asked())
    (fonts / "arial.ttf").write_bytes(b"")
    seen.append(asked())
    monkeypatch.undo()
    inputs.program.cache_clear()
    inputs.engines.cache_clear()
    assert len(set(seen)) == 4


# ------------------------------------------------------------------ the store


@pytest.mark.parametrize("damage", [lambda data: data[:-1], lambda data: data[:10], lambda _: b"", lambda data: data[:-1] + b"?"])
def test_what_is_not_whole_is_no_hit(tmp_path, damage):
    store = Store(tmp_path)
    store.put("abcdef", b"the words")
    path = tmp_path / "ab" / "cdef"
    assert store.get("abcdef") == b"the words"
    path.write_bytes(damage(path.read_bytes()))
    assert store.get("abcdef") is None


@pytest.mark.thorough
def test_a_build_whose_store_is_damaged_builds_again(hill, tmp_path):
    first = built(hill, tmp_path / "out")
    for path in (hill / FOLDER).rglob("*"):
        if path.is_file():
            path.write_bytes(path.read_bytes()[:-1])
    assert built(hill, tmp_path / "other") == first


@pytest.mark.thorough
def test_a_build_that_cannot_keep_anything_builds_all_the_same(hill, tmp_path):
    (hill / FOLDER).write_text("a file where the folder would be", encoding="utf-8")
    assert built(hill, tmp_path / "out")
    assert (hill / FOLDER).is_file()


def test_no_more_is_kept_than_is_allowed_and_what_was_last_of_use_stays(tmp_path):
    store = Store(tmp_path)
    for number in range(5):
        store.put(f"{number}key", b"x" * 68)
        path = tmp_path / f"{number}k" / "ey"
        os.utime(path, ns=(number, number))
    store.prune(most=250)
    assert [number for number in range(5) if store.get(f"{number}key")] == [3, 4]


@pytest.mark.thorough
def test_two_builds_at_once_write_whole_files(hill, tmp_path):
    fresh = built(hill, tmp_path / "fresh", "--no-cache")
    with ThreadPoolExecutor(2) as pool:
        status = list(pool.map(lambda _: main(["build", "--format", "md", "--jobs", "1", "--out", str(tmp_path / "out")], hill), range(2)))
    assert status == [0, 0]
    assert built(hill, tmp_path / "out") == fresh


# ------------------------------------------------------------------ the manifest


def told(out: Path) -> dict:
    return json.loads((out / "hill" / "manifest.json").read_text(encoding="utf-8"))


@pytest.mark.thorough
def test_a_manifest_tells_what_each_file_holds_and_what_it_was_made_from(hill, tmp_path):
    files = built(hill, tmp_path / "out")
    manifest = told(tmp_path / "out")
    assert sorted(manifest["papers"]) == ["agreement.md", "compliance.md"]
    paper = manifest["papers"]["agreement.md"]
    assert paper["sha256"] == sha256(files["hill/agreement.md"]).hexdigest()
    made_from = manifest["inputs"][paper["inputs"]]
    assert made_from[FACTS] == sha256((hill / FACTS).read_bytes()).hexdigest()
    assert "templates/clauses/030-term.md" in made_from


@pytest.mark.thorough
def test_a_build_of_one_paper_leaves_what_is_told_of_the_others(hill, tmp_path):
    built(hill, tmp_path / "out")
    change(hill, FACTS, "Hillshire County Council", "Daleshire County Council")
    built(hill, tmp_path / "out", "--document", "compliance")
    papers = told(tmp_path / "out")["papers"]
    assert papers["agreement.md"]["inputs"] != papers["compliance.md"]["inputs"]
    assert set(told(tmp_path / "out")["inputs"]) == {paper["inputs"] for paper in papers.values()}


@pytest.mark.thorough
def test_a_manifest_that_cannot_be_read_is_written_anew(hill, tmp_path):
    first = built(hill, tmp_path / "out")
    (tmp_path / "out" / "hill" / "manifest.json").write_text("{", encoding="utf-8")
    assert built(hill, tmp_path / "out", "--no-cache") == first
