"""`compare`: what changed from one text to another: two agreements, versions in git, or executed texts.

In: the two, the paper, where to write. Out: the changes on the terminal, or a file whose ending tells its form: html, pdf, docx, md, json
or txt. It ends with 0, whether or not there are changes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from section75.commands.comparison import TERMINAL, Comparison, form, forms
from section75.commands.saying import DONE, PROBLEMS, print_problems, usage, wrote
from section75.commands.versions import version
from section75.filing.files import write_all
from section75.problems import Place, Problem, one_of
from section75.writers import EngineMissing, Unprintable

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    compare = commands.add_parser("compare", help="tell what changed from one text to another")
    asked = "an agreement, NAME@REVISION as it stood in git, or a Markdown of record"
    compare.add_argument("old", metavar="OLD", help=f"the older: {asked}")
    compare.add_argument("new", metavar="NEW", help="the newer, named in the same way")
    compare.add_argument("--document", default="agreement", metavar="D", help="which document (the agreement, if left out)")
    compare.add_argument("-o", "--out", type=Path, default=None, metavar="FILE", help="where to write: html, pdf, docx, md, json or txt")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Compare, and show or write what changed."""
    known = forms()
    wanted = asked.out.suffix.lstrip(".") if asked.out else TERMINAL
    if wanted not in known:
        return usage(f"There is no form “{wanted}”. {one_of(wanted, known)}")
    old, new = (version(project, name, asked.document) for name in (asked.old, asked.new))
    comparison = Comparison(project, asked.document, old, new)
    try:
        data = form(wanted).write(comparison)
    except (EngineMissing, Unprintable) as fault:
        print_problems([Problem(Place(str(asked.out)), "engine", "error", str(fault), "Write another form, such as html.")], project.root)
        return PROBLEMS
    if asked.out is None:
        sys.stdout.write(data.decode())
        return DONE
    write_all({asked.out: data})
    return wrote(project, [asked.out])
