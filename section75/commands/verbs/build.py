"""`build`: every paper of every agreement, in every format; the default.

In: names of agreements, papers, formats. Out: files under `build/`, a table, and what was found.
"""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.built import Wanted, together
from section75.commands.saying import DONE, PROBLEMS, print_problems, usage
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable

    from section75.commands.built import Built
    from section75.commands.verbs import Commands
    from section75.project import Project

FORMATS = ("docx", "html", "md", "pdf")
"""The formats of a build in which nothing is said of them; a test holds them to be those of the folder of writers."""


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
    build.add_argument("--no-cache", action="store_true", help="build afresh, whatever earlier builds have kept")


def wanted_of(root: Path, names: Iterable[str], asked: argparse.Namespace) -> Wanted:
    """Return what the words ask for."""
    endings = tuple(asked.format.split(",")) if asked.format else ("docx",) if asked.annotate else FORMATS
    out = asked.out or root / "build"
    return Wanted(tuple(names), tuple(asked.document), endings, asked.final, out, asked.jobs, asked.annotate, not asked.no_cache)


def at_once(root: Path, asked: argparse.Namespace) -> int | None:
    """Do what is asked from what earlier builds have kept, if all of it is: then nothing else needs to be loaded."""
    from section75.commands.recall import Recall
    from section75.filing.inputs import texts_of

    if asked.no_cache or asked.jobs < 1:
        return None
    named = [Path(name).name for name in asked.name] or sorted(path.parent.name for path in (root / "agreements").glob("*/agreement.yaml"))
    wanted = wanted_of(root, named, asked)
    found, texts = [], texts_of(root)
    for name in named:
        built = Recall.of(root, name, wanted, texts).built()
        if built is None:
            return None
        found.append(built)
    return _told(together(found), wanted, root)


def run(project: Project, asked: argparse.Namespace) -> int:
    """Build what is asked."""
    from section75.commands.build import build
    from section75.commands.saying import names
    from section75.commands.screen import Screen

    if asked.annotate and (asked.final or asked.format not in ("", "docx")):
        return usage("--annotate writes Word drafts: leave out --final, and any other --format.")
    wanted = wanted_of(project.root, names(project, asked.name), asked)
    if asked.jobs < 1:
        return usage("--jobs takes a whole number from 1.")
    if fault := unknown(project, wanted):
        return usage(fault)
    with Screen() as screen:
        built = build(project, wanted, screen.step)
    return _told(built, wanted, project.root)


def unknown(project: Project, wanted: Wanted) -> str:
    """Return which format or paper there is not, or nothing."""
    from section75.writers import formats

    papers = {paper for name in wanted.names for paper in project.papers(name)}
    for what, asked, known in (("format", wanted.formats, set(formats())), ("document", wanted.papers, papers)):
        for word in asked:
            if word not in known:
                return f"There is no {what} “{word}”. {one_of(word, known)}"
    return ""


def _told(built: Built, wanted: Wanted, root: Path) -> int:
    """Say what came of a build, and return the status."""
    from section75.commands.screen import Screen

    print_problems(built.problems, root)
    Screen().table(built.lines)
    for missing in built.missing:
        sys.stderr.write(f"{missing}\n")
    if built.files:
        sys.stdout.write(f"Wrote {len(built.files)} files under {wanted.out}.\n")
    if built.unchanged:
        sys.stdout.write(f"{len(built.unchanged)} files under {wanted.out} are unchanged.\n")
    if waived := sum(problem.level == "waived" for problem in built.problems):
        sys.stdout.write(f"{waived} finding{'s are' if waived > 1 else ' is'} waived.\n")
    failed = any(problem.level == "error" for problem in built.problems)
    return PROBLEMS if failed or built.missing else DONE
