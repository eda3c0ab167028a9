"""`watch`: builds again what a saved file touches, as long as somebody works.

In: names of agreements, papers, formats. Out: files under `build/`, Markdown and HTML within a second of a save; words on what was saved,
what was written and what is wrong. Ctrl-C ends it with status 0, and every file whole.
"""

from __future__ import annotations

import signal
import sys
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.built import Wanted
from section75.commands.saying import DONE, PROBLEMS, names, print_problems, usage
from section75.commands.verbs.build import unknown
from section75.filing.inputs import FOLDERS
from section75.problems import Place, Problem, one_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from section75.commands.verbs import Commands
    from section75.project import Project

FORMATS: Final = "md,html"


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    watch = commands.add_parser("watch", help="build again what a saved file touches, until Ctrl-C")
    watch.add_argument("name", nargs="*", metavar="NAME", help="an agreement: a folder of agreements/; none means all")
    watch.add_argument("--document", action="append", default=[], metavar="D", help="only this paper: agreement, equality, reports/…")
    watch.add_argument("--format", default=FORMATS, metavar="F", help=f"these formats, with commas ({FORMATS}); docx and pdf come after")
    watch.add_argument("--out", type=Path, default=None, metavar="FOLDER", help="where to write (build)")
    watch.add_argument("--poll", action="store_true", help="look again and again: for network drives, which tell of no saves")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Watch until it is to end."""
    out = (asked.out or project.root / "build").resolve()
    named = names(project, asked.name) if asked.name else ()
    wanted = Wanted(named, tuple(asked.document), tuple(asked.format.split(",")), final=False, out=out, jobs=1)
    folders = [folder for name in FOLDERS if (folder := project.root / name).is_dir()]
    if fault := _misasked(project, wanted, folders):
        return usage(fault)
    from section75.commands.saves import FolderSaves
    from section75.commands.watching import Watching
    from section75.filing.inputs import CODE

    with FolderSaves([*folders, CODE], polling=asked.poll) as saves, _ending(saves.end):
        how = "Looking again and again at" if saves.polling else "Watching"
        _say(f"{how} {', '.join(folder.name for folder in folders)}. Ctrl-C ends it.")
        Watching(project.root, wanted, saves, _say, lambda problems: print_problems(problems, project.root)).run()
    if saves.fault:
        problem = Problem(Place("watch"), "watch", "error", f"{saves.fault}.", "Try --poll, or build by hand.")
        print_problems([problem], project.root)
    return PROBLEMS if saves.fault else DONE


def _misasked(project: Project, wanted: Wanted, folders: list[Path]) -> str:
    """Return what is wrong with the words of the command, or nothing."""
    if strange := [name for name in wanted.names if name not in project.names]:
        return f"There is no agreement “{strange[0]}”. {one_of(strange[0], project.names)}"
    if any(wanted.out.is_relative_to(folder.resolve()) for folder in folders):
        return f"{wanted.out} is among what is watched: write to a folder outside it."
    return unknown(project, replace(wanted, names=wanted.names or names(project, ())))


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()


@contextmanager
def _ending(end: Callable[[], None]) -> Iterator[None]:
    """Let Ctrl-C, or a request to end, finish the file at hand first; asked twice, it ends at once."""

    def asked(number: int, _: object) -> None:
        signal.signal(number, signal.default_int_handler)
        end()

    before = {number: signal.signal(number, asked) for number in (signal.SIGINT, signal.SIGTERM)}
    try:
        with suppress(KeyboardInterrupt):
            yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
