"""What verbs of an agreement's life ask alike: days, and who decides when.

In: words of the command line. Out: days, or `Refused` with how to write one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.base import Fault
from section75.facts.dates import day
from section75.problems import Place, Problem, Refused

if TYPE_CHECKING:
    import argparse

    from section75.facts.base import Day


def deciding(parser: argparse.ArgumentParser) -> None:
    """Add the options that say who decides and when."""
    parser.add_argument("--decided", default="", metavar="DATE", help="the day of the decision; left out, the timetable says the last")
    parser.add_argument("--body", default="", metavar="WORDS", help="who decides: Cabinet")
    parser.add_argument("--partner", default="", metavar="KEY", help="the partner that acts here, if it is not the council of the house")


def day_of(option: str, words: str) -> Day:
    """Return the day that an option says. Raises `Refused` where it is none."""
    try:
        return day(words)
    except Fault as fault:
        raise Refused([Problem(Place(option), "date", "error", fault.message, fault.remedy)]) from None


def known(option: str, words: str) -> Day | None:
    """Return the day that an option says, or nothing where it says none."""
    return day_of(option, words) if words else None
