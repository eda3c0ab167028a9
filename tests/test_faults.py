"""Builds killed, without room, rights, engine or fonts, or with another build beside them: each file is whole or untouched.

Each test says in its output what it tried and how many times. A build has a state before (`OLD`) and one after (`NEW`); whatever happens on
the way, each file holds the bytes of one of them, and the next build makes the whole of the new one and leaves nothing else.
"""

from __future__ import annotations

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from functools import cache
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp

import pytest
from attacking import FACTS, change, project
from faulting import refusing

from section75 import cli
from section75.commands import pages
from section75.filing.files import UNFINISHED, clear, unwritten, write_all
from section75.writers import pdf

HERE = Path(__file__).parent
SEED = 75
KILLS = int(os.environ.get("KILLS", "4"))
"""Builds that are killed at a random moment, and as many at a random change of a file; `make soak` asks for more."""
MOST = 60.0
MOST_STEPS = 100
BUILD = ("build", "river", "--document", "agreement", "--format", "docx,html,md", "--jobs", "2")


def said(words: str) -> None:
    """Say what was tried: `pytest -s` or `-rP` shows it."""
    sys.stdout.write(f"{words}\n")


def files_in(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in sorted(folder.rglob("*")) if path.is_file()}


# ------------------------------------------------------------------ the writing of files, at each of its steps

OLD = {"a.md": b"old a", "b/c.md": b"old c"}
NEW = {"a.md": b"new a" * 1000, "b/c.md": b"new c", "b/new.md": b"new"}


def stood(folder: Path) -> dict[Path, bytes]:
    for name, data in OLD.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(data)
    return {folder / name: data for name, data in NEW.items()}


@pytest.mark.parametrize("kind", ["enospc", "erofs", "eacces", "edquot", "eio"])
def test_where_any_step_is_refused_no_file_is_changed(tmp_path, kind):
    refused = 0
    for step in range(1, MOST_STEPS):
        folder = tmp_path / str(step)
        wanted = stood(folder)
        problem = None
        with refusing(kind, step, folder) as fault:
            try:
                write_all(wanted)
            except OSError as raised:
                problem = unwritten(raised)
        if fault.seen < step:
            break
        left = {name: data for name, data in files_in(folder).items() if not name.endswith(UNFINISHED)}
        assert left == (OLD if problem else NEW)
        assert problem is None or problem.place.file in map(str, {*wanted, *(path.parent for path in wanted)})
        refused += problem is not None
    said(f"{kind}: one of {step - 1} steps of writing three files was refused; {refused} times nothing was changed, else all was written")
    assert refused > 8


def test_where_a_folder_stands_in_the_place_of_a_file_no_other_is_changed(tmp_path):
    wanted = stood(tmp_path)
    (tmp_path / "b" / "new.md").mkdir()
    with pytest.raises(IsADirectoryError, match=r"new\.md"):
        write_all(wanted)
    assert files_in(tmp_path) == OLD


KILLED = """
import sys
from pathlib import Path
from faulting import fault
from section75.filing.files import write_all
folder = Path(sys.argv[2])
fault().set("kill", int(sys.argv[1]), folder)
write_all({folder / "a.md": b"new a" * 1000, folder / "b/c.md": b"new c", folder / "b/new.md": b"new"})
"""


@pytest.mark.thorough
def test_killed_at_any_step_each_file_is_whole_and_the_next_writing_clears_what_is_left(tmp_path):
    steps, left = 0, 0
    while True:
        folder = tmp_path / str(steps)
        wanted = stood(folder)
        done = subprocess.run([sys.executable, "-c", KILLED, str(steps + 1), folder], env=_paths(), check=False, timeout=MOST)
        if done.returncode == 0:
            break
        assert done.returncode == -signal.SIGKILL
        found = files_in(folder)
        left += any(name.endswith(UNFINISHED) for name in found)
        assert {name: data for name, data in found.items() if not name.endswith(UNFINISHED)}.items() <= {*OLD.items(), *NEW.items()}
        assert all((folder / name).is_file() for name in OLD)
        write_all(wanted)
        assert files_in(folder) == NEW
        steps += 1
    said(f"kill -9 at each of the {steps} steps of writing three files; {left} times something was left, and cleared")
    assert steps > 10
    assert left > 0


def test_what_is_left_is_cleared_everywhere_but_not_what_another_is_writing(tmp_path):
    (tmp_path / "deep").mkdir()
    left = tmp_path / "deep" / f".a.md.0{UNFINISHED}"
    for path in (left, tmp_path / "own.unfinished", tmp_path / ".hidden"):
        path.write_bytes(b"x")
    clear(tmp_path)
    assert sorted(path.name for path in tmp_path.rglob("*") if path.is_file()) == [".hidden", "own.unfinished"]


def _paths() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": os.pathsep.join((str(HERE), str(HERE.parent)))}


# ------------------------------------------------------------------ whole builds


@cache
def _states() -> tuple[Path, dict[str, bytes], dict[str, bytes]]:
    folder = Path(mkdtemp(prefix="faults-"))
    root = project(folder)
    assert cli.main(BUILD, root) == 0
    old = files_in(root / "build")
    change(root, FACTS, "Riverside County Council", "Lakeside County Council")
    shutil.copytree(root, folder / "fresh", ignore=shutil.ignore_patterns("build", ".cache"))
    assert cli.main(BUILD, folder / "fresh") == 0
    new = files_in(folder / "fresh" / "build")
    assert set(old) == set(new)
    assert all(old[name] != new[name] for name in old)
    return root, old, new


@pytest.fixture
def states(tmp_path, capsys):
    """Return a project whose facts have changed since its last build, the files of that build, and those of a fresh one."""
    kept, old, new = _states()
    shutil.copytree(kept, tmp_path / "project")
    capsys.readouterr()
    return tmp_path / "project", old, new


def whole(root: Path, old: dict[str, bytes], new: dict[str, bytes]) -> set[str]:
    """See that each file is as it was or as it was to be, and return which there are of both."""
    found = {name: data for name, data in files_in(root / "build").items() if not name.endswith(UNFINISHED)}
    assert set(found) == set(old)
    assert [name for name, data in found.items() if data not in (old[name], new[name])] == []
    told = json.loads(found["river/manifest.json"])["papers"]
    for paper, one in told.items():
        assert one["sha256"] in {sha256(state[f"river/{paper}"]).hexdigest() for state in (old, new)}
    return {"new" if data == new[name] else "old" for name, data in found.items()}


def finished_by_the_next(root: Path, new: dict[str, bytes]) -> None:
    assert cli.main(BUILD, root) == 0
    assert files_in(root / "build") == new
    assert list(root.rglob(f"*{UNFINISHED}")) == []


def started(kind: str, at: int, root: Path) -> subprocess.Popen:
    words = [sys.executable, str(HERE / "faulting.py"), kind, str(at), str(root / "build"), str(root), *BUILD]
    return subprocess.Popen(words, env=_paths(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


def has_workers(building: subprocess.Popen) -> bool:
    """Wait until a build has started processes that write pages."""
    children = Path(f"/proc/{building.pid}/task/{building.pid}/children")
    while building.poll() is None:
        if children.read_text(encoding="ascii"):
            return True
        time.sleep(0.01)
    return False


def nobody_left(group: int) -> bool:
    """Return whether every process that a build had started has ended with it."""
    for _ in range(100):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    os.killpg(group, signal.SIGKILL)
    return False


@pytest.mark.thorough
@pytest.mark.parametrize("how", ["at a random moment", "while workers wrote", "at a random change of a file"])
def test_a_build_that_is_killed_leaves_whole_files_and_no_process(states, how):
    root, old, new = states
    draw = random.Random(SEED)  # noqa: S311 - it picks moments
    tried, mixed = 0, 0
    for _ in range(KILLS):
        for name, data in old.items():
            (root / "build" / name).write_bytes(data)
        shutil.rmtree(root / ".cache", ignore_errors=True)
        at = draw.randint(1, 30) if "change" in how else 10_000
        building = started("kill", at, root)
        if at == 10_000:
            if "workers" in how:
                assert has_workers(building)
            time.sleep(draw.uniform(0.1, 3.0) if "moment" in how else draw.uniform(0, 0.1))
            building.kill()
        building.wait(timeout=MOST)
        assert nobody_left(building.pid)
        building.communicate(timeout=MOST)
        tried += 1
        mixed += len(whole(root, old, new)) > 1
        finished_by_the_next(root, new)
    said(f"{tried} builds were killed {how} (seed {SEED}); {mixed} times old and new files stood side by side, each whole")


@pytest.mark.thorough
def test_without_room_from_any_change_on_nothing_is_changed_and_it_is_told(states, capsys):
    root, old, new = states
    at = 1
    while True:
        with refusing("enospc", at, root / "build", every=True):
            status = cli.main((*BUILD[:-1], "1"), root)
        told = capsys.readouterr().err
        if status == 0:
            break
        assert status == 1
        assert "No space left on device. Make room on the disk." in told
        assert "Traceback" not in told
        assert whole(root, old, new)
        at += 4
    said(f"No room from the n-th change of a file on, for {at // 4} n")
    finished_by_the_next(root, new)
    assert at > 8


LIMITED = """import resource, runpy, sys
resource.setrlimit(resource.RLIMIT_FSIZE, (6000, 6000))
sys.argv = sys.argv[1:]
runpy.run_path(sys.argv[0], run_name="__main__")"""


@pytest.mark.thorough
def test_where_the_system_ends_a_file_early_it_is_told_and_nothing_is_changed(states):
    """The system itself cuts the write of the Word file off: what was asked was to write more than 6,000 bytes."""
    root, old, _ = states
    words = [sys.executable, "-c", LIMITED, HERE / "faulting.py", "kill", "0", str(root), str(root), *BUILD[:-1], "1"]
    done = subprocess.run(words, env=_paths(), capture_output=True, text=True, check=False, timeout=MOST)
    assert (done.returncode, "File too large." in done.stderr, "Traceback" in done.stderr) == (1, True, False)
    assert files_in(root / "build") == old


@pytest.fixture
def small_disk(tmp_path):
    """Return a disk of 128 KB, where this system lets one be mounted."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = shutil.which("mount")
    if not mount or subprocess.run([mount, "-t", "tmpfs", "-o", "size=128k", "tmpfs", disk], capture_output=True, check=False).returncode:
        pytest.skip("This system lets no disk be mounted; that its writes are refused is tried by the tests above")
    yield disk
    subprocess.run(["umount", disk], check=True)


@pytest.mark.thorough
@pytest.mark.parametrize("taken", [1_000, 60_000, 90_000, 110_000, 126_000])
def test_a_disk_that_is_really_full_is_told_and_nothing_is_changed(states, small_disk, taken, capsys):
    root, _, new = states
    (small_disk / "other").write_bytes(b"x" * taken)
    status = cli.main((*BUILD, "--out", str(small_disk / "out"), "--no-cache"), root)
    told = capsys.readouterr().err
    found = files_in(small_disk / "out") if (small_disk / "out").is_dir() else {}
    assert (status, found == new) in ((0, True), (1, False))
    if status:
        assert "No space left on device. Make room on the disk. Nothing was changed." in told
        assert found == {}
    said(f"A disk with {131_072 - taken:,} bytes left: status {status}")


@pytest.mark.thorough
def test_a_folder_that_may_only_be_read_is_told_and_nothing_is_changed(states, capsys):
    root, old, _ = states
    with refusing("erofs", 1, root / "build", every=True):
        status = cli.main((*BUILD[:-1], "1"), root)
    told = capsys.readouterr().err
    assert status == 1
    assert "Read-only file system. Name another folder. Nothing was changed." in told
    assert files_in(root / "build") == old


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write everywhere; the test above refuses the same changes")
def test_a_folder_without_the_right_to_write_is_told(states, capsys):
    root, old, _ = states
    (root / "build" / "river").chmod(0o555)
    try:
        assert cli.main((*BUILD[:-1], "1"), root) == 1
    finally:
        (root / "build" / "river").chmod(0o755)
    assert "Permission denied. Ask for the right to write there" in capsys.readouterr().err
    assert files_in(root / "build") == old


@pytest.mark.thorough
@pytest.mark.parametrize("out", ["river.txt", "river.txt/deeper"])
def test_a_file_in_the_place_of_the_folder_is_told(tmp_path, capsys, out):
    root = project(tmp_path)
    (tmp_path / "river.txt").write_bytes(b"mine")
    assert cli.main(("build", "river", "--document", "agreement", "--format", "md", "--out", str(tmp_path / out)), root) == 1
    assert "Traceback" not in (told := capsys.readouterr().err)
    assert ": error: " in told
    assert (tmp_path / "river.txt").read_bytes() == b"mine"


# ------------------------------------------------------------------ engines, fonts, workers


@pytest.mark.thorough
@pytest.mark.parametrize("missing", ["the engine", "its library", "every font", "a font as wide as Arial"])
def test_where_no_pdf_can_be_made_the_other_formats_are_whole_and_it_is_told(tmp_path, capsys, monkeypatch, missing):
    root = project(tmp_path)
    if missing == "the engine":
        monkeypatch.setitem(sys.modules, "weasyprint", None)
    elif missing == "its library":
        monkeypatch.setattr(
            pdf, "_engine", lambda: (_ for _ in ()).throw(pdf.EngineMissing("PDF cannot be made here: cannot load library"))
        )
    else:
        family = "no font" if missing == "every font" else "DejaVu Sans"
        monkeypatch.setattr(pdf, "_fonts", lambda: f"Arial would be printed in {family}. Run: apt install fonts-liberation")
    status = cli.main(("build", "river", "--document", "agreement", "--jobs", "1", "--no-cache"), root)
    told = capsys.readouterr().err
    assert (status, "PDF cannot be made here" in told, "Traceback" in told) == (1, True, False)
    found = files_in(root / "build")
    assert sorted(found) == ["river/agreement.docx", "river/agreement.html", "river/agreement.md", "river/manifest.json"]
    papers = json.loads(found["river/manifest.json"])["papers"]
    assert {paper: one["sha256"] for paper, one in papers.items()} == {
        name.removeprefix("river/"): sha256(data).hexdigest() for name, data in found.items() if not name.endswith(".json")
    }


NO_FONTS = (
    '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>{0}/none</dir><cachedir>{0}/kept</cachedir></fontconfig>'
)


@pytest.mark.thorough
@pytest.mark.parametrize("asked", ["fc-match is there", "fc-match is not there"])
def test_on_a_machine_without_any_font_the_command_says_so_and_does_not_crash(tmp_path, asked):
    root = project(tmp_path)
    (tmp_path / "none").mkdir()
    (tmp_path / "fonts.conf").write_text(NO_FONTS.format(tmp_path), encoding="utf-8")
    environment = {**_paths(), "FONTCONFIG_FILE": str(tmp_path / "fonts.conf")}
    environment |= {"PATH": str(tmp_path / "none")} if "not" in asked else {}
    words = [
        sys.executable,
        HERE / "faulting.py",
        "kill",
        "0",
        str(root),
        str(root),
        "build",
        "river",
        "--document",
        "agreement",
        "--jobs",
        "1",
    ]
    done = subprocess.run(words, env=environment, capture_output=True, text=True, check=False, timeout=MOST)
    assert (done.returncode, "PDF cannot be made here" in done.stderr, "Traceback" in done.stderr) == (1, True, False), done.stderr
    assert sorted(files_in(root / "build")) == [f"river/agreement.{ending}" for ending in ("docx", "html", "md")] + ["river/manifest.json"]


def die(_task):
    os.kill(os.getpid(), signal.SIGKILL)


@pytest.mark.thorough
def test_where_the_system_ends_a_worker_it_is_told_and_nothing_is_changed(states, capsys, monkeypatch):
    root, old, _ = states
    monkeypatch.setattr(pages, "_print", die)
    assert cli.main(BUILD, root) == 1
    told = capsys.readouterr().err
    assert "A process that was drafting or printing has been ended from outside" in told
    assert "Traceback" not in told
    assert files_in(root / "build") == old


def test_who_stops_a_build_is_told_that_every_file_is_whole(states, capsys, monkeypatch):
    root, old, _ = states
    monkeypatch.setattr(pages, "_print", lambda _: (_ for _ in ()).throw(KeyboardInterrupt))
    assert cli.main((*BUILD[:-1], "1"), root) == cli.STOPPED
    assert "Stopped. Every file is whole" in capsys.readouterr().err
    assert files_in(root / "build") == old


# ------------------------------------------------------------------ two at once


@pytest.mark.thorough
@pytest.mark.parametrize("cached", [(), ("--no-cache",)])
def test_two_builds_at_once_into_one_folder_both_end_well(states, cached):
    root, _, new = states
    words = [sys.executable, str(HERE / "faulting.py"), "kill", "0", str(root), str(root), *BUILD, *cached]
    tried = 2
    for _ in range(tried):
        for name in new:
            (root / "build" / name).write_bytes(b"altered")
        building = [subprocess.Popen(words, env=_paths(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        told = [one.communicate(timeout=MOST) for one in building]
        assert [one.returncode for one in building] == [0, 0], told
        assert files_in(root / "build") == new
        assert list(root.rglob(f"*{UNFINISHED}")) == []
    said(f"{tried} times two builds at once wrote into one folder{'' if cached else ', with what earlier builds had kept'}")
