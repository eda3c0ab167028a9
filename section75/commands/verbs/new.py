"""`new`: begins an agreement, a report or an equality analysis.

In: a name and what options or a terminal say. Out: a commented file to fill in.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.new import Mistyped, begin
from section75.commands.saying import DONE, usage, wrote

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    new = commands.add_parser("new", help="begin an agreement, a report or an equality analysis: a commented file to fill in")
    new.description = "Begin a file of facts. What no option says is asked at a terminal, and nowhere else; what is not known is a blank."
    new.add_argument("name", metavar="NAME", help="the agreement: a folder of agreements/")
    new.add_argument("--kind", default="", metavar="KIND", help="agreement, framework or memorandum")
    new.add_argument(
        "--arrangement",
        action="append",
        default=[],
        metavar="A",
        help="pooled, aligned, lead commissioning, integrated provision, secondment or section 113; may be given several times",
    )
    new.add_argument("--service", default="", metavar="WORDS", help="what the service is called")
    new.add_argument("--council", default="", metavar="NAME", help="the full name of the council")
    new.add_argument("--council-type", default="", metavar="T", help="county council, unitary council, …")
    new.add_argument("--nhs", default="", metavar="NAME", help="the full name of the NHS body")
    new.add_argument("--nhs-type", default="", metavar="T", help="integrated care board, nhs trust, nhs foundation trust, …")
    new.add_argument("--lead", default="", metavar="SIDE", help="council or nhs: who leads the service and hosts its fund")
    new.add_argument("--year", default="", metavar="Y", help="from which financial year they contribute to their fund: 2026/27")
    new.add_argument("--form", default="under hand", metavar="F", help="deed or under hand (the default)")
    new.add_argument("--title", default="", metavar="WORDS", help="the title, if it is not made from the other words")
    new.add_argument("--report", default="", metavar="KIND", help="begin a report of the agreement instead: approve, extend, end, …")
    new.add_argument("--on", default="", metavar="DATE", help="the day of the decision (with --report)")
    new.add_argument("--body", default="", metavar="WORDS", help="who decides (with --report)")
    new.add_argument("--equality", action="store_true", help="begin the equality analysis of the agreement instead")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Begin what is asked."""
    given = {name: ", ".join(value) if isinstance(value, list) else value for name, value in vars(asked).items()}
    try:
        file = begin(project.root, Path(asked.name).name, given, input if sys.stdin.isatty() else None)
    except Mistyped as typed:
        return usage(str(typed))
    wrote(project, [file])
    sys.stdout.write(f"Open it in an editor and fill it in; then: python build.py check {Path(asked.name).name}\n")
    return DONE
