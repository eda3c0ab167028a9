"""`build`: every paper of every agreement, in every format; the default.

In: names of agreements, papers, formats. Out: files under `build/`, a table, and what was found.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.build import Wanted, build
from section75.commands.saying import DONE, PROBLEMS, names, print_problems, usage
from section75.commands.screen import Screen
from section75.problems import one_of
from section75.writers import formats

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    build = commands.add_parser("build", help="write every paper (the default)", description="Write the papers of agreements.")
    build.add_argument("name", nargs="*", metavar="NAME", help="an agreement: a folder of agreements/; none means all")
    build.add_argument("--document", action="append", default=[], metavar="D", help="only this paper: agreement, equality, reports/…")
    build.add_argument("--format", default="", metavar="F", help="only these formats, with commas: docx,pdf,html,md")
    build.add_argument("--final", action="store_true", help="refuse while a blank, note, assumption or problem remains")
    build.add_argument("--annotate", action="store_true", help="write Word drafts with what check finds as comments, errors too")
    build.add_argument("--out", type=Path, default=None, metavar="FOLDER", help="where to write (build)")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="how many files to write at once")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Build what is asked."""
    if asked.annotate and (asked.final or asked.format not in ("", "docx")):
        return usage("--annotate writes Word drafts: leave out --final, and any other --format.")
    known = tuple(formats())
    endings = tuple(asked.format.split(",")) if asked.format else ("docx",) if asked.annotate else known
    for ending in endings:
        if ending not in known:
            return usage(f"There is no format “{ending}”. {one_of(ending, known)}")
    if asked.jobs < 1:
        return usage("--jobs takes a whole number from 1.")
    asked_for = names(project, asked.name)
    papers = {paper for name in asked_for for paper in project.papers(name)}
    for paper in asked.document:
        if paper not in papers:
            return usage(f"There is no document “{paper}”. {one_of(paper, papers)}")
    wanted = Wanted(asked_for, tuple(asked.document), endings, asked.final, asked.out or project.root / "build", asked.jobs, asked.annotate)
    with Screen() as screen:
        built = build(project, wanted, screen.step)
    print_problems(built.problems, project.root)
    screen.table(built.lines)
    for missing in built.missing:
        sys.stderr.write(f"{missing}\n")
    if built.files:
        sys.stdout.write(f"Wrote {len(built.files)} files under {wanted.out}.\n")
    if waived := sum(problem.level == "waived" for problem in built.problems):
        sys.stdout.write(f"{waived} finding{'s are' if waived > 1 else ' is'} waived.\n")
    failed = any(problem.level == "error" for problem in built.problems)
    return PROBLEMS if failed or built.missing else DONE
