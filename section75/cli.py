"""The command: `python build.py build|check|explain|forecast|new|schema …`.

In: the words of the command line. Out: exit status 0 (done), 1 (problems found) or 2 (wrong usage), and words on the terminal.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.options import parser
from section75.problems import Place, Problem, Refused, one_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from section75.project import Project

ROOT: Final = Path(__file__).resolve().parent.parent
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
        return COMMANDS[asked.command](Project(root), asked)
    except Refused as refused:
        _print_problems(refused.problems, root)
        return PROBLEMS
    except OSError as fault:
        where = fault.filename or "a file"
        _print_problems([Problem(Place(str(where)), "file", "error", f"{fault.strerror or fault}.", "Nothing was changed.")], root)
        return PROBLEMS


def _names(project: Project, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the agreements asked for; a folder's path will do, as a terminal completes it."""
    return tuple(Path(name).name for name in asked) or tuple(project.names)


def _build(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.build import Wanted, build
    from section75.commands.screen import Screen
    from section75.writers import formats

    if asked.annotate and (asked.final or asked.format not in ("", "docx")):
        return _usage("--annotate writes Word drafts: leave out --final, and any other --format.")
    known = tuple(formats())
    endings = tuple(asked.format.split(",")) if asked.format else ("docx",) if asked.annotate else known
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
    wanted = Wanted(names, tuple(asked.document), endings, asked.final, asked.out or project.root / "build", asked.jobs, asked.annotate)
    with Screen() as screen:
        built = build(project, wanted, screen.step)
    _print_problems(built.problems, project.root)
    screen.table(built.lines)
    for missing in built.missing:
        sys.stderr.write(f"{missing}\n")
    if built.files:
        sys.stdout.write(f"Wrote {len(built.files)} files under {wanted.out}.\n")
    if waived := sum(problem.level == "waived" for problem in built.problems):
        sys.stdout.write(f"{waived} finding{'s are' if waived > 1 else ' is'} waived.\n")
    failed = any(problem.level == "error" for problem in built.problems)
    return PROBLEMS if failed or built.missing else DONE


def _check(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.check import check_all
    from section75.commands.forms import Findings, forms

    known = forms()
    if asked.format not in known:
        return _usage(f"There is no form “{asked.format}”. {one_of(asked.format, known)}")
    if asked.as_at:
        project = project.judged_by(asked.as_at)
    people = asked.format == "text"
    found = Findings(check_all(project, _names(project, asked.name)), project.root, people and _in_colour())
    (sys.stderr if people else sys.stdout).write(known[asked.format].write(found))
    if people:
        sys.stdout.write(f"{found.summary}\n")
    return PROBLEMS if found.stops(strict=asked.strict) else DONE


def _in_colour() -> bool:
    """Whether a person reads it on a terminal that does not refuse colours (https://no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def _explain(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.explain import explain, known_ids
    from section75.commands.rules_page import listed, write_page

    if asked.page:
        return _wrote(project, [write_page(project.root)])
    if not asked.id:
        sys.stdout.write("\n".join(listed()) + "\n")
        return DONE
    lines = explain(project, asked.id, _names(project, asked.name))
    if not lines:
        return _usage(f"Nothing is called “{asked.id}”. {one_of(asked.id, known_ids(project))}")
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE


def _forecast(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.forecast import Asked, Mistyped, run

    name = Path(asked.name).name
    try:
        shown, settled = run(project, Asked(name, asked.scheme, asked.year, asked.found, asked.fault, asked.format))
    except Mistyped as typed:
        return _usage(str(typed))
    sys.stdout.write(shown)
    return DONE if settled else PROBLEMS


def _new(project: Project, asked: argparse.Namespace) -> int:
    from section75.commands.new import Mistyped, begin

    options = {name: ", ".join(value) if isinstance(value, list) else value for name, value in vars(asked).items()}
    try:
        file = begin(project.root, Path(asked.name).name, options, input if sys.stdin.isatty() else None)
    except Mistyped as typed:
        return _usage(str(typed))
    _wrote(project, [file])
    sys.stdout.write(f"Open it in an editor and fill it in; then: python build.py check {Path(asked.name).name}\n")
    return DONE


def _schema(project: Project, _: argparse.Namespace) -> int:
    from section75.commands.schema import write_schemas

    return _wrote(project, write_schemas())


def _wrote(project: Project, files: Iterable[Path]) -> int:
    for file in files:
        shown = file.relative_to(project.root) if file.is_relative_to(project.root) else file
        sys.stdout.write(f"Wrote {shown.as_posix()}.\n")
    return DONE


def _usage(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return USAGE


def _print_problems(problems: Iterable[Problem], root: Path) -> None:
    from section75.commands.forms import Findings
    from section75.commands.forms.text import write

    sys.stderr.write(write(Findings(problems, root, _in_colour())))


COMMANDS: Final[Mapping[str, Callable[[Project, argparse.Namespace], int]]] = {
    "build": _build,
    "check": _check,
    "explain": _explain,
    "forecast": _forecast,
    "new": _new,
    "schema": _schema,
}
"""What each command does; it returns the status."""
