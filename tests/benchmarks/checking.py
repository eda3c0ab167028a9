"""How long all rules take, beside the drafting of what they judge: told as a ratio, since seconds differ from machine to machine.

In: the agreements of this project. Out: a table on the terminal; a ratio of at most 2 is the aim (all rules are no slower than drafting
twice). Run by `make bench`; the best of several runs counts, so that other work on the machine does not.
"""

from __future__ import annotations

import sys
from typing import Final

from timing import ROOT, best

sys.path.insert(0, str(ROOT))

from section75.commands.judging import Judging
from section75.project import Project

RUNS: Final = 5
AIM: Final = 2
"""Times the drafting that the checking may take."""


def times_of(project: Project, name: str) -> tuple[float, float]:
    """Return the seconds that drafting an agreement takes, and those of all rules on it and on the facts of its partnership."""
    partnership, terms = project.read(name), project.terms()
    document = partnership.draft("agreement").drafted.document

    def judge() -> None:
        judging = Judging(partnership, terms)
        judging.paper("agreement", document)
        judging.facts()

    return best(lambda: project.draft_agreement(partnership), RUNS), best(judge, RUNS)


def main() -> None:
    """Print, for each agreement, what drafting it and checking it take, and the ratio."""
    project = Project(ROOT)
    sys.stdout.write(f"{'Agreement':<55}{'Draft':>8}{'Check':>8}{'Ratio':>8}   (at most {AIM})\n")
    for name in project.names:
        drafting, checking = times_of(project, name)
        sys.stdout.write(f"{name:<55}{drafting:>7.2f}s{checking:>7.2f}s{checking / drafting:>8.2f}\n")


if __name__ == "__main__":
    main()
