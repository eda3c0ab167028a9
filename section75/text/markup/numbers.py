"""Whether the numbers typed in a template run 1, 2, 3: they carry no meaning, but a slip in them misleads who reads on.

In: the text of a template before Jinja. Out: a problem for each number out of order. A list in which Jinja chooses or
repeats is left alone, because its numbers cannot run.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final

from section75.problems import Place, Problem

ITEM: Final = re.compile(r"(?P<indent>(?: {4})*)(?P<number>[0-9]{1,2})\. ")
HOLDER: Final = re.compile(r"#{1,6} |:::")


@dataclass(slots=True)
class _List:
    indent: int
    items: list[tuple[int, int]] = field(default_factory=list)
    """The line and the number of each item."""
    chosen: bool = False


def check_numbers(source: str, file: str) -> tuple[Problem, ...]:
    """Return the items of a template whose typed numbers are out of order."""
    lists: list[_List] = []
    open_lists: list[_List] = [_List(0)]
    chosen = False
    for line, words in enumerate(source.split("\n"), 1):
        if HOLDER.match(words):
            lists += open_lists
            open_lists, chosen = [_List(0)], False
        if item := ITEM.match(words):
            indent = len(item["indent"])
            lists += [left for left in open_lists if left.indent > indent]
            open_lists = [kept for kept in open_lists if kept.indent <= indent]
            if open_lists[-1].indent < indent:
                open_lists.append(_List(indent, chosen=chosen))
            open_lists[-1].items.append((line, int(item["number"])))
            chosen = False
        if "{%" in words:
            chosen = True
            for one in open_lists:
                one.chosen = True
    return tuple(problem for one in (*lists, *open_lists) if not one.chosen for problem in _out_of_order(one, file))


def _out_of_order(one: _List, file: str) -> list[Problem]:
    return [
        Problem(
            Place(file, line, one.indent + 1),
            "markup",
            "error",
            f"“{number}.” is out of order.",
            f"Write “{ordinal}.”: the numbers that are typed run 1, 2, 3.",
        )
        for ordinal, (line, number) in enumerate(one.items, 1)
        if number != ordinal
    ]
