"""`review`: what the facts and texts as they now are change in every paper, beside a revision in git; for pull requests.

In: a revision, names of agreements, forms. Out: a folder with a summary in Markdown and a redline of each paper that reads otherwise.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.comparison import TERMINAL, forms
from section75.commands.reviewing import review
from section75.commands.saying import DONE, PROBLEMS, names, print_problems, usage
from section75.filing.files import write_all
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    verb = commands.add_parser("review", help="show what facts and texts as they now are change in every paper, beside a revision in git")
    verb.add_argument("revision", metavar="REVISION", help="what they are compared with: a branch, a tag, a commit")
    verb.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    verb.add_argument("--format", default="docx,pdf", metavar="F", help="the forms of the redlines, with commas (docx,pdf)")
    verb.add_argument("--out", type=Path, default=None, metavar="FOLDER", help="where to write (build/review)")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Review, and write what changed."""
    known = [one for one in forms() if one != TERMINAL]
    endings = tuple(asked.format.split(","))
    for ending in endings:
        if ending not in known:
            return usage(f"There is no form “{ending}”. {one_of(ending, known)}")
    folder = asked.out or project.root / "build" / "review"
    reviewed = review(project, names(project, asked.name), asked.revision, endings, _say)
    write_all({folder / name: data for name, data in reviewed.files.items()})
    print_problems(reviewed.problems, project.root)
    sys.stdout.write(f"{len(reviewed.changed)} papers read otherwise than in {asked.revision}; see {folder}.\n")
    return PROBLEMS if reviewed.problems else DONE


def _say(words: str) -> None:
    sys.stdout.write(f"{words}\n")
    sys.stdout.flush()
