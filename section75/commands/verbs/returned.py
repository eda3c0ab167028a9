"""`returned`: tell what the other side did to a Word file, take over what can be proved, merge it with what we changed meanwhile.

In: the file that came back. Out: what was done, clause by clause, on the terminal or in a file; with `--apply` also the facts and clauses,
with `--merge` the conflicts, and the merged text in a file.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from section75.commands.applying import Applied, Applying
from section75.commands.coming_back import Back, come_back, merged
from section75.commands.conflicts import TAIL, open_conflicts
from section75.commands.conflicts import written as conflicts_written
from section75.commands.saying import DONE, PROBLEMS, print_problems, usage, wrote
from section75.commands.telling_back import Account, account, in_document, in_json, in_lines
from section75.filing.files import write_all
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
    verb.add_argument("--merge", action="store_true", help="join it with what was changed here meanwhile, and keep the conflicts")
    verb.add_argument("--format", default="text", metavar="F", help="text (the default), md or json")
    verb.add_argument(
        "-o", "--out", dest="output", metavar="FILE", type=Path, help="write a report, or the merged text: .md, .docx, .html, .pdf"
    )


def run(project: Project, asked: argparse.Namespace) -> int:
    """Read the file, tell what was done, and do with it what is asked."""
    if fault := _mistyped(asked):
        return usage(fault)
    back = come_back(project, asked.file, asked.against)
    if (asked.apply or asked.merge) and not (back.name and back.record):
        return usage("--apply and --merge need the record of a text that was sent: without it nobody knows the facts behind the words.")
    return _merge(project, back, asked.output) if asked.merge else _tell(project, back, asked)


def _mistyped(asked: argparse.Namespace) -> str:
    """Return what is wrong with the words of the command, or nothing."""
    if asked.format not in FORMS:
        return f"There is no form “{asked.format}”. {one_of(asked.format, FORMS)}"
    known = (*formats(), *(() if asked.merge else ("json",)))
    if asked.output and _ending(asked.output) not in known:
        return f"“{asked.output.name}” cannot be written. {one_of(_ending(asked.output), known)}"
    if asked.everywhere and not asked.apply:
        return "--everywhere says how --apply takes values over: give both."
    if asked.apply and asked.merge:
        return "Take over first what can be proved, with --apply; then merge the rest, with --merge."
    return ""


def _ending(file: Path) -> str:
    return file.suffix.removeprefix(".")


# ------------------------------------------------------------------ tell, and take over


def _tell(project: Project, back: Back, asked: argparse.Namespace) -> int:
    applied = _applied(project, back, everywhere=asked.everywhere) if asked.apply else None
    told = account(back, applied)
    files = {project.root / path: data for path, data in applied.files.items()} if applied else {}
    if asked.output:
        files[asked.output] = _report(project, told, _ending(asked.output))
    write_all(files)
    if asked.format == "text":
        sys.stdout.write("\n".join(in_lines(told)) + "\n")
    else:
        sys.stdout.write(_report(project, told, asked.format).decode())
    print_problems(back.read.problems, project.root)
    if asked.format == "text":
        wrote(project, files)
    return PROBLEMS if back.read.problems else DONE


def _applied(project: Project, back: Back, *, everywhere: bool) -> Applied:
    paper = back.record.paper if back.record else "agreement"
    now = project.read(back.name).draft(paper).drafted.document
    return Applying(project, (back.name, paper), Sent(back.sent), now, everywhere=everywhere).apply(back.read.events)


def _report(project: Project, told: Account, ending: str) -> bytes:
    if ending == "json":
        return in_json(told).encode()
    house, _ = read_house(project.root, DEFAULT)
    return written(in_document(told, project.root, house.scheme), house, ending)


# ------------------------------------------------------------------ merge


def _merge(project: Project, back: Back, output: Path | None) -> int:
    found, made = merged(project, back)
    files = {output: written(found.document, made.house, _ending(output))} if output else {}
    kept = back.path.with_name(f"{back.path.stem}{TAIL}") if back.path else project.root
    if found.conflicts or kept.is_file():
        files[kept] = conflicts_written(found.conflicts, made.name, kept.read_bytes() if kept.is_file() else None)
    write_all(files)
    for joined in found.joined:
        sys.stdout.write(f"{joined.place}: both sides changed these words, at different places. Read: “{joined.words}”\n")
    standing = list(open_conflicts(project.root, back.name, made.name))
    print_problems([*standing, *back.read.problems], project.root)
    sys.stdout.write(f"{len(found.conflicts)} conflicts, {len(standing)} of them not settled; {len(found.joined)} joined.\n")
    wrote(project, files)
    return PROBLEMS if standing or back.read.problems else DONE
