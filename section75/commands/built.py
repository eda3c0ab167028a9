"""What a build is asked for, and what comes of it.

In: nothing. Out: `Wanted`, `Line` and `Built`, plain data that the build, what is kept of it, and the screen share.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

    from section75.problems import Problem

QUICK: Final = ("md", "html")
"""The formats that are written in no time: before the others where somebody waits, and where a paper is drafted."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to build: of which agreements, which papers (none named: all), in which formats, final or draft, and where to.

    An annotated draft carries what rules find as comments, and is written though they find errors. `cached` says that what an earlier
    build made of the same may be used. Where it is `hurried`, only the rules that find errors judge, and nothing is kept: a whole build
    follows.
    """

    names: tuple[str, ...]
    papers: tuple[str, ...]
    formats: tuple[str, ...]
    final: bool
    out: Path
    jobs: int
    annotated: bool = False
    cached: bool = True
    hurried: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the table."""

    agreement: str
    paper: str
    pages: int | None
    words: int
    blanks: int
    assumptions: int
    problems: int
    seconds: float


@dataclass(frozen=True, slots=True)
class Built:
    """What came of a build: a line for each paper, its problems, the files written, and what stopped an agreement.

    `unchanged` are the files that stood already as they would have been written.
    """

    lines: tuple[Line, ...]
    problems: tuple[Problem, ...]
    files: tuple[Path, ...]
    missing: tuple[str, ...] = ()
    unchanged: tuple[Path, ...] = ()


def together(parts: list[Built]) -> Built:
    """Return what came of several builds as one; each problem is told once."""
    return Built(
        tuple(line for part in parts for line in part.lines),
        tuple(dict.fromkeys(problem for part in parts for problem in part.problems)),
        tuple(file for part in parts for file in part.files),
        tuple(dict.fromkeys(missing for part in parts for missing in part.missing)),
        tuple(file for part in parts for file in part.unchanged),
    )
