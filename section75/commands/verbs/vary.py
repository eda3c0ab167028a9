"""`vary`: drafts a deed of variation from what has changed since an agreement was signed.

In: an agreement and the day from which the deed takes effect. Out: the facts of the deed and the texts beside them, to review, with
their proof.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.files import write_all
from section75.commands.saying import DONE, usage, wrote
from section75.commands.varied import varied
from section75.facts.base import Fault
from section75.facts.dates import day

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    vary = commands.add_parser("vary", help="draft the deed that brings a signed agreement to what its facts and texts now say")
    vary.description = (
        "Compare the text as signed, with the deeds made since, with the agreement as it now reads, and write the deed of variation."
    )
    vary.add_argument("name", metavar="NAME", help="the agreement: a folder of agreements/")
    vary.add_argument("--on", required=True, metavar="DATE", help="the day from which the deed takes effect: 1 October 2026")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Write the deed."""
    try:
        on = day(asked.on)
    except Fault as fault:
        return usage(f"--on: {fault.message} {fault.remedy}")
    made = varied(project.read(Path(asked.name).name), on)
    write_all({project.root / file: text.encode() for file, text in made.files.items()})
    wrote(project, [project.root / file for file in made.files])
    sys.stdout.write("".join(f"{line}\n" for line in made.lines))
    return DONE
