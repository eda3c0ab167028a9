"""The numbers of tables and figures of a text that is made to fit a signed one: they run through a schedule, not under one heading.

In: a Document in which stored numbers are `fixed` and a newcomer still has the number of its house. Out: the Document with a number of
its own for each newcomer; and those for which none is left, with their neighbours.
"""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, Final

from section75.comparison.lettering import NoLabel, labels
from section75.comparison.unused import is_caption
from section75.document.replacing import replaced

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.document.tree import Block, Document

FIGURE: Final = "Figure"
Run = tuple[str, int]
"""Captions that are counted together: tables of one schedule, figures of the whole document."""


Unnumbered = tuple[NoLabel, "Block"]
"""Between which two no number is left, and the newcomer that wanted it."""


def number_captions(document: Document) -> tuple[Document, list[Unnumbered]]:
    """Return the document with a number on each table and figure, and those that could have none."""
    runs: defaultdict[Run, list[Block]] = defaultdict(list)
    for schedule, blocks in _by_schedule(document):
        for block in _captions(blocks):
            runs[_run(block, schedule)].append(block)
    named: dict[Run, Iterator[str]] = {}
    refused = []
    for run, counted in runs.items():
        given = [block.number if block.fixed else "" for block in counted]
        try:
            named[run] = iter(labels(f"{run[0]} 1", given))
        except NoLabel as fault:
            refused.append((fault, next(block for block in counted if not block.fixed)))
            named[run] = iter([block.number for block in counted])
    children = (_named(blocks, schedule, named) for schedule, blocks in _by_schedule(document))
    parts = (replaced(part, children=held) for part, held in zip(document.parts, children, strict=True))
    return replaced(document, parts=tuple(parts)), refused


def _by_schedule(document: Document) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """Yield how many schedules have begun, and what each part holds."""
    begun = 0
    for part in document.parts:
        begun += part.kind == "schedule"
        yield begun, part.children


def _run(block: Block, schedule: int) -> Run:
    family = block.number.partition(" ")[0]
    return family, 0 if family == FIGURE else schedule


def _captions(blocks: Iterable[Block]) -> Iterator[Block]:
    for block in blocks:
        if is_caption(block):
            yield block
        yield from _captions(block.children)


def _named(blocks: tuple[Block, ...], schedule: int, named: dict[Run, Iterator[str]]) -> tuple[Block, ...]:
    made = []
    for block in blocks:
        number = next(named[_run(block, schedule)]) if is_caption(block) else block.number
        made.append(replaced(block, number=number, fixed=bool(number), children=_named(block.children, schedule, named)))
    return tuple(made)
