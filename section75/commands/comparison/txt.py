"""A comparison on a terminal: a line for each change with its place and words, and how many there are.

In: a `Comparison`. Out: bytes.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from section75.comparison.excerpts import excerpt, shortened
from section75.document.tree import Deleted, Inserted, Note, Text, plain

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison
    from section75.comparison.changes import Change
    from section75.comparison.summary import Line
    from section75.document.tree import Inline

WIDE: Final = 140
MOST: Final = 24
"""Words of either text that a line shows."""
MOST_PLACES: Final = 3
WHAT: Final = {
    "item": "provision",
    "division": "part",
    "value": "fact",
    "ending": "end of an item",
    "closing": "closing words",
    "figure": "picture",
}


def write(comparison: Comparison) -> bytes:
    """Return the table and the line that counts."""
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text as Cell

    told = comparison.summary
    page = StringIO()
    console = Console(file=page, width=WIDE)
    if told.lines:
        table = Table()
        for heading in ("Where", "What", "Was", "Is"):
            table.add_column(heading, overflow="fold")
        for line in told.lines:
            table.add_row(*map(Cell, _cells(line)))
        console.print(table)
    console.print(_counted(comparison), markup=False, highlight=False, soft_wrap=True)
    return page.getvalue().encode()


def _counted(comparison: Comparison) -> str:
    told = comparison.summary
    changes = "1 change" if told.count == 1 else f"{told.count} changes" if told.count else "No change"
    slight = [f"{told.renumbered} renumbered"] * bool(told.renumbered) + [f"{told.endings} ends of list items"] * bool(told.endings)
    follow = f" (beside {' and '.join(slight)})" if slight else ""
    return f"{changes} from {comparison.old.name} to {comparison.new.name}{follow}."


def _cells(line: Line) -> tuple[str, str, str, str]:
    places = list(dict.fromkeys(map(_place, line.changes)))
    more = f" and {len(places) - MOST_PLACES} more" if len(places) > MOST_PLACES else ""
    named = line.first.name and line.kind != "renamed" and line.what != "cell" and len(line.changes) == 1
    name = f": {line.first.name}" if named else ""
    what = WHAT.get(line.what, line.what)
    done = {"replaced": what, "renamed": "term renamed"}.get(line.kind, f"{what} {line.kind}")
    old, new = _sides(line)
    return ", ".join(places[:MOST_PLACES]) + more + name, done, old, new


def _place(change: Change) -> str:
    """Return where something stands, or stood; of a cell also its row and column."""
    where = change.new_place or change.old_place or "the document"
    return f"{where}: {change.name}" if change.what == "cell" and change.name else where


def _sides(line: Line) -> tuple[str, str]:
    content = line.first.content
    if line.kind == "moved":
        return line.first.old_place, line.first.new_place
    if content and len(line.changes) == 1:
        shown = excerpt(content)
        return _without(shown, Inserted), _without(shown, Deleted)
    return _short(line.old), _short(line.new)


def _without(content: tuple[Inline, ...], mark: type[Inserted | Deleted]) -> str:
    return plain(tuple(inline for inline in content if not isinstance(inline, mark | Note)))


def _short(words: str) -> str:
    return plain(shortened((Text(" ".join(words.split())),), MOST)) if words else ""
