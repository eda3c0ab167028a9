"""`check`: facts, law, money, reports and drafting; writes nothing.

In: names of agreements, the form and the day. Out: what was found.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from section75.commands.check import check_all
from section75.commands.forms import Findings, forms
from section75.commands.saying import DONE, PROBLEMS, in_colour, names, usage
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    check = commands.add_parser("check", help="say what is wrong or missing; write nothing")
    check.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    check.add_argument("--format", default="text", metavar="F", help="text (the default), json, github or sarif")
    check.add_argument("--strict", action="store_true", help="end with status 1 for warnings too")
    check.add_argument("--as-at", default="", metavar="DATE", help="judge by the law of another day: what a renewal must change")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Check what is asked."""
    known = forms()
    if asked.format not in known:
        return usage(f"There is no form “{asked.format}”. {one_of(asked.format, known)}")
    if asked.as_at:
        project = project.judged_by(asked.as_at)
    people = asked.format == "text"
    found = Findings(check_all(project, names(project, asked.name)), project.root, people and in_colour())
    (sys.stderr if people else sys.stdout).write(known[asked.format].write(found))
    if people:
        sys.stdout.write(f"{found.summary}\n")
    return PROBLEMS if found.stops(strict=asked.strict) else DONE
