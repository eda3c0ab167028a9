"""What `build` shows: progress on a terminal, plain lines elsewhere, and one table at the end.

In: steps as words, and the lines of the table. Out: words on the terminal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Self

from rich.console import Console
from rich.table import Table

if TYPE_CHECKING:
    from collections.abc import Sequence
    from types import TracebackType

    from rich.status import Status

    from section75.commands.built import Line

WIDE = 160
"""How wide the table may be where nobody says how wide the page is."""


class Screen:
    """Shows the steps of a build while it runs."""

    def __init__(self) -> None:
        """Find out whether a person is looking."""
        self.console = Console()
        if not self.console.is_terminal:
            self.console = Console(width=WIDE)
        self._status: Status | None = None

    def __enter__(self) -> Self:
        """Begin to show progress."""
        if self.console.is_terminal:
            self._status = self.console.status("Reading")
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
            self.console.print(words, markup=False, highlight=False)

    def table(self, lines: Sequence[Line]) -> None:
        """Show what was built."""
        if not lines:
            return
        table = Table()
        for heading in ("Agreement", "Document"):
            table.add_column(heading, overflow="fold")
        for heading in ("Pages", "Words", "Blanks", "Assumptions", "Problems", "Seconds"):
            table.add_column(heading, justify="right")
        for line in lines:
            pages = "" if line.pages is None else str(line.pages)
            counts = (f"{line.words:,}", str(line.blanks), str(line.assumptions), str(line.problems), f"{line.seconds:.1f}")
            table.add_row(line.agreement, line.paper, pages, *counts)
        self.console.print(table)
