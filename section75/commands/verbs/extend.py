"""`extend`: makes an agreement longer, by its own option or by a deed of all.

In: a name, the new last day, and the day on which it is done. Out: the letter or deed, the report and the equality analysis to review.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.afterwards import carry_out
from section75.commands.asking import day_of, deciding, known
from section75.commands.extending import plan_extension
from section75.commands.extension_limits import WAYS, Asked
from section75.commands.saying import say_written, usage
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    extend = commands.add_parser("extend", help="make an agreement longer: the option letter or the deed, its report and its timetable")
    extend.description = "Write what extends an agreement, to review. What the agreement does not allow is refused, with what is needed."
    extend.add_argument("name", metavar="NAME", help="an agreement: a folder of agreements/")
    extend.add_argument("--to", required=True, metavar="DATE", help="the new last day")
    extend.add_argument("--on", required=True, metavar="DATE", help="the day on which the letter is given or the deed is executed")
    extend.add_argument("--by", default="", metavar="WAY", help="option (the right in the agreement) or consent (a deed of all parties)")
    extend.add_argument("--of", default="", metavar="KEY", help="an earlier agreement that is extended, by its key in the lineage")
    extend.add_argument("--apply", action="store_true", help="add the lines to agreement.yaml; left out, they are printed")
    deciding(extend)


def run(project: Project, asked: argparse.Namespace) -> int:
    """Extend."""
    if asked.by not in ("", *WAYS):
        return usage(f"--by: there is no way “{asked.by}”. {one_of(asked.by, WAYS)}")
    partnership = project.read(Path(asked.name).name)
    to, on = day_of("--to", asked.to), day_of("--on", asked.on)
    decided = known("--decided", asked.decided)
    plan = plan_extension(partnership, Asked(to, on, asked.by, asked.of, decided, asked.body, asked.partner, asked.apply))
    return say_written(project, carry_out(project, partnership, plan))
