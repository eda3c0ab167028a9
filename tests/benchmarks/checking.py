"""How long all rules take, beside the drafting of what they judge: told as a ratio, since seconds differ from machine to machine.

In: the agreements of this project. Out: a table on the terminal; a ratio of at most 2 is the aim (all rules are no slower than drafting
twice). Run by `make bench`; the best of several runs counts, so that other work on the machine does not.
"""

from __future__ import annotations

import sys
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

ROOT: Final = Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT))

from section75.commands.judging import Judging  # noqa: E402 - the project is found by its path first
from section75.project import Project  # noqa: E402 - likewise

if TYPE_CHECKING:
    from collections.abc import Callable

RUNS: Final = 5
AIM: Final = 2
"""Times the drafting that the checking may take."""


def best(work: Callable[[], object]) -> float:
    """Return the seconds of the fastest of several runs."""
    times = []
    for _ in range(RUNS):
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def times_of(project: Project, name: str) -> tuple[float, float]:
    """Return the seconds that drafting an agreement takes, and those of all rules on it and on the facts of its partnership."""
    partnership, terms = project.read(name), project.terms()
    document = partnership.draft("agreement").drafted.document

    def judge() -> None:
        judging = Judging(partnership, terms)
        judging.paper("agreement", document)
        judging.facts()

    return best(lambda: project.draft_agreement(partnership)), best(judge)


def main() -> None:
    """Print, for each agreement, what drafting it and checking it take, and the ratio."""
    project = Project(ROOT)
    sys.stdout.write(f"{'Agreement':<55}{'Draft':>8}{'Check':>8}{'Ratio':>8}   (at most {AIM})\n")
    for name in project.names:
        drafting, checking = times_of(project, name)
        sys.stdout.write(f"{name:<55}{drafting:>7.2f}s{checking:>7.2f}s{checking / drafting:>8.2f}\n")


if __name__ == "__main__":
    main()
