"""The law that has changed under the facts of a renewal, judged by its first day.

In: a project with the renewal in it. Out: the lines of what was written, with those of the law: what `check --as-at` finds in the agreement
by the rules that read the tables of dated law.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.commands.judging import Judging
from section75.rules import rules
from section75.rules.reading import shown

if TYPE_CHECKING:
    from section75.commands.afterwards import Written
    from section75.facts.base import Day
    from section75.project import Project

TABLES: Final = frozenset({"section75.rules.dated_law", "section75.rules.stale"})
"""The modules by which a rule asks what is good law on a day."""
COUNTED: Final = ("error", "warning", "advice")


def changed_law(project: Project, written: Written, name: str, day: Day) -> Written:
    """Return what was written with a line for each thing that is not good law on a day."""
    partnership = replace(project, as_at=day).read(name)
    judging = Judging(partnership, project.terms())
    found = [*judging.facts(), *judging.paper("agreement", partnership.draft_of_agreement.drafted.document)]
    asked = _dated()
    lines = sorted({str(problem) for problem in found if problem.rule in asked and problem.level in COUNTED})
    head = f"The law as at {shown(day)} (check {name} --as-at {day.isoformat()} tells more):"
    told = [head, *(f"  {line}" for line in lines)] if lines else [f"Nothing named is known to have gone by {shown(day)}."]
    return replace(written, lines=(*written.lines, *told))


def _dated() -> frozenset[str]:
    """Return the ids of the rules that ask what is good law on a day."""
    held = {name: vars(rule).values() for name, rule in rules().items()}
    return frozenset(name for name, all_ in held.items() if any(_module_of(one) in TABLES for one in all_))


def _module_of(held: object) -> str:
    """Return the module in which something was defined, or its own name where it is one."""
    return str(getattr(held, "__module__", None) or getattr(held, "__name__", ""))
