"""How long a Word redline takes, beside building the Word file that it shows: told as a ratio, since seconds differ between machines.

In: the Northshire agreement of this project and its renewal. Out: a line on the terminal; a ratio of at most 2 is the aim (comparing,
writing and proving the redline is no slower than drafting and writing the renewal twice). Run by `make bench`; the best of several
runs counts, so that other work on the machine does not.
"""

from __future__ import annotations

import datetime as dt
import sys
from typing import Final

from timing import ROOT, best

sys.path.insert(0, str(ROOT))

from section75.comparison.redline import redline
from section75.project import Project
from section75.writers.docx import write
from section75.writers.docx.redline import write_redline

RUNS: Final = 3
AIM: Final = 2
"""Times the building that the redline may take."""
OLD: Final = "northshire-better-care-fund"
NEW: Final = "northshire-better-care-fund-2027"
DAY: Final = dt.date(2027, 4, 1)


def main() -> None:
    """Print what building and redlining take, and the ratio."""
    project = Project(ROOT)
    older, newer = (project.read(name).draft("agreement") for name in (OLD, NEW))
    old, new = older.drafted.document, newer.drafted.document

    def build() -> None:
        paper = project.read(NEW).draft("agreement")
        write(paper.drafted.document, paper.house)

    def compare() -> None:
        write_redline(old, new, redline(old, new), newer.house, new.author, DAY)

    building, redlining = best(build, RUNS), best(compare, RUNS)
    sys.stdout.write(f"{'Redline':<55}{'Build':>8}{'Redline':>8}{'Ratio':>8}   (at most {AIM})\n")
    sys.stdout.write(f"{NEW:<55}{building:>7.2f}s{redlining:>7.2f}s{redlining / building:>8.2f}\n")


if __name__ == "__main__":
    main()
