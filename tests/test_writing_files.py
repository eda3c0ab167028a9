"""Files are written all or none: whatever is refused, and wherever the process is killed, each is whole or untouched.

Each test says in its output what it tried and how many times. There are files before (`OLD`) and after (`NEW`).
"""

from __future__ import annotations

import signal
import subprocess
import sys
from typing import TYPE_CHECKING

import pytest
from faulting import MOST, files_in, paths, refusing, said

from section75.filing.files import UNFINISHED, clear, unwritten, write_all

if TYPE_CHECKING:
    from pathlib import Path

MOST_STEPS = 100
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
        done = subprocess.run([sys.executable, "-c", KILLED, str(steps + 1), folder], env=paths(), check=False, timeout=MOST)
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
