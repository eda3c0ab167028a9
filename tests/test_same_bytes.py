"""The same facts and texts give the same bytes: in another process, at another place and time, in another order of sets and folders.

Everyday the report and the equality analysis are built again; where CI=true, the agreement too, and every output of a small project.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from hashlib import sha256

import pytest
from cases import CASES, ROOT, laid_out
from whole import LANCASHIRE, PAPERS, drafted

from section75.commands.provenance import bearing
from section75.writers import formats, written

BUILT = PAPERS if os.environ.get("CI") == "true" else ("reports/2017-07-13-cabinet", "equality")


def printed_here(paper: str, ending: str) -> bytes:
    """Return a paper as a build prints it: with the line that says where it came from."""
    made = drafted(LANCASHIRE, paper)
    return written(bearing(made.drafted.document, made.house, LANCASHIRE, paper), made.house, ending)


@pytest.mark.thorough
def test_a_build_elsewhere_writes_the_bytes_that_are_printed_here(tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
    command = [
        sys.executable,
        ROOT / "build.py",
        LANCASHIRE,
        "--out",
        tmp_path,
        *(word for paper in BUILT for word in ("--document", paper)),
    ]
    subprocess.run(command, env=environment, cwd=tmp_path, capture_output=True, check=True, timeout=300)
    files = {f"{paper}.{ending}": printed_here(paper, ending) for paper in BUILT for ending in formats()}
    built = {
        path.relative_to(tmp_path / LANCASHIRE).as_posix(): path.read_bytes()
        for path in tmp_path.rglob("*.*")
        if path.is_file() and path.name != "manifest.json"
    }
    assert sorted(built) == sorted(files)
    assert len(files) == 4 * len(BUILT)
    assert [name for name in files if built[name] != files[name]] == []


# ------------------------------------------------------------------ every output


HERE = {"TZ": "UTC", "LC_ALL": "C.UTF-8", "PYTHONHASHSEED": "0"}
ELSEWHERE = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "tr_TR.UTF-8", "PYTHONHASHSEED": "4242", "COLUMNS": "40"}


def project(folder):
    """Return a project of a small agreement, and another that is the same but changed."""
    root = laid_out(folder, CASES / "good" / "hill")
    facts = (root / "agreements" / "hill" / "agreement.yaml").read_text(encoding="utf-8")
    (root / "agreements" / "dale").mkdir()
    (root / "agreements" / "dale" / "agreement.yaml").write_text(facts.replace("Hill", "Dale"), encoding="utf-8")
    return root


def made(root, out, environment, jobs, order, *more):
    """Return every output of a project by its path, made in a process of its own that works in another folder."""
    command = [sys.executable, ROOT / "tests" / "every_output.py", root, out, str(jobs), order, *more]
    where = root.parent if order == "sorted" else "/"
    run = subprocess.run(command, env={**os.environ, **environment}, cwd=where, capture_output=True, text=True, check=False, timeout=600)
    assert run.returncode == 0, run.stderr
    return {path.relative_to(out).as_posix(): path.read_bytes() for path in out.rglob("*") if path.is_file()}


@pytest.mark.thorough
def test_every_output_has_the_same_bytes_wherever_and_however_it_is_made(tmp_path):
    near, far = project(tmp_path / "near"), project(tmp_path / "a folder" / "that is far" / "ärger")
    first = made(near, tmp_path / "first", HERE, 1, "sorted", "--no-cache")
    second = made(far, tmp_path / "second", ELSEWHERE, 2, "reversed")
    assert {path.rpartition(".")[2] for path in first} == {"csv", "docx", "html", "ics", "json", "md", "pdf", "txt", "xlsx"}
    assert sorted(second) == sorted(first)
    assert [path for path in first if second[path] != first[path]] == []
    kept = made(far, tmp_path / "third", HERE, 1, "sorted", "kept")
    assert kept == {path: data for path, data in first.items() if path.startswith("build/")}
    assert_told(near, first, "build/hill")
    assert_told(near, first, "annotated/hill")


def assert_told(root, files, folder):
    """Hold the manifest of a folder against the files that stand in it, and those that they were made from."""
    manifest = json.loads(files[f"{folder}/manifest.json"])
    built = {path.removeprefix(f"{folder}/"): data for path, data in files.items() if path.startswith(folder)}
    del built["manifest.json"]
    assert {path: paper["sha256"] for path, paper in manifest["papers"].items()} == {
        path: sha256(data).hexdigest() for path, data in built.items()
    }
    for inputs in manifest["inputs"].values():
        assert inputs == {path: sha256((root / path).read_bytes()).hexdigest() for path in inputs}
        own = root / "agreements" / manifest["agreement"]
        every = [path for folder in (own, root / "templates", root / "schedules") for path in folder.rglob("*") if path.is_file()]
        assert sorted(inputs) == sorted(path.relative_to(root).as_posix() for path in every)
