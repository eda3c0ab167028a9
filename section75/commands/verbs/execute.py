"""`execute`: keep a paper as it was signed, so that its numbers never move again.

In: an agreement, the day of signing, and which paper. Out: the text of record and its description under `agreements/<name>/executed/`.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.executing import SIGNED, execute
from section75.commands.saying import usage, wrote
from section75.facts.base import Fault
from section75.facts.dates import day
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    about = "Keep a paper as it was signed: refused while it is not final; from then on its numbers are fixed."
    verb = commands.add_parser("execute", help="keep a paper as it was signed, its numbers frozen", description=about)
    verb.add_argument("name", metavar="NAME", help="the agreement: a folder of agreements/")
    verb.add_argument("--date", required=True, metavar="D", help="the day on which it was signed: 30 March 2026, or 2026-03-30")
    verb.add_argument("--document", default="agreement", metavar="PAPER", help="agreement (the default), or instruments/…")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Keep the paper."""
    name = Path(asked.name).name
    try:
        signed_on = day(asked.date)
    except Fault as fault:
        return usage(f"{fault.message} {fault.remedy}")
    signed = [paper for paper in project.papers(name) if paper.startswith(SIGNED)]
    if name in project.names and asked.document not in signed:
        return usage(f"There is nothing to sign called “{asked.document}”. {one_of(asked.document, signed)}")
    files = execute(project, name, asked.document, signed_on)
    status = wrote(project, files)
    sys.stdout.write(
        "Commit both files. The agreement keeps these numbers from now on: new provisions are lettered, old ones become “Not used”.\n"
    )
    return status
