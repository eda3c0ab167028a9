"""`make soak`: for hours what CI does for a minute. Its figures go to `build/soak.md`, from which `docs/reliability.md` is filled in.

In: how many random agreements to draft, how many to build in one go, how many builds to kill, how many inputs and seconds to fuzz.
Out: a table; the status is 0 where nothing was lost and no promise broken.
"""

from __future__ import annotations

import argparse
import gc
import os
import shutil
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from tempfile import TemporaryDirectory

ROOT = Path(__file__).resolve().parent.parent
sys.path[:0] = [str(ROOT)]

from random_markdown import Drafting  # noqa: E402 - the project is found first
from soaked import SEED, agreement  # noqa: E402

from section75.cli import SELDOM  # noqa: E402

HERE = Path(__file__).resolve().parent
BUILD = "import sys; from pathlib import Path; from section75.cli import main; sys.exit(main(sys.argv[2:], Path(sys.argv[1])))"
OFTEN = 20
"""Of how many agreements one is drafted twice and read back."""
FLAT = 1.5
"""How many times what a build takes in its second tenth it may take in its last."""
FAULTS = ("test_faults.py", "test_writing_files.py", "test_missing_engines.py")
TARGETS = ("facts", "report", "house", "clause", "record", "word", "shell", "picture")


@dataclass
class Figures:
    """What was tried, and what came of it."""

    rows: list[tuple[str, str, str, str]] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)

    def row(self, what: str, count: str, result: str, seconds: float) -> None:
        self.rows.append((what, count, result, f"{seconds:,.0f} s"))
        sys.stdout.write(f"{what}: {count}; {result}; {seconds:,.0f} s\n")
        sys.stdout.flush()

    def page(self) -> str:
        lines = ["| what | how many | result | time |", "|---|---|---|---|", *(f"| {' | '.join(row)} |" for row in self.rows)]
        return "\n".join([*lines, "", *(f"- BROKEN: {words}" for words in self.broken), ""])


# ------------------------------------------------------------------ random agreements, drafted to Markdown


@cache
def drafting() -> Drafting:
    """Return what one process drafts with: what all agreements have in common is read once in each."""
    return Drafting()


def one_drafted(which: int) -> tuple[int, str, int, int]:
    """Draft one agreement. Return its number, what became of it or how it raised, and which process it was, with the megabytes it holds."""
    try:
        what = drafting().draft(agreement(which), again=which % OFTEN == 0)
    except Exception as fault:  # noqa: BLE001 - whatever it is, it is counted, and the next is tried
        what = f"raised {type(fault).__name__}: {fault}"
    return which, what, os.getpid(), resident(os.getpid()) if which % OFTEN == 0 else 0


def drafted(figures: Figures, many: int, jobs: int) -> None:
    """Draft agreements in a few processes: none may raise, differ from its second drafting, or lose a word in its text of record."""
    started, counts = time.perf_counter(), Counter()
    first: dict[int, int] = {}
    last: dict[int, int] = {}
    with ProcessPoolExecutor(jobs, initializer=gc.set_threshold, initargs=SELDOM) as pool:
        for done, (which, what, process, held) in enumerate(pool.map(one_drafted, range(many), chunksize=20), 1):
            counts[what.partition(" ")[0] if what.startswith("raised") else what] += 1
            if what not in ("drafted", "refused"):
                figures.broken.append(f"agreement {which}: {what}")
            if held:
                (first if done <= many // 5 else last)[process] = held
            if done % 100 == 0:
                holding = ", ".join(f"{one:,} MB" for one in (last or first).values())
                sys.stdout.write(f"  {done:,} of {many:,}: {dict(counts)}, {holding}\n")
                sys.stdout.flush()
    early, late = max(first.values(), default=0), max(last.values(), default=0)
    result = ", ".join(f"{number:,} {what}" for what, number in counts.most_common())
    result += f"; a process held {early:,} MB at most after a fifth, {late:,} MB at the end"
    figures.row(f"Random agreements (seed {SEED}) drafted and written as Markdown", f"{many:,}", result, time.perf_counter() - started)
    if late > FLAT * early:
        figures.broken.append(f"the memory of a process that drafts grew from {early} to {late} MB")


# ------------------------------------------------------------------ many agreements in one build


def resident(process: int) -> int:
    """Return the megabytes that a process holds (its share of what it holds together with others), or none where it has ended."""
    try:
        told = Path(f"/proc/{process}/smaps_rollup").read_text(encoding="ascii")
        return int(told.split("Pss:")[1].split()[0]) // 1024
    except (OSError, IndexError):
        return 0


def children(process: int) -> list[int]:
    try:
        told = Path(f"/proc/{process}/task/{process}/children").read_text(encoding="ascii").split()
    except OSError:
        return []
    return [one for child in map(int, told) for one in (child, *children(child))]


@dataclass
class Built:
    """One run of the command: its status, its words, how long it took, and what it held each second, in megabytes."""

    status: int
    said: str
    seconds: float
    own: list[int]
    whole: list[int]


def built(root: Path, *words: str) -> Built:
    told = root / "told.txt"
    started = time.perf_counter()
    own, whole = [], []
    with told.open("wb") as stream:
        command = [sys.executable, "-c", BUILD, str(root), "build", *words]
        running = subprocess.Popen(command, cwd=ROOT, stdout=stream, stderr=subprocess.STDOUT)
        while running.poll() is None:
            mine = resident(running.pid)
            own.append(mine)
            whole.append(mine + sum(map(resident, children(running.pid))))
            time.sleep(1)
    return Built(running.returncode, told.read_text(encoding="utf-8", errors="replace"), time.perf_counter() - started, own, whole)


def stood(folder: Path) -> dict[str, tuple[int, int]]:
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mtime_ns, path.stat().st_size) for path in folder.rglob("*") if path.is_file()
    }


def built_at_once(figures: Figures, many: int, jobs: int) -> None:
    """Build many agreements in every format by the real command; a second build touches nothing."""
    with TemporaryDirectory(prefix="soak-") as folder:
        root = Path(folder)
        for part in ("templates", "schedules"):
            shutil.copytree(ROOT / part, root / part)
        for which in range(many):
            own = root / "agreements" / f"random-{which:04d}"
            own.mkdir(parents=True)
            (own / "agreement.yaml").write_text(agreement(which), encoding="utf-8")
        first = built(root, "--jobs", str(jobs))
        files = stood(root / "build") if (root / "build").is_dir() else {}
        made = {name.partition("/")[0] for name in files}
        tenth = max(len(first.own) // 10, 1)
        early, late = max(first.own[tenth : 2 * tenth] or [1]), max(first.own[-tenth:] or [1])
        early_all, late_all = max(first.whole[tenth : 2 * tenth] or [1]), max(first.whole[-tenth:] or [1])
        result = f"{len(made):,} built, {many - len(made):,} refused with problems; {len(files):,} files; {first.said.count('┏')} table; "
        result += f"the command held {early:,} MB in the second tenth of the time and {late:,} MB in the last, "
        result += f"all processes together {early_all:,} MB and {late_all:,} MB"
        figures.row(f"Agreements in one build, every format, {jobs} workers", f"{many:,}", result, first.seconds)
        second = built(root, "--jobs", str(jobs))
        touched = [name for name, state in stood(root / "build").items() if files.get(name) != state]
        figures.row("The same build again", f"{many:,}", f"{len(touched)} files touched", second.seconds)
        shutil.copy(root / "told.txt", ROOT / "build" / "soak-told.txt")
        for wrong, words in (
            ("Traceback" in first.said + second.said, "a build ended in a traceback"),
            (bool(touched), f"the second build touched {touched[:5]}"),
            (first.said.count("┏") != 1, "there is not one table"),
            (late > FLAT * early, f"the memory of the command grew from {early} to {late} MB"),
            (late_all > FLAT * early_all, f"the memory of all processes grew from {early_all} to {late_all} MB"),
            (not made, "nothing was built"),
        ):
            if wrong:
                figures.broken.append(words)


# ------------------------------------------------------------------ faults and fuzzing


def tested(figures: Figures, what: str, count: str, files: tuple[str, ...], **environment: str) -> None:
    """Run files of tests with larger numbers; the tests say themselves what they tried."""
    started = time.perf_counter()
    command = [sys.executable, "-m", "pytest", "-n", "0", "-q", "-rfEP", *(f"tests/{file}" for file in files)]
    done = subprocess.run(command, cwd=ROOT, env={**os.environ, "CI": "true", **environment}, capture_output=True, text=True, check=False)
    (ROOT / "build" / f"soak-{files[0]}.txt").write_text(done.stdout + done.stderr, encoding="utf-8")
    wrong = [line for line in done.stdout.splitlines() if line.startswith(("FAILED", "ERROR"))]
    result = "; ".join(wrong) or f"it ended with {done.returncode}"
    figures.row(what, count, "none lost" if done.returncode == 0 else result, time.perf_counter() - started)
    if done.returncode:
        figures.broken.append(result)


def guided(figures: Figures, seconds: int, python: str) -> None:
    """Let atheris look for inputs, where it is there."""
    if not python and find_spec("atheris") is None:
        figures.row("Fuzzing guided by coverage (atheris)", "0", "atheris is not installed: not run", 0)
        return
    packages = os.pathsep.join(path for path in sys.path if path.endswith("-packages"))
    for target in TARGETS:
        started = time.perf_counter()
        with TemporaryDirectory(prefix="atheris-") as folder:
            command = [python or sys.executable, str(HERE / "fuzzing" / "guided.py"), target, str(seconds)]
            environment = {**os.environ, "PYTHONPATH": packages}
            done = subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, errors="replace", check=False)
            tried = next((line.split()[-1] for line in done.stderr.splitlines() if "number_of_executed_units" in line), "?")
            figures.row(
                f"Fuzzing guided by coverage (atheris): {target}",
                tried,
                "none found" if done.returncode == 0 else "FOUND",
                time.perf_counter() - started,
            )
            if done.returncode:
                figures.broken.append(f"atheris {target}: {done.stderr[-2000:]}")


def main() -> int:
    parser = argparse.ArgumentParser(description="Soak the toolkit.")
    parser.add_argument("--agreements", type=int, default=10_000)
    parser.add_argument("--built", type=int, default=200)
    parser.add_argument("--kills", type=int, default=40)
    parser.add_argument("--examples", type=int, default=1_000)
    parser.add_argument("--seconds", type=int, default=60, help="of atheris, for each target")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    parser.add_argument("--atheris", default="", metavar="PYTHON", help="an interpreter that has atheris, if it is another")
    asked = parser.parse_args()
    figures = Figures()
    page = ROOT / "build" / "soak.md"
    page.parent.mkdir(exist_ok=True)
    kills, examples = str(asked.kills), str(asked.examples)
    steps = (
        (asked.kills, lambda: tested(figures, "Builds killed, and other faults", f"3 × {kills} kills", FAULTS, KILLS=kills)),
        (asked.examples, lambda: tested(figures, "Mutated files, any bytes", f"16 × {examples}", ("test_fuzzing.py",), EXAMPLES=examples)),
        (asked.seconds, lambda: guided(figures, asked.seconds, asked.atheris)),
        (asked.built, lambda: built_at_once(figures, asked.built, asked.jobs)),
        (asked.agreements, lambda: drafted(figures, asked.agreements, asked.jobs)),
    )
    for many, step in steps:
        if many:
            step()
            page.write_text(figures.page(), encoding="utf-8")
    sys.stdout.write(f"{figures.page()}\nWrote {page}.\n")
    return 1 if figures.broken else 0


if __name__ == "__main__":
    sys.exit(main())
