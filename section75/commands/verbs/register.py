"""`register`: every agreement's partners, state, term, days by which something is due, money, blanks and problems.

In: names of agreements, a day, a form. Out: the register on the terminal or in a file. Without `--on` it is the register of today, which
is the one place where the clock is asked; `SOURCE_DATE_EPOCH` stands in for it where it is set (https://reproducible-builds.org).
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.register import form, forms, gather
from section75.commands.saying import DONE, PROBLEMS, names, print_problems, usage, wrote
from section75.document.writing_time import stated_time
from section75.facts.dates import Day
from section75.facts.dates import day as day_of
from section75.facts.faults import Fault
from section75.filing.files import write_all
from section75.problems import one_of

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    register = commands.add_parser("register", help="list every agreement: how it stands, what is due by when, what it costs")
    register.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    register.add_argument("--on", default="", metavar="DATE", help="the day as at which they stand; left out, today")
    register.add_argument("--format", default="", metavar="F", help="text (the default), csv, xlsx, html or ics")
    register.add_argument("-o", "--out", type=Path, default=None, metavar="FILE", help="where to write; its ending tells the form")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Show the register, or write it to a file."""
    known = forms()
    wanted = asked.format or (asked.out.suffix.lstrip(".") if asked.out else "text")
    if wanted not in known:
        return usage(f"There is no form “{wanted}”. {one_of(wanted, known)}")
    if wanted == "xlsx" and asked.out is None:
        return usage("A workbook is no text for a terminal: name a file with --out.")
    try:
        on = day_of(asked.on) if asked.on else _today()
    except Fault as fault:
        return usage(f"--on: {fault.message} {fault.remedy}")
    register = gather(project, names(project, asked.name), on)
    print_problems(register.unread, project.root)
    data = form(wanted).write(register)
    if asked.out:
        write_all({asked.out: data})
        wrote(project, [asked.out])
    else:
        sys.stdout.write(data.decode())
    return PROBLEMS if register.unread else DONE


def _today() -> Day:
    stated = stated_time()
    today = stated.date() if stated else date.today()  # noqa: DTZ011 - the day where the reader is
    return Day(today.year, today.month, today.day)
