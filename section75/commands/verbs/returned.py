"""`returned`: tell what the other side did to a Word file, and take over what can be proved.

In: the file that came back. Out: what was done, clause by clause, on the terminal or in a file; with `--apply` also the facts and clauses.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.applying import Applied, Applying
from section75.commands.coming_back import Back, come_back
from section75.commands.files import write_all
from section75.commands.saying import DONE, PROBLEMS, print_problems, usage, wrote
from section75.commands.telling_back import Account, account, in_document, in_json, in_lines
from section75.problems import one_of
from section75.returned.sent import Sent
from section75.text.houses import DEFAULT, read_house
from section75.writers import formats, written

if TYPE_CHECKING:
    import argparse

    from section75.commands.verbs import Commands
    from section75.project import Project

FORMS: Final = ("text", "md", "json")


def options(commands: Commands[argparse.ArgumentParser]) -> None:
    """Add the verb and its options."""
    about = "Tell what the other side did to a Word file that was written by `send`: what is tracked, and what is not."
    verb = commands.add_parser("returned", help="tell what the other side did to a Word file that was sent to them", description=about)
    verb.add_argument("file", metavar="FILE.docx", type=Path, help="the file that came back")
    verb.add_argument("--against", metavar="FILE.md", type=Path, help="the text as sent, where the file does not say it itself")
    verb.add_argument("--apply", action="store_true", help="write the values and words that a trial draft proves")
    verb.add_argument("--everywhere", action="store_true", help="with --apply: take a value for all places that print it")
    verb.add_argument("--format", default="text", metavar="F", help="text (the default), md or json")
    verb.add_argument("-o", dest="output", metavar="FILE", type=Path, help="write a report: .md, .docx, .html, .pdf or .json")


def run(project: Project, asked: argparse.Namespace) -> int:
    """Read the file, tell what was done, and take over what is asked."""
    if asked.format not in FORMS:
        return usage(f"There is no form “{asked.format}”. {one_of(asked.format, FORMS)}")
    ending = asked.output.suffix.removeprefix(".") if asked.output else ""
    if asked.output and ending not in (*formats(), "json"):
        return usage(f"A report cannot be written as “.{ending}”. {one_of(ending, (*formats(), 'json'))}")
    if asked.everywhere and not asked.apply:
        return usage("--everywhere says how --apply takes values over: give both.")
    back = come_back(project, asked.file, asked.against)
    if asked.apply and not (back.name and back.record):
        return usage("--apply needs the record of a text that was sent: without it nobody knows the facts behind the words.")
    applied = _applied(project, back, everywhere=asked.everywhere) if asked.apply else None
    told = account(back, applied)
    files = {project.root / path: data for path, data in applied.files.items()} if applied else {}
    if asked.output:
        files[asked.output] = _report(project, told, ending)
    write_all(files)
    _tell(project, told, asked.format)
    print_problems(back.read.problems, project.root)
    wrote(project, files)
    return PROBLEMS if back.read.problems else DONE


def _applied(project: Project, back: Back, *, everywhere: bool) -> Applied:
    paper = back.record.paper if back.record else "agreement"
    now = project.read(back.name).draft(paper).drafted.document
    return Applying(project, (back.name, paper), Sent(back.sent), now, everywhere=everywhere).apply(back.read.events)


def _tell(project: Project, told: Account, form: str) -> None:
    if form == "json":
        sys.stdout.write(in_json(told))
    elif form == "md":
        sys.stdout.write(_report(project, told, "md").decode())
    else:
        sys.stdout.write("\n".join(in_lines(told)) + "\n")


def _report(project: Project, told: Account, ending: str) -> bytes:
    if ending == "json":
        return in_json(told).encode()
    house, _ = read_house(project.root, DEFAULT)
    return written(in_document(told, project.root, house.scheme), house, ending)
