"""`forecast`: who pays what if schemes spend other than their budgets.

In: the name of an agreement, and amounts. Out: the reckoning, step by step.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.forecast import Asked, Mistyped
from section75.commands.forecast import run as reckon
from section75.commands.saying import DONE, PROBLEMS, usage

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    forecast = commands.add_parser("forecast", help="say who pays what if schemes spend other than their budgets")
    forecast.description = "Say, step by step, who bears overspends and who keeps underspends. Amounts are in pounds: 8,900,000 or £8.9m."
    forecast.add_argument("name", metavar="NAME", help="an agreement: a folder of agreements/")
    forecast.add_argument("--scheme", action="append", required=True, metavar="S=AMOUNT", help="what a scheme is expected to spend")
    forecast.add_argument("--year", default="", metavar="Y", help="the financial year; left out, the first with contributions")
    forecast.add_argument(
        "--found", action="append", default=[], metavar="W=AMOUNT", help="what is found outside the funds, by the step’s words"
    )
    forecast.add_argument("--fault", action="append", default=[], metavar="P=AMOUNT", help="what a partner’s own fault has caused")
    forecast.add_argument("--format", default="text", metavar="F", help="text or json")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Forecast as asked."""
    name = Path(asked.name).name
    try:
        shown, settled = reckon(project, Asked(name, asked.scheme, asked.year, asked.found, asked.fault, asked.format))
    except Mistyped as typed:
        return usage(str(typed))
    sys.stdout.write(shown)
    return DONE if settled else PROBLEMS
