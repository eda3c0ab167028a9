"""`send`: write a paper for the other side, and keep its text, so that what comes back can be read against it.

In: an agreement, which paper, and the day. Out: the Word file under `build/`, and the text as sent under `agreements/<name>/sent/`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.saying import usage, wrote
from section75.commands.sending import send
from section75.facts.base import Fault
from section75.facts.dates import day
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    about = "Write a paper as a Word file for the other side, and keep its text, so that `returned` can tell what they did to it."
    verb = commands.add_parser("send", help="write a paper for the other side and keep its text as sent", description=about)
    verb.add_argument("name", metavar="NAME", help="the agreement: a folder of agreements/")
    verb.add_argument("--on", required=True, metavar="D", help="the day on which it goes out: 4 May 2026, or 2026-05-04")
    verb.add_argument("--document", default="agreement", metavar="PAPER", help="agreement (the default), reports/…, instruments/…")
    verb.add_argument("--out", type=Path, metavar="FOLDER", help="where the Word file goes (build)")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Send the paper."""
    name = Path(asked.name).name
    try:
        on = day(asked.on)
    except Fault as fault:
        return usage(f"{fault.message} {fault.remedy}")
    if name in project.names and asked.document not in project.papers(name):
        return usage(f"There is no document “{asked.document}”. {one_of(asked.document, project.papers(name))}")
    files = send(project, name, asked.document, on, asked.out or project.root / "build")
    status = wrote(project, files)
    sys.stdout.write("Commit the text under sent/. When the file comes back: python build.py returned FILE.docx\n")
    return status
