"""`vary`: drafts a deed of variation from what has changed since an agreement was signed.

In: an agreement and the day from which the deed takes effect. Out: the facts of the deed and the texts beside them, the report and the
equality update that go with it, and the timetable, with
their proof.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.afterwards import Decision, Plan, carry_out
from section75.commands.asking import day_of, known
from section75.commands.begun_words import begun_words
from section75.commands.saying import DONE, say_written
from section75.commands.varied import varied

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
    vary.add_argument("--decided", default="", metavar="DATE", help="the day of the decision; left out, the timetable says the last")
    vary.add_argument("--body", default="", metavar="WORDS", help="who decides: Cabinet")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Write the deed, and what goes with it."""
    partnership = project.read(Path(asked.name).name)
    on, decided = day_of("--on", asked.on), known("--decided", asked.decided)
    made = varied(partnership, on)
    if not made.files:
        sys.stdout.write("\n".join((*made.lines, "")))
        return DONE
    limb = begun_words(project.root).limb("vary", {"agreement": f"the {partnership.agreement.title}"})
    decision = Decision("vary", on, (limb,), decided, asked.body)
    return say_written(project, carry_out(project, partnership, Plan(made.files, decision, made.steps, made.lines)))
