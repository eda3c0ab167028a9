"""`renew`: begins an agreement that takes the place of one that is there.

In: a name, the new name and the new term. Out: a folder that states only what changes, its report and equality analysis to review.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.afterwards import carry_out
from section75.commands.asking import day_of, deciding, known
from section75.commands.changed_law import changed_law
from section75.commands.renewing import Asked, plan_renewal
from section75.commands.saying import say_written

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    renew = commands.add_parser("renew", help="begin the next agreement: a folder that states what changes, its report and its timetable")
    renew.description = "Begin an agreement that takes the place of another. Every figure that must be set anew is a blank."
    renew.add_argument("name", metavar="NAME", help="the agreement that is renewed: a folder of agreements/")
    renew.add_argument("into", metavar="NEWNAME", help="the new folder")
    renew.add_argument("--from", dest="first", required=True, metavar="DATE", help="the first day of the new term")
    renew.add_argument("--to", required=True, metavar="DATE", help="the last day of the new term")
    deciding(renew)


def run(project: Project, asked: argparse.Namespace) -> int:
    """Renew."""
    partnership = project.read(Path(asked.name).name)
    first, last, decided = day_of("--from", asked.first), day_of("--to", asked.to), known("--decided", asked.decided)
    wanted = Asked(asked.into, first, last, decided, asked.body, asked.partner)
    written = carry_out(project, partnership, plan_renewal(partnership, wanted))
    return say_written(project, changed_law(project, written, asked.into, first))
