"""`departures`: where an agreement departs from the library's model wording, how, and why.

In: the name of an agreement. Out: the document on the terminal as Markdown, or in a file whose ending tells the format.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.saying import DONE, usage, wrote
from section75.filing.files import write_all
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    departures = commands.add_parser("departures", help="show where an agreement departs from the library’s model wording, and why")
    departures.add_argument("name", metavar="NAME", help="an agreement: a folder of agreements/")
    departures.add_argument("-o", "--out", type=Path, default=None, metavar="FILE", help="where to write: .docx, .pdf, .html or .md")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Show the departures, or write them to a file."""
    from section75.departing import draft_of_departures
    from section75.writers import formats, written

    ending = asked.out.suffix.lstrip(".") if asked.out else "md"
    if ending not in formats():
        return usage(f"There is no format “{ending}”. {one_of(ending, formats())}")
    made = draft_of_departures(project.read(Path(asked.name).name))
    data = written(made.drafted.document, made.house, ending)
    if asked.out is None:
        sys.stdout.write(data.decode())
        return DONE
    write_all({asked.out: data})
    return wrote(project, [asked.out])
