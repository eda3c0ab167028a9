"""The same facts and texts give the same bytes: in another process, at another place and time, in another order of sets.

Everyday the report and the equality analysis are built again; where CI=true, every paper.
"""

from __future__ import annotations

import os
import subprocess
import sys

from whole import EVERY, LANCASHIRE, ROOT, drafted

from section75.commands.provenance import bearing
from section75.writers import formats, written

BUILT = EVERY if os.environ.get("CI") == "true" else ("reports/2017-07-13-cabinet", "equality")


def printed_here(paper: str, ending: str) -> bytes:
    """Return a paper as a build prints it: with the line that says where it came from."""
    made = drafted(LANCASHIRE, paper)
    return written(bearing(made.drafted.document, made.house, LANCASHIRE, paper), made.house, ending)


def test_a_build_elsewhere_writes_the_bytes_that_are_printed_here(tmp_path):
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}
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
