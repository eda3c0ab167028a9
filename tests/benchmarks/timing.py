"""How long processes take, and how much memory: for the benchmarks.

In: commands. Out: seconds of wall time and of the processors, and the largest memory of one process. The best of several runs counts, so
that other work on the machine does not.
"""

from __future__ import annotations

import gc
import os
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Final

sys.path.insert(0, str(Path(__file__).resolve().parent.parent.parent))

from section75.cli import SELDOM
from section75.text.markup import _read
from section75.text.markup.outlined import _known

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

ROOT: Final = Path(__file__).resolve().parent.parent.parent
COMMAND: Final = (sys.executable, str(ROOT / "build.py"))
HEAD: Final = f"{'':<58}{'wall':>9}{'CPU':>9}{'memory':>9}"


@dataclass(frozen=True, slots=True)
class Cost:
    """What one run took: seconds of wall time, seconds of all processors, and megabytes of its largest process."""

    wall: float
    cpu: float
    memory: float

    def __str__(self) -> str:
        """Return the three as columns."""
        return f"{self.wall:>8.2f}s{self.cpu:>8.2f}s{self.memory:>6.0f} MB"


def best(work: Callable[[], object], runs: int) -> float:
    """Return the seconds of the fastest of several runs of a piece of work in this process.

    What was read of rendered texts is forgotten before each: a build drafts an agreement once, and knows the library but not its words.
    Cycles are collected as seldom as in a command.
    """
    times = []
    gc.set_threshold(*SELDOM)
    for _ in range(runs):
        _read.cache_clear()
        _known.cache_clear()
        start = perf_counter()
        work()
        times.append(perf_counter() - start)
    return min(times)


def cost(command: Sequence[str], runs: int = 3) -> Cost:
    """Return the cheapest of several runs of a command. Raises `CalledProcessError` where it fails."""
    return min((_once(command) for _ in range(runs)), key=lambda one: one.cpu)


def _once(command: Sequence[str]) -> Cost:
    started = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)
    said = process.stderr.read() if process.stderr else b""
    _, status, used = os.wait4(process.pid, 0)
    wall = perf_counter() - started
    if status:
        raise subprocess.CalledProcessError(status, command, stderr=said.decode(errors="replace")[-2000:])
    return Cost(wall, used.ru_utime + used.ru_stime, used.ru_maxrss / 1024)


def line(what: str, found: Cost, aim: str = "") -> None:
    """Print one line of a table."""
    sys.stdout.write(f"{what:<58}{found}  {aim}\n")
    sys.stdout.flush()


def ratio(what: str, of: float, to: float, aim: str) -> None:
    """Print a ratio with its aim."""
    sys.stdout.write(f"{what:<58}{of / to:>9.2f}   ({aim})\n")
    sys.stdout.flush()
