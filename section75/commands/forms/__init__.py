"""The forms in which `check` tells what it found, a form a file; this one finds them.

In: `Findings`. Out: words, by the form asked for: `text` for people, `json` for programs, `github` for its annotations, `sarif` (2.1.0)
for the tools that read reports of checks. A form has `write(findings)`.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from section75.problems import gravest_first

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from section75.problems import Level, Place, Problem


@dataclass(frozen=True)
class Findings:
    """What was found, the folder in which its files are, and whether the words are for a terminal with colours."""

    found: Iterable[Problem]
    root: Path
    colour: bool = False

    @cached_property
    def problems(self) -> list[Problem]:
        """Every problem once, the gravest first."""
        return gravest_first(self.found)

    def count(self, level: Level) -> int:
        """Return how many there are of a level."""
        return sum(problem.level == level for problem in self.problems)

    @property
    def summary(self) -> str:
        """One line that counts them."""
        waived = f"{self.count('waived')} waived, " if self.count("waived") else ""
        pieces = self.count("advice")
        advice = f"{pieces} piece{'' if pieces == 1 else 's'} of advice, " if pieces else ""
        open_ = self.count("information")
        return f"{self.count('error')} errors, {self.count('warning')} warnings, {waived}{advice}{open_} blanks and assumptions."

    def stops(self, *, strict: bool = False) -> bool:
        """Return whether an error was found or, if strict, a warning."""
        return bool(self.count("error") or (strict and self.count("warning")))

    def line(self, place: Place) -> str | None:
        """Return the line of a file that a place names, if there is one that can be read."""
        lines = self._lines(place.file)
        line = lines[place.line - 1] if 0 < place.line <= len(lines) else None
        return None if line is None or "\0" in line else line

    def is_file(self, place: Place) -> bool:
        """Return whether a place is in a file of the project."""
        return bool(self._lines(place.file))

    @cached_property
    def _read(self) -> dict[str, list[str]]:
        return {}

    def _lines(self, file: str) -> list[str]:
        if file not in self._read:
            path = self.root / file
            there = file and path.is_file() and not path.is_symlink()  # what a link leads to is not to be shown
            self._read[file] = path.read_bytes().decode("utf-8", "replace").split("\n") if there else []
        return self._read[file]


class Form(Protocol):
    """A form of telling."""

    def write(self, findings: Findings) -> str:
        """Return the findings in this form."""


def forms() -> dict[str, Form]:
    """Return every form by its name: the modules of this folder."""
    return {found.name: cast("Form", import_module(f"{__name__}.{found.name}")) for found in pkgutil.iter_modules(__path__)}
