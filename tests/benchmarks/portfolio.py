"""How the time and memory of a build grow with the number of agreements and of workers.

In: copies of the Lancashire agreement of this project. Out: a table on the terminal. Memory is that of the largest process of a build.
Run by `make bench`.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from timing import HEAD, ROOT, Cost, cost, line, ratio

NAME: Final = "lancashire-mental-health-rehabilitation"
NUMBERS: Final = (1, 10, 100)
WORKERS_AIM: Final = "one worker to two; at least 1.8"
MEMORY_AIM: Final = "of ten agreements; flat"


def project(folder: Path, number: int) -> Path:
    """Return a project with a number of agreements, and the program itself, in a folder."""
    root = folder / f"project-{number}"
    for part in ("section75", "templates", "schedules"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", root)
    for nth in range(number):
        shutil.copytree(ROOT / "agreements" / NAME, root / "agreements" / f"lancashire-{nth + 1:03}")
    return root


def built(root: Path, jobs: int) -> Cost:
    """Return what a build of everything in Word, HTML and Markdown takes, with nothing kept."""
    return cost([sys.executable, str(root / "build.py"), "build", "--format", "docx,html,md", "--no-cache", "--jobs", str(jobs)], runs=1)


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"\nPortfolio: {HEAD[11:]}\n")
    with tempfile.TemporaryDirectory() as folder:
        roots = {number: project(Path(folder), number) for number in NUMBERS}
        one = built(roots[10], 1)
        line("10 agreements, 1 worker", one)
        two = {number: built(roots[number], 2) for number in NUMBERS}
        for number, found in two.items():
            line(f"{number} agreement{'s' if number > 1 else ''}, 2 workers", found)
        ratio("time, 10 agreements", one.wall, two[10].wall, WORKERS_AIM)
        ratio("memory, 100 agreements", two[100].memory, two[10].memory, MEMORY_AIM)


if __name__ == "__main__":
    main()
