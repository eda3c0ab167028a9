"""`end`: ends an agreement, or one scheme of it, by notice or by a deed of all.

In: a name, the day on which it is done, and the ground of a notice. Out: the notice or deed, its report and equality analysis to review.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.afterwards import carry_out
from section75.commands.asking import day_of, deciding, known
from section75.commands.ending import plan_ending
from section75.commands.ending_limits import CLAUSES, Asked
from section75.commands.saying import say_written, usage
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    end = commands.add_parser("end", help="end an agreement: the notice or the deed, its report and its timetable")
    end.description = "Write what ends an agreement, to review: with a ground a notice of one partner, without one a deed of all."
    end.add_argument("name", metavar="NAME", help="an agreement: a folder of agreements/")
    end.add_argument("--on", required=True, metavar="DATE", help="the day on which notice is given and received, or the deed is executed")
    end.add_argument("--to", default="", metavar="DATE", help="the last day; left out, the earliest that the notice allows")
    end.add_argument("--ground", default="", metavar="G", help="of a notice: without cause, want of money or breach")
    end.add_argument("--breach", default="", metavar="WORDS", help="the breach, and when it was to be put right")
    end.add_argument("--scheme", default="", metavar="KEY", help="the one scheme that the notice ends")
    end.add_argument("--of", default="", metavar="KEY", help="an earlier agreement that is ended, by its key in the lineage")
    deciding(end)


def run(project: Project, asked: argparse.Namespace) -> int:
    """End."""
    if asked.ground not in ("", *CLAUSES):
        return usage(f"--ground: there is no ground “{asked.ground}”. {one_of(asked.ground, CLAUSES)}")
    partnership = project.read(Path(asked.name).name)
    on, to, decided = day_of("--on", asked.on), known("--to", asked.to), known("--decided", asked.decided)
    wanted = Asked(on, to, asked.ground, asked.scheme, asked.breach, asked.of, decided, asked.body, asked.partner)
    return say_written(project, carry_out(project, partnership, plan_ending(partnership, wanted)))
