"""The command: `python build.py build|check|explain …`.

In: the words of the command line. Out: exit status 0 (done), 1 (problems found) or 2 (wrong usage), and words on the terminal.
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem, Refused, gravest_first, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.project import Project

ROOT: Final = Path(__file__).resolve().parent.parent
COMMANDS: Final = ("build", "check", "explain")
DONE, PROBLEMS, USAGE = 0, 1, 2


def main(words: Sequence[str], root: Path = ROOT) -> int:
    """Do what the words ask; without a command, build."""
    first = next((word for word in words if not word.startswith("-")), "")
    given = list(words)
    if first not in COMMANDS and not {"-h", "--help"} & set(words[:1]):
        given.insert(0, "build")
    asked = parser().parse_args(given)
    from section75.project import Project

    try:
        return int(asked.does(Project(root), asked))
    except Refused as refused:
        _print_problems(refused.problems)
        return PROBLEMS
    except OSError as fault:
        where = fault.filename or "a file"
        _print_problems([Problem(Place(str(where)), "file", "error", f"{fault.strerror or fault}.", "Nothing was changed.")])
        return PROBLEMS


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    whole = argparse.ArgumentParser(prog="build.py", description="Section 75 agreements and the papers that go with them, from facts.")
    commands = whole.add_subparsers(required=True, metavar="COMMAND")
    build = commands.add_parser("build", help="write every paper (the default)", description="Write the papers of agreements.")
    build.add_argument("name", nargs="*", metavar="NAME", help="an agreement: a folder of agreements/; none means all")
    build.add_argument("--document", action="append", default=[], metavar="D", help="only this paper: agreement, equality, reports/…")
    build.add_argument("--format", default="", metavar="F", help="only these formats, with commas: docx,pdf,html,md")
    build.add_argument("--final", action="store_true", help="refuse while a blank, note, assumption or problem remains")
    build.add_argument("--out", type=Path, default=None, metavar="FOLDER", help="where to write (build)")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="how many files to write at once")
    build.set_defaults(does=_build)
    check = commands.add_parser("check", help="say what is wrong or missing; write nothing")
    check.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    check.set_defaults(does=_check)
    explain = commands.add_parser("explain", help="say why a clause is in, what a rule guards, where a fact is printed")
    explain.add_argument("id", metavar="ID", help="a clause, a schedule (schedule-…), a rule, or the path of a fact")
    explain.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    explain.set_defaults(does=_explain)
    return whole


def _names(project: Project, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the agreements asked for; a folder's path will do, as a terminal completes it."""
    return tuple(Path(name).name for name in asked) or tuple(project.names)


def _build(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.build import Wanted, build
    from section75.commands.screen import Screen
    from section75.writers import formats

    known = tuple(formats())
    endings = tuple(asked.format.split(",")) if asked.format else known
    for ending in endings:
        if ending not in known:
            return _usage(f"There is no format “{ending}”. {one_of(ending, known)}")
    if asked.jobs < 1:
        return _usage("--jobs takes a whole number from 1.")
    names = _names(project, asked.name)
    papers = {paper for name in names for paper in project.papers(name)}
    for paper in asked.document:
        if paper not in papers:
            return _usage(f"There is no document “{paper}”. {one_of(paper, papers)}")
    wanted = Wanted(names, tuple(asked.document), endings, asked.final, asked.out or project.root / "build", asked.jobs)
    with Screen() as screen:
        built = build(project, wanted, screen.step)
    _print_problems(built.problems)
    screen.table(built.lines)
    for missing in built.missing:
        sys.stderr.write(f"{missing}\n")
    if built.files:
        sys.stdout.write(f"Wrote {len(built.files)} files under {wanted.out}.\n")
    failed = any(problem.level == "error" for problem in built.problems)
    return PROBLEMS if failed or built.missing else DONE


def _check(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.check import check_all

    problems = check_all(project, _names(project, asked.name))
    _print_problems(problems)
    errors = sum(problem.level == "error" for problem in problems)
    warnings = sum(problem.level == "warning" for problem in problems)
    open_ = len(problems) - errors - warnings
    sys.stdout.write(f"{errors} errors, {warnings} warnings, {open_} blanks and assumptions.\n")
    return PROBLEMS if errors else DONE


def _explain(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.explain import explain, known_ids

    lines = explain(project, asked.id, _names(project, asked.name))
    if not lines:
        return _usage(f"Nothing is called “{asked.id}”. {one_of(asked.id, known_ids(project))}")
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE


def _usage(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE


def _print_problems(problems: Iterable[Problem]) -> None:
    for problem in gravest_first(problems):
        sys.stderr.write(f"{problem}\n")
