"""Builds killed, without room or rights, or with another build beside them: each file is whole or untouched.

Each test says in its output what it tried and how many times. A build has a state before and one after; whatever happens on
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
from faulting import HERE, MOST, files_in, paths, refusing, said

from section75 import cli
from section75.commands import pages
from section75.filing.files import UNFINISHED

SEED = 75
KILLS = int(os.environ.get("KILLS", "4"))
"""Builds that are killed at a random moment, and as many at a random change of a file; `make soak` asks for more."""
BUILD = ("build", "river", "--document", "agreement", "--format", "docx,html,md", "--jobs", "2")


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
    return subprocess.Popen(words, env=paths(), stdout=subprocess.PIPE, stderr=subprocess.PIPE, start_new_session=True)


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
    done = subprocess.run(words, env=paths(), capture_output=True, text=True, check=False, timeout=MOST)
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


# ------------------------------------------------------------------ workers


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
        building = [subprocess.Popen(words, env=paths(), stdout=subprocess.PIPE, stderr=subprocess.PIPE) for _ in range(2)]
        told = [one.communicate(timeout=MOST) for one in building]
        assert [one.returncode for one in building] == [0, 0], told
        assert files_in(root / "build") == new
        assert list(root.rglob(f"*{UNFINISHED}")) == []
    said(f"{tried} times two builds at once wrote into one folder{'' if cached else ', with what earlier builds had kept'}")
