"""Plain words for people: a line for each finding and, beneath what is wrong, the line of the file with a caret at the place.

In: `Findings`. Out: `file:line:column: level: message remedy [rule]`. What is only not known yet is listed without its line.
On a terminal the level is coloured and the caret too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.commands.forms import Findings
    from section75.problems import Problem

WIDEST: Final = 120
"""The most signs of a line that are shown; a longer one is cut around the place."""
CUT: Final = "…"
UNSEEN: Final = "\ufffd"
"""Stands for what cannot be seen, and could break the line or move the caret."""
COLOURS: Final = {"error": "bold red", "warning": "bold yellow", "waived": "dim", "advice": "blue", "information": "cyan"}


def write(findings: Findings) -> str:
    """Return the findings as lines."""
    return "".join(f"{line}\n" for problem in findings.problems for line in _told(findings, problem))


def _told(findings: Findings, problem: Problem) -> Iterator[str]:
    colour = COLOURS[problem.level] if findings.colour else ""
    shown = "information" if problem.level == "information" else problem.level
    yield str(problem).replace(f": {shown}: ", f": {_inked(shown, colour)}: ", 1)
    line = findings.line(problem.place) if problem.level != "information" else None
    if line is not None and line.strip():
        source, spaces = around(line.rstrip(), problem.place.column)
        yield f"    {source}"
        yield f"    {spaces}{_inked('^', colour)}"


def around(line: str, column: int) -> tuple[str, str]:
    """Return the part of a line around a column, and what stands before a caret beneath that column; a tab stays a tab.

    >>> around("host: councli", 7)
    ('host: councli', '      ')
    """
    line = "".join(sign if sign.isprintable() or sign == "\t" else UNSEEN for sign in line)
    at = min(column, len(line) + 1) - 1
    start = max(0, min(at - WIDEST // 2, len(line) - WIDEST))
    cut = CUT if start else ""
    source = cut + line[start : start + WIDEST] + (CUT if start + WIDEST < len(line) else "")
    before = cut + line[start:at]
    return source, "".join("\t" if sign == "\t" else " " for sign in before)


def _inked(words: str, colour: str) -> str:
    if not colour:
        return words
    from rich.color import ColorSystem
    from rich.style import Style

    return Style.parse(colour).render(words, color_system=ColorSystem.STANDARD)
