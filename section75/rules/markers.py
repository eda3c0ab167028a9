"""The markers of lists as they are printed: (a), 4.1.2, iii); those that numbering made, and those typed inside the words.

In: the index of a Document. Out: runs of `Marker`s, one run for each list.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.document.tree import Block, plain
from section75.rules.reading import place_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Index
    from section75.problems import Place

TYPED: Final = re.compile(
    r"(?P<label>\((?:[a-z]{1,4}|[0-9]{1,2})\)|(?P<dotted>[0-9]{1,2}(?:\.[0-9]{1,2})+)\.?|(?:[a-z]{1,4}|[0-9]{1,2})[.)])\s"
)
INSERTED: Final = re.compile(r"[0-9][A-Z]|[A-Z][0-9]")
QUOTED: Final = "provision"
"""The role of a box that quotes provisions of another paper, which may begin anywhere in their list."""
ROMAN: Final = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv", "xv")


@dataclass(frozen=True, slots=True)
class Marker:
    """One marker: as it is printed, which it is in its list (the first is 1), its alphabet, and whether it was typed or kept."""

    label: str
    at: int
    scheme: str
    place: Place
    typed: bool = False
    kept: bool = False


def runs_of(index: Index) -> Iterator[list[Marker]]:
    """Yield the markers of each list, in order; words between its limbs do not end it."""
    for part, block, spot in index.walked:
        holder = block or part
        if isinstance(holder, Block) and holder.role == QUOTED:
            continue
        place = place_of(holder.place, *(above.place for above in reversed(spot.above)), part.place)
        run: list[Marker] = []
        for child in holder.children:
            marker = _marker(child, run, child.place or place)
            if marker and run and marker.scheme != run[-1].scheme:
                yield run
                run = []
            if marker:
                run.append(marker)
        if run:
            yield run


def _marker(block: Block, before: list[Marker], place: Place) -> Marker | None:
    """Return the marker of a block: typed inside its words, or its number, unless it was lettered between two that were signed."""
    typed = TYPED.match(plain(block.heading or block.content)) if block.kind not in ("table", "row", "cell") else None
    if typed and typed["dotted"]:
        above, _, last = typed["dotted"].rpartition(".")
        return Marker(typed["label"], int(last), f"dotted {above}", place, typed=True)
    if not typed and INSERTED.search(block.number):
        return None
    label = typed["label"] if typed else block.number
    core = re.sub(r"[^a-z0-9]", "", label.rstrip(".)").rpartition(".")[2])
    at, scheme = _order(core, before) if core else (0, "")
    after = label[len(label.rstrip(".)")) :]
    return Marker(label, at, f"{scheme} {after}", place, bool(typed), block.fixed) if at else None


def _order(core: str, before: list[Marker]) -> tuple[int, str]:
    """Return which number or letter it is, and of which alphabet; none for anything else."""
    if core.isdigit():
        return int(core), "number"
    lettered = bool(before) and before[-1].scheme.startswith("letter")
    if core in ROMAN and not (lettered and len(core) == 1):
        return ROMAN.index(core) + 1, "roman"
    return (ord(core) - ord("a") + 1, "letter") if len(core) == 1 else (0, "")
