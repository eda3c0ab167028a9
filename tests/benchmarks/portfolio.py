"""How the time and memory of a build grow with the number of agreements and of workers.

In: the Lancashire agreement of this project, again and again, each for a council of another name: no two have the same words. Out: a
table on the terminal. Memory is that of the largest process of a build. Nothing is kept or recalled: each build reads all texts too.
Run by `make bench`; a hundred agreements with one worker take some minutes.
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path
from typing import Final

from timing import HEAD, ROOT, Cost, cost, line, ratio

NAME: Final = "lancashire-mental-health-rehabilitation"
COUNCIL: Final = "Lancashire County Council"
NUMBERS: Final = (1, 10, 100)
WORKERS: Final = (1, 2)
WORKERS_AIM: Final = "one worker to two; at least 1.8"
MEMORY_AIM: Final = "of ten agreements; flat"


def project(folder: Path, number: int) -> Path:
    """Return a project with a number of agreements, and the program itself, in a folder."""
    root = folder / f"project-{number}"
    for part in ("section75", "templates", "schedules"):
        shutil.copytree(ROOT / part, root / part, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "build.py", root)
    for nth in range(number):
        own = root / "agreements" / f"lancashire-{nth + 1:03}"
        shutil.copytree(ROOT / "agreements" / NAME, own)
        facts = own / "agreement.yaml"
        facts.write_text(facts.read_text(encoding="utf-8").replace(f"name: {COUNCIL}", f"name: {COUNCIL} ({nth + 1})"), encoding="utf-8")
    return root


def built(root: Path, jobs: int) -> Cost:
    """Return what a build of everything in Word, HTML and Markdown takes, with nothing kept."""
    return cost([sys.executable, str(root / "build.py"), "build", "--format", "docx,html,md", "--no-cache", "--jobs", str(jobs)], runs=1)


def main() -> None:
    """Print the table."""
    sys.stdout.write(f"\nPortfolio: {HEAD[11:]}\n")
    with tempfile.TemporaryDirectory() as folder:
        roots = {number: project(Path(folder), number) for number in NUMBERS}
        found = {(number, jobs): _told(roots[number], number, jobs) for number in NUMBERS for jobs in WORKERS}
    for number in NUMBERS[1:]:
        ratio(f"time, {number} agreements", found[number, 1].wall, found[number, 2].wall, WORKERS_AIM)
    ratio("memory, 100 agreements, 2 workers", found[100, 2].memory, found[10, 2].memory, MEMORY_AIM)


def _told(root: Path, number: int, jobs: int) -> Cost:
    took = built(root, jobs)
    line(f"{number} agreement{'s' if number > 1 else ''}, {jobs} worker{'s' if jobs > 1 else ''}", took)
    return took


if __name__ == "__main__":
    main()
