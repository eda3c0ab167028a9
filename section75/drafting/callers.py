"""Which clauses call a schedule: the line of references under its title.

In: the parts of an agreement. Out: the same parts, each schedule headed by references to the clauses that refer to it or into it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.index import flat
from section75.document.replacing import replaced
from section75.document.tree import Block, Part, Reference, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Inline


def with_callers(parts: tuple[Part, ...]) -> tuple[Part, ...]:
    """Return the parts, each schedule with the clauses that call it under its title."""
    calls = [(clause.id, set(_targets(clause))) for part in parts if part.kind == "operative" for clause in part.children]
    return tuple(_called(part, calls) if part.kind == "schedule" else part for part in parts)


def _called(schedule: Part, calls: list[tuple[str, set[str]]]) -> Part:
    own = {schedule.id, *_ids(schedule)} - {""}
    callers = [clause for clause, targets in calls if targets & own]
    if not callers:
        return schedule
    line = Block("words", content=_line(callers), role="reference", place=schedule.place)
    return replaced(schedule, children=(line, *schedule.children))


def _line(callers: list[str]) -> tuple[Inline, ...]:
    line: list[Inline] = [Reference(callers[0], "Clause")]
    for number, clause in enumerate(callers[1:], 2):
        line += [Text(" and " if number == len(callers) else ", "), Reference(clause, "clause")]
    return tuple(line)


def _targets(block: Block) -> Iterator[str]:
    for inline in flat([*block.heading, *block.content]):
        if isinstance(inline, Reference):
            yield inline.target
    for child in block.children:
        yield from _targets(child)


def _ids(holder: Part | Block) -> Iterator[str]:
    for child in holder.children:
        yield child.id
        yield from _ids(child)
