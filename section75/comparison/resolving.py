"""Amendments found in the text that they change: each at its path, none in conflict with another.

In: the `Places` of a signed text, and `Operation`s. Out: `Resolved`, by path; and a problem for each unknown or ambiguous place, and for
each two amendments of one thing.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.comparison.tables import headings, rows_at
from section75.document.tree import Block
from section75.problems import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from section75.comparison.addresses import Node, Path, Places
    from section75.comparison.operation import Operation

WHOLE: Final = ("substitute", "not-used", "delete")
"""What leaves nothing of the old, so that nothing else can be done to it."""


@dataclass(frozen=True, slots=True)
class Taken:
    """An amendment, and which it is among all."""

    operation: Operation
    number: int

    def problem(self, message: str, remedy: str) -> Problem:
        """Return what is wrong with it."""
        place = self.operation.source or Place("the deed", self.number)
        return Problem(place, "deed", "error", f"Amendment {self.number}, {self.operation.place}: {message}", remedy)


@dataclass(slots=True)
class Resolved:
    """The amendments by path: of a thing itself and of what it holds first, and of what comes after it; and what is wrong."""

    at: defaultdict[Path, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    after: defaultdict[Path, list[Taken]] = field(default_factory=lambda: defaultdict(list))
    problems: list[Problem] = field(default_factory=list)

    @property
    def touched(self) -> frozenset[Path]:
        """The paths at which, or below which, something changes."""
        paths = (*self.at, *self.after)
        return frozenset(path[:length] for path in paths for length in range(1, len(path) + 1))


def resolved(operations: Iterable[Operation], places: Places) -> Resolved:
    """Return the amendments by the paths of what they change."""
    made = Resolved()
    for number, operation in enumerate(operations, 1):
        taken = Taken(operation, number)
        found = _path(taken, places)
        if isinstance(found, Problem):
            made.problems.append(found)
        else:
            beside = operation.kind == "insert" and operation.way == "after"
            (made.after if beside else made.at)[found].append(taken)
    made.problems += _clashes(made)
    return made


# ------------------------------------------------------------------ where


def _path(taken: Taken, places: Places) -> Path | Problem:
    name = taken.operation.place
    path = places.paths.get(name)
    if path is not None:
        return _in_table(taken, path, places.at(path)) if taken.operation.row or taken.operation.kind == "cell" else path
    if times := places.times(name):
        return taken.problem(f"the text has {times} of these places.", "Name what holds them.")
    remedy = did_you_mean(name, places.paths) or "Name it as the text prints it: clause 9.2(a)."
    return taken.problem("the text has no such place.", remedy)


def _in_table(taken: Taken, path: Path, table: Node) -> Path | Problem:
    """Return the path of a row or a cell."""
    if not isinstance(table, Block) or table.kind != "table":
        return taken.problem("this is no table, so it has no rows.", "Name the table that holds the row.")
    rows = rows_at(table, taken.operation.row)
    if len(rows) != 1:
        label = ", ".join(f"“{words}”" for words in taken.operation.row)
        remedy = "Give as many of the row’s first cells as tell it apart." if rows else "Give the words of its first cell."
        return taken.problem(f"{len(rows) or 'no'} rows begin with {label}.", remedy)
    if taken.operation.kind != "cell":
        return (*path, rows[0])
    column = taken.operation.column
    columns = [ordinal for ordinal, words in enumerate(headings(table)) if words == column] if column else [1]
    if len(columns) != 1 or columns[0] >= len(table.children[rows[0]].children):
        return taken.problem(f"no one column is headed “{column}”.", "Give the words at the head of the column.")
    return (*path, rows[0], columns[0])


# ------------------------------------------------------------------ one thing, one amendment


def _clashes(made: Resolved) -> Iterator[Problem]:
    gone = {path: taken for path, several in made.at.items() for taken in several if taken.operation.kind in WHOLE}
    for path, several in made.at.items():
        yield from _within(several, [gone.get(path[:length]) for length in range(1, len(path) + 1)])
        yield from _twice(several)
    for path, several in made.after.items():
        yield from _within(several, [gone.get(path[:length]) for length in range(1, len(path))])
        yield from _twice(several)


def _within(several: Sequence[Taken], gone: Sequence[Taken | None]) -> Iterator[Problem]:
    """Yield a problem for each amendment of what another takes away."""
    for taken in several:
        if whole := next((one for one in gone if one and one is not taken), None):
            yield _clash(taken, whole)


def _twice(several: Sequence[Taken]) -> Iterator[Problem]:
    """Yield a problem for each second amendment of one thing; several quotations of one paragraph are none."""
    seen: dict[tuple[str, str], Taken] = {}
    for taken in several:
        kind = taken.operation.kind
        subject = ("text", "") if kind == "words" else (kind, taken.operation.way)
        first = seen.setdefault(subject, taken)
        if first is not taken and not first.operation.kind == kind == "words":
            yield _clash(taken, first)


def _clash(taken: Taken, other: Taken) -> Problem:
    return taken.problem(f"amendment {other.number} changes the same.", "Say both in one amendment.")
