"""What every figure is drawn with: the rows of a table, and the figure that is made of them.

In: a block of a table; a figure with its lead, its facts and a hand that draws. Out: the words of the cells; the figure with its SVG
and its alternative text.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.document.tree import Blank, Text, plain
from section75.pictures.told import told

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from section75.document.tree import Block

Row = tuple[str, ...]
_BRACKETS: Final = str.maketrans("[]", "()")


@dataclass(frozen=True, slots=True)
class Cells:
    """The words of a table's cells; what is blank is empty."""

    head: Row
    body: list[Row]
    totals: list[Row]


def cells_of(table: Block) -> Cells:
    """Return the words of a table."""
    rows = [(row.role, tuple("" if _unknown(cell) else plain(cell.content) for cell in row.children)) for row in table.children]
    head = next((cells for role, cells in rows if role == "header"), ())
    return Cells(head, [cells for role, cells in rows if role == "body"], [cells for role, cells in rows if role == "total"])


def _unknown(cell: Block) -> bool:
    return any(isinstance(inline, Blank) for inline in cell.content)


def finished(figure: Block, facts: Iterable[str], draw: Callable[[str, str], str | None]) -> Block | None:
    """Return the figure with its picture and alternative text, if it can be drawn."""
    words = told(plain(figure.content), facts).translate(_BRACKETS)
    picture = draw(plain(figure.heading) or plain(figure.content), words)
    return replace(figure, content=(Text(words),), picture=picture) if picture else None
