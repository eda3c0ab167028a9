"""What `build` shows: progress on a terminal, plain lines elsewhere, and one table at the end.

In: steps as words, and the lines of the table. Out: words on the terminal. Where no person looks on, nothing is loaded that draws for one.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Final, Self

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from types import TracebackType

    from rich.console import Console
    from rich.status import Status

    from section75.commands.built import Line

NAMES: Final = ("Agreement", "Document")
FIGURES: Final = ("Pages", "Words", "Blanks", "Assumptions", "Problems", "Seconds")
RULED: Final = ("┏━┳┓", "┃┃┃", "┡━╇┩", "│││", "└─┴┘")
TYPED: Final = ("+-++", "|||", "+=++", "|||", "+-++")
"""The lines of a table, and those for a page whose encoding has none."""


class Screen:
    """Shows the steps of a build while it runs."""

    def __init__(self) -> None:
        """Find out whether a person is looking."""
        self._console: Console | None = None
        self._status: Status | None = None
        if sys.stdout.isatty():
            from rich.console import Console

            self._console = Console()

    def __enter__(self) -> Self:
        """Begin to show progress."""
        if self._console:
            self._status = self._console.status("Reading")
            self._status.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None) -> None:
        """Stop showing progress."""
        if self._status:
            self._status.stop()

    def step(self, words: str) -> None:
        """Show a step."""
        if self._status:
            self._status.update(words)
        else:
            sys.stdout.write(f"{words}\n")
            sys.stdout.flush()

    def table(self, lines: Sequence[Line]) -> None:
        """Show what was built."""
        if not lines:
            return
        if self._console is None:
            sys.stdout.write("".join(f"{line}\n" for line in drawn([_cells(line) for line in lines])))
            return
        from rich.table import Table

        table = Table()
        for heading in NAMES:
            table.add_column(heading, overflow="fold")
        for heading in FIGURES:
            table.add_column(heading, justify="right")
        for line in lines:
            table.add_row(*_cells(line))
        self._console.print(table)


def _cells(line: Line) -> tuple[str, ...]:
    pages = "" if line.pages is None else str(line.pages)
    counts = (f"{line.words:,}", str(line.blanks), str(line.assumptions), str(line.problems), f"{line.seconds:.1f}")
    return (line.agreement, line.paper, pages, *counts)


def drawn(rows: Sequence[tuple[str, ...]]) -> Iterator[str]:
    """Yield the lines of a table as the terminal has it, as wide as its words need: names from the left, figures from the right."""
    every = [(*NAMES, *FIGURES), *rows]
    wide = [max(len(cells[column]) for cells in every) for column in range(len(every[0]))]
    top, head, between, row, foot = RULED if _has_rules() else TYPED

    def ruled(signs: str) -> str:
        return signs[0] + signs[2].join(signs[1] * (width + 2) for width in wide) + signs[3]

    def written(cells: tuple[str, ...], signs: str) -> str:
        aligned = [cell.ljust(wide[at]) if at < len(NAMES) else cell.rjust(wide[at]) for at, cell in enumerate(cells)]
        return signs[0] + signs[1].join(f" {cell} " for cell in aligned) + signs[2]

    yield ruled(top)
    yield written(every[0], head)
    yield ruled(between)
    yield from (written(cells, row) for cells in rows)
    yield ruled(foot)


def _has_rules() -> bool:
    try:
        "".join(RULED).encode(sys.stdout.encoding or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
