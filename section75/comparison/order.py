"""Which of two orders stays: the siblings that stand still while the others move.

In: siblings with partners. Out: the longest run of pairs that are in one order on both sides, the gaps between them, and the one line
in which a reader meets what stayed, went and came.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from section75.comparison.entries import Entry


def increasing(positions: Sequence[int]) -> list[int]:
    """Return the indexes of a longest run of rising positions.

    >>> increasing([3, 0, 1, 4, 2])
    [1, 2, 4]
    """
    ends: list[int] = []
    lasts: list[int] = []
    before: list[int] = []
    for index, position in enumerate(positions):
        length = bisect_left(ends, position)
        before.append(lasts[length - 1] if length else -1)
        ends[length:] = [position, *ends[length + 1 :]]
        lasts[length:] = [index, *lasts[length + 1 :]]
    run = []
    index = lasts[-1] if lasts else -1
    while index >= 0:
        run.append(index)
        index = before[index]
    return run[::-1]


def still(old: Entry, new: Entry) -> list[Entry]:
    """Return the children of the newer node that were children of the older, and stand in its order."""
    kept = [child for child in new.children if child.partner is not None and child.partner.parent is old]
    positions = [child.partner.at for child in kept if child.partner is not None]
    return [kept[index] for index in increasing(positions)]


Gap = tuple[list["Entry"], list["Entry"]]


def gaps(old: Entry, new: Entry) -> Iterator[Gap]:
    """Yield the runs of children without partners, older and newer, that face each other between pairs that stand still."""
    after_old = after_new = 0
    ends = [(child.partner.at, child.at) for child in still(old, new) if child.partner is not None]
    for until_old, until_new in (*ends, (len(old.children), len(new.children))):
        left = [child for child in old.children[after_old:until_old] if child.partner is None]
        right = [child for child in new.children[after_new:until_new] if child.partner is None]
        if left and right:
            yield left, right
        after_old, after_new = until_old + 1, until_new + 1


def line(old: Entry, new: Entry) -> Iterator[Entry]:
    """Yield the children of two partners as a redline prints them: between those that stand still, first what went, then what came.

    Those that stand still and those that came are entries of the newer text, those that went of the older.
    """
    come: list[Entry] = []
    at = 0
    for child in new.children:
        if child.partner is None or not child.stable:
            come.append(child)
            continue
        yield from (left for left in old.children[at : child.partner.at] if not left.stable)
        yield from come
        yield child
        come, at = [], child.partner.at + 1
    yield from (left for left in old.children[at:] if not left.stable)
    yield from come
