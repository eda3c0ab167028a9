"""Projects laid out in a folder for a test: the real texts, and the agreements of cases.

In: the folders of `tests/cases`. Out: the root folder of a project.
"""

from __future__ import annotations

import shutil
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
CASES = ROOT / "tests" / "cases"
RIVER = CASES / "good" / "river"
"""A small, sound agreement with a report and an equality analysis."""


def laid_out(root: Path, *cases: Path) -> Path:
    """Return a project of the real texts and the files of cases, a later one over an earlier."""
    for folder in ("templates", "schedules"):
        shutil.copytree(ROOT / folder, root / folder)
    for case in cases:
        shutil.copytree(case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    return root
