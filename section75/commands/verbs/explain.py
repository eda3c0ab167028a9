"""`explain`: why a clause is in, what a rule guards, where a fact is printed.

In: an id. Out: words; or the page of all rules.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from section75.commands.explain import explain, known_ids
from section75.commands.rules_page import listed, write_page
from section75.commands.saying import DONE, names, usage, wrote
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    explain = commands.add_parser("explain", help="say why a clause is in, what a rule guards, where a fact is printed")
    explain.add_argument(
        "id",
        nargs="?",
        default="",
        metavar="ID",
        help="a clause, a schedule (schedule-…), a rule or the path of a fact; none: the rules",
    )
    explain.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    explain.add_argument("--page", action="store_true", help="write the page of all rules, docs/rules.md")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Explain what is asked."""
    if asked.page:
        return wrote(project, [write_page(project.root)])
    if not asked.id:
        sys.stdout.write("\n".join(listed()) + "\n")
        return DONE
    lines = explain(project, asked.id, names(project, asked.name))
    if not lines:
        return usage(f"Nothing is called “{asked.id}”. {one_of(asked.id, known_ids(project))}")
    sys.stdout.write("\n".join(lines) + "\n")
    return DONE
