"""Facts that a renewal carries on and that tell of days or years before it begins: a baseline, a specification, a plan.

In: the older facts as they were written, and the first day of the renewal. Out: a line for each, with its place.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.dates import when
from section75.facts.faults import Fault
from section75.facts.raw import Map, Words, joined, parts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Day
    from section75.facts.raw import Node

AFRESH: Final = frozenset({
    *("term", "lineage", "history", "contributions", "uplifts", "indicative", "stated_totals", "consultation", "approvals", "executed_on"),
    *("law_as_at", "drafted_by", "better_care_plan", "sources", "reserves", "waive", "replaces", "renews"),
})  # fmt: skip
"""What the renewal states afresh, or what tells the past on purpose."""
SETTLED: Final = ("starts", "consulted", "regime", "illustration", "first", "expiry")
"""Fields whose days stay what they were, or are told elsewhere."""
MONTHS: Final = "January|February|March|April|May|June|July|August|September|October|November|December"
TOLD: Final = re.compile(rf"\b(?:(?P<start>20[0-9]{{2}})[/–-][0-9]{{2}}\b(?!-)|(?P<day>(?:[0-9]{{1,2}} )?(?:{MONTHS}) 20[0-9]{{2}}))")
SHORT: Final = 80


def still_told(older: Map, first: Day) -> list[str]:
    """Return `path (file:line): words` for each fact, in the order of the file."""
    kept = ((key, one) for key, one in older.items() if key not in AFRESH)
    return [line for key, one in kept for line in _told(one, key, first)]


def _told(node: Node, path: str, first: Day) -> Iterator[str]:
    if path.rpartition(".")[2] in SETTLED:
        return
    if isinstance(node, Words):
        if any(_is_before(found, first) for found in TOLD.finditer(node)):
            words = str(node) if len(node) <= SHORT else f"{node[: SHORT - 1]}…"
            place = f" ({node.place.file}:{node.place.line})" if node.place else ""
            yield f"{path}{place}: {words}"
        return
    for part, inner in parts(node):
        yield from _told(inner, joined(path, part), first)


def _is_before(found: re.Match[str], first: Day) -> bool:
    if found["start"]:
        return int(found["start"]) + 1 < first.year or (int(found["start"]) + 1 == first.year and (first.month, first.day) > (3, 31))
    try:
        day = when(found["day"])
    except Fault:
        return False
    return (day.year, day.month) < (first.year, first.month)
