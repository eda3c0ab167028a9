"""What verbs have in common: which agreements are asked for, and how a verb ends.

In: the words asked, files written, problems found. Out: names, words on the terminal, and the status 0 (done), 1 (problems found) or
2 (wrong usage).
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.forms import Findings
from section75.commands.forms.text import write

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.commands.afterwards import Written
    from section75.problems import Problem
    from section75.project import Project

DONE: Final = 0
PROBLEMS: Final = 1
USAGE: Final = 2


def names(project: Project, asked: Sequence[str]) -> tuple[str, ...]:
    """Return the agreements asked for, or all; a folder's path will do, as a terminal completes it."""
    return tuple(Path(name).name for name in asked) or tuple(project.names)


def in_colour() -> bool:
    """Whether a person reads it on a terminal that does not refuse colours (https://no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


def wrote(project: Project, files: Iterable[Path]) -> int:
    """Say which files were written."""
    for file in files:
        shown = file.relative_to(project.root) if file.is_relative_to(project.root) else file
        sys.stdout.write(f"Wrote {shown.as_posix()}.\n")
    return DONE


def usage(message: str) -> int:
    """Say what was wrong with the words of the command."""
    sys.stderr.write(f"{message}\n")
    return USAGE


def print_problems(problems: Iterable[Problem], root: Path) -> None:
    """Show problems to a person, each with its line."""
    sys.stderr.write(write(Findings(problems, root, in_colour())))


def say_written(project: Project, written: Written) -> int:
    """Say which files were written and what follows."""
    wrote(project, written.files)
    sys.stdout.write("\n".join((*written.lines, "")))
    return DONE
