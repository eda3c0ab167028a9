"""What the command line may say: each command with its options.

In: nothing. Out: the parser; what it reads has `command`, the name of the command asked for.
"""

from __future__ import annotations

import argparse
import os
from pathlib import Path
from typing import Final

DESCRIPTION: Final = "Section 75 agreements and the papers that go with them, from facts."


def parser() -> argparse.ArgumentParser:
    """Return the parser of the command line."""
    whole = argparse.ArgumentParser(prog="build.py", description=DESCRIPTION)
    commands = whole.add_subparsers(required=True, metavar="COMMAND", dest="command")
    _build(commands.add_parser("build", help="write every paper (the default)", description="Write the papers of agreements."))
    _check(commands.add_parser("check", help="say what is wrong or missing; write nothing"))
    _explain(commands.add_parser("explain", help="say why a clause is in, what a rule guards, where a fact is printed"))
    _forecast(commands.add_parser("forecast", help="say who pays what if schemes spend other than their budgets"))
    _new(commands.add_parser("new", help="begin an agreement, a report or an equality analysis: a commented file to fill in"))
    commands.add_parser("schema", help="write the JSON Schemas by which editors complete and check the YAML")
    return whole


def _build(build: argparse.ArgumentParser) -> None:
    build.add_argument("name", nargs="*", metavar="NAME", help="an agreement: a folder of agreements/; none means all")
    build.add_argument("--document", action="append", default=[], metavar="D", help="only this paper: agreement, equality, reports/…")
    build.add_argument("--format", default="", metavar="F", help="only these formats, with commas: docx,pdf,html,md")
    build.add_argument("--final", action="store_true", help="refuse while a blank, note, assumption or problem remains")
    build.add_argument("--annotate", action="store_true", help="write Word drafts with what check finds as comments, errors too")
    build.add_argument("--out", type=Path, default=None, metavar="FOLDER", help="where to write (build)")
    build.add_argument("--jobs", type=int, default=os.cpu_count() or 1, metavar="N", help="how many files to write at once")


def _check(check: argparse.ArgumentParser) -> None:
    check.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    check.add_argument("--format", default="text", metavar="F", help="text (the default), json, github or sarif")
    check.add_argument("--strict", action="store_true", help="end with status 1 for warnings too")
    check.add_argument("--as-at", default="", metavar="DATE", help="judge by the law of another day: what a renewal must change")


def _explain(explain: argparse.ArgumentParser) -> None:
    explain.add_argument(
        "id",
        nargs="?",
        default="",
        metavar="ID",
        help="a clause, a schedule (schedule-…), a rule or the path of a fact; none: the rules",
    )
    explain.add_argument("name", nargs="*", metavar="NAME", help="an agreement; none means all")
    explain.add_argument("--page", action="store_true", help="write the page of all rules, docs/rules.md")


def _forecast(forecast: argparse.ArgumentParser) -> None:
    forecast.description = "Say, step by step, who bears overspends and who keeps underspends. Amounts are in pounds: 8,900,000 or £8.9m."
    forecast.add_argument("name", metavar="NAME", help="an agreement: a folder of agreements/")
    forecast.add_argument("--scheme", action="append", required=True, metavar="S=AMOUNT", help="what a scheme is expected to spend")
    forecast.add_argument("--year", default="", metavar="Y", help="the financial year; left out, the first with contributions")
    forecast.add_argument(
        "--found", action="append", default=[], metavar="W=AMOUNT", help="what is found outside the funds, by the step’s words"
    )
    forecast.add_argument("--fault", action="append", default=[], metavar="P=AMOUNT", help="what a partner’s own fault has caused")
    forecast.add_argument("--format", default="text", metavar="F", help="text or json")


def _new(new: argparse.ArgumentParser) -> None:
    new.description = "Begin a file of facts. What no option says is asked at a terminal, and nowhere else; what is not known is a blank."
    new.add_argument("name", metavar="NAME", help="the agreement: a folder of agreements/")
    new.add_argument("--kind", default="", metavar="KIND", help="agreement, framework or memorandum")
    new.add_argument(
        "--arrangement",
        action="append",
        default=[],
        metavar="A",
        help="pooled, aligned, lead commissioning, integrated provision, secondment or section 113; may be given several times",
    )
    new.add_argument("--service", default="", metavar="WORDS", help="what the service is called")
    new.add_argument("--council", default="", metavar="NAME", help="the full name of the council")
    new.add_argument("--council-type", default="", metavar="T", help="county council, unitary council, …")
    new.add_argument("--nhs", default="", metavar="NAME", help="the full name of the NHS body")
    new.add_argument("--nhs-type", default="", metavar="T", help="integrated care board, nhs trust, nhs foundation trust, …")
    new.add_argument("--lead", default="", metavar="SIDE", help="council or nhs: who leads the service and hosts its fund")
    new.add_argument("--year", default="", metavar="Y", help="from which financial year they contribute to their fund: 2026/27")
    new.add_argument("--form", default="under hand", metavar="F", help="deed or under hand (the default)")
    new.add_argument("--title", default="", metavar="WORDS", help="the title, if it is not made from the other words")
    new.add_argument("--report", default="", metavar="KIND", help="begin a report of the agreement instead: approve, extend, end, …")
    new.add_argument("--on", default="", metavar="DATE", help="the day of the decision (with --report)")
    new.add_argument("--body", default="", metavar="WORDS", help="who decides (with --report)")
    new.add_argument("--equality", action="store_true", help="begin the equality analysis of the agreement instead")
