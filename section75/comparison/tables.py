"""Amendments within a table: cells and rows, which are named by the words of the page.

In: a table of the signed text and the same table as it is to read. Out: `Operation`s on its rows and cells. Raises `Unsayable` where the
page cannot name what changes: another heading row, rows that read alike, cells that hold paragraphs, or so many changes that the whole
table is plainer.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.comparison.operation import Operation
from section75.comparison.quoting import quotable
from section75.document.tree import plain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.document.tree import Block

Label = tuple[str, ...]
THIRD: Final = 3
FEW: Final = 2
"""So many rows are amended one by one however small the table: a sum and the total to which it belongs."""


class Unsayable(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """What changes cannot be said of this place: say it of what holds it."""


def headings(table: Block) -> Label:
    """Return the headings of a table's columns; none where it has no heading row."""
    first = table.children[0] if table.children else None
    return _words(first) if first and first.role == "header" else ()


def body(table: Block) -> tuple[Block, ...]:
    """Return the rows of a table without its heading row."""
    return table.children[1:] if headings(table) else table.children


def _words(row: Block) -> Label:
    return tuple(plain(cell.content) for cell in row.children)


def rows_at(table: Block, label: Label) -> list[int]:
    """Return which rows of a table begin with the words of a label, by their ordinals among all its rows."""
    first = len(table.children) - len(body(table))
    return [first + ordinal for ordinal, row in enumerate(body(table)) if _words(row)[: len(label)] == label]


def of_table(old: Block, new: Block, name: str) -> list[Operation]:
    """Return the amendments of the rows and cells of a table that has a name."""
    if headings(old) != headings(new) or _head(old) != _head(new):
        raise Unsayable
    width = _telling(old, new)
    labels, wanted = ([_words(row)[:width] for row in body(table)] for table in (old, new))
    if [label for label in labels if label in wanted] != [label for label in wanted if label in labels]:
        raise Unsayable
    found: list[Operation] = []
    waiting: list[Block] = []
    before: Label = ()
    for label, row in zip(wanted, body(new), strict=True):
        if label not in labels:
            waiting.append(row)
            continue
        found += _inserted(waiting, name, before)
        waiting, before = [], _shortest(old, label)
        found += _of_row(old, body(old)[labels.index(label)], row, name)
    found += _inserted(waiting, name, before)
    found += [Operation("delete", name, row=_shortest(old, label)) for label in labels if label not in wanted]
    touched = {one.row for one in found} | {id(block) for one in found for block in one.blocks}
    if len(touched) > FEW and len(touched) * THIRD > len(labels):
        raise Unsayable
    return found


def _head(table: Block) -> tuple[Block, ...]:
    return table.children[: len(table.children) - len(body(table))]


def _telling(old: Block, new: Block) -> int:
    """Return how many first cells tell each row of both tables from the others."""
    rows = [[_words(row) for row in body(table)] for table in (old, new)]
    widths = {len(row) for table in rows for row in table}
    if len(widths) > 1 or not widths:
        raise Unsayable
    for width in range(1, max(widths.pop(), 2)):
        labels = [[row[:width] for row in table] for table in rows]
        if all(len(set(table)) == len(table) and all(map(_speaks, table)) for table in labels):
            return width
    raise Unsayable


def _speaks(label: Label) -> bool:
    return all(map(quotable, label))


def _shortest(table: Block, label: Label) -> Label:
    """Return as much of a label as tells its row apart."""
    return next(label[:width] for width in range(1, len(label) + 1) if len(rows_at(table, label[:width])) == 1)


def _inserted(rows: Sequence[Block], name: str, before: Label) -> list[Operation]:
    return [Operation("insert", name, "after" if before else "beginning", blocks=tuple(rows), row=before)] if rows else []


def _of_row(table: Block, old: Block, new: Block, name: str) -> list[Operation]:
    if old == new:
        return []
    if (old.role, old.id, old.number) != (new.role, new.id, new.number):
        raise Unsayable
    row = _shortest(table, _words(old))
    found = []
    for ordinal, (cell, now) in enumerate(zip(old.children, new.children, strict=True)):
        if cell != now:
            found.append(_of_cell(cell, now, Operation("cell", name, row=row, column=_column(table, ordinal))))
    return found


def _column(table: Block, ordinal: int) -> str:
    """Return the heading of a column; of a table of labels and what they mean, there is no need for one."""
    named = headings(table)
    if not named and len(table.children[0].children) == 2:  # noqa: PLR2004 - a label, and what stands beside it
        return ""
    if not named or named.count(named[ordinal]) > 1 or not quotable(named[ordinal]):
        raise Unsayable
    return named[ordinal]


def _of_cell(old: Block, new: Block, where: Operation) -> Operation:
    before, after = plain(old.content), plain(new.content)
    if (old.children, old.end, old.role) != (new.children, new.end, new.role) or not all(
        quotable(one) or not one for one in (before, after)
    ):
        raise Unsayable
    return Operation("cell", where.place, old=before, content=new.content, row=where.row, column=where.column)
