"""Annotations of GitHub: workflow commands, which it shows at the lines of a pull request.

In: `Findings`. Out: a line for each: `::error file=…,line=…,col=…,title=rule::message remedy`.
What is waived or not yet known is a notice. GitHub shows ten of each kind for a step, so the gravest come first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from section75.commands.forms import Findings
    from section75.problems import Problem

KINDS: Final = {"error": "error", "warning": "warning", "waived": "notice", "advice": "notice", "information": "notice"}


def write(findings: Findings) -> str:
    """Return the findings as workflow commands."""
    return "".join(f"{_told(findings, problem)}\n" for problem in findings.problems)


def _told(findings: Findings, problem: Problem) -> str:
    place = problem.place
    where = {"file": place.file, "line": str(place.line), "col": str(place.column)} if findings.is_file(place) else {}
    said = {name: _property(value) for name, value in {**where, "title": problem.rule}.items()}
    waived = problem.level == "waived"
    message = f"Waived: {problem.message.rstrip('.')}, because: {problem.remedy}" if waived else f"{problem.message} {problem.remedy}"
    return f"::{KINDS[problem.level]} {','.join(f'{name}={value}' for name, value in said.items())}::{_data(message)}"


def _data(words: str) -> str:
    return words.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(words: str) -> str:
    return _data(words).replace(":", "%3A").replace(",", "%2C")
