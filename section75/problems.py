"""What can be wrong, and where: the one shape in which every step reports a fault.

In: nothing. Out: `Place`, `Problem` and `Refused`, used by every other module.
A problem is a value with a place and a remedy; nothing a user writes ends in a traceback.
"""

from __future__ import annotations

from dataclasses import dataclass
from difflib import get_close_matches
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

Level = Literal["error", "warning", "waived", "advice", "information"]
"""How grave it is. What is waived is no problem any more, and advice never was one; both are told, what is waived with the reason."""
LEVELS: tuple[Level, ...] = ("error", "warning", "waived", "advice", "information")
ERRORS: tuple[Level, ...] = ("error",)
ONLY_TOLD: tuple[Level, ...] = ("waived", "advice")
"""What is never counted as a problem, and holds up no final copy."""


@dataclass(frozen=True, order=True, slots=True)
class Place:
    """A position in a file that a person wrote; lines and columns count from one."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, which editors and terminals make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True, slots=True)
class Problem:
    """One fault: which rule, how grave, what is wrong, what to do, and where; if it is waived, why instead of what to do."""

    place: Place
    rule: str
    level: Level
    message: str
    remedy: str

    def __str__(self) -> str:
        """Return the one line that the command prints for it."""
        if self.level == "waived":
            return f"{self.place}: waived: {self.message.rstrip('.')}, because: {self.remedy} [{self.rule}]"
        return f"{self.place}: {self.level}: {self.message} {self.remedy} [{self.rule}]"


def gravest_first(problems: Iterable[Problem]) -> list[Problem]:
    """Return each problem once: errors, warnings, what is waived, advice, information, each in the order of their places."""
    return sorted(set(problems), key=lambda problem: (LEVELS.index(problem.level), problem))


def errors(problems: Iterable[Problem]) -> list[Problem]:
    """Return the problems that stop the work; the others do not."""
    return [problem for problem in problems if problem.level == "error"]


class Refused(Exception):  # noqa: N818 - it is an answer to the user, not a fault of the program
    """The work stops here, with all the problems found so far."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        """Keep the problems, in the order of their places and each once."""
        self.problems = tuple(sorted(set(problems)))
        super().__init__("\n".join(map(str, self.problems)))


def did_you_mean(word: str, known: Iterable[str]) -> str:
    """Return `Did you mean “x”?` for the nearest known word, or nothing.

    >>> did_you_mean("comencement", ["commencement", "expiry"])
    'Did you mean “commencement”?'
    """
    near = get_close_matches(word, sorted(known), n=1, cutoff=0.6)
    return f"Did you mean “{near[0]}”?" if near else ""


def one_of(word: str, known: Iterable[str]) -> str:
    """Return the nearest known word as a question, or else the list of what is known."""
    words = sorted(known)
    return did_you_mean(word, words) or f"Use one of: {', '.join(words)}."
