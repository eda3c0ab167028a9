"""From headings to clauses, schedules and sections: what the headings of a template become.

In: the blocks of one template, in which each heading is a neutral section. Out: a clause, or a schedule with its divisions
and paragraphs. What does not fit is a problem at its line.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.document.tree import Block, Part
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator


def clause(blocks: tuple[Block, ...], file: str) -> Block | Problem:
    """Return the clause that a template holds: one heading, then items."""
    if len(blocks) != 1 or blocks[0].kind != "section":
        return _misshapen(file, blocks, "A clause is one heading of one sign with numbered words under it.")
    section = blocks[0]
    strange = next((child for child in section.children if child.kind not in ("item", "table", "figure", "definition")), None)
    if strange:
        return _misshapen(file, (strange,), "Only numbered words, tables and figures stand under the heading of a clause.")
    return replaced(section, kind="clause", role="")


def schedule(blocks: tuple[Block, ...], file: str) -> Part | Problem:
    """Return the schedule that a template holds: a title, then paragraphs, or parts with paragraphs."""
    if len(blocks) != 1 or blocks[0].kind != "section":
        return _misshapen(file, blocks, "A schedule is one heading of one sign with headed paragraphs under it.")
    section = blocks[0]
    stray = next(_stray_items(section), None)
    if stray:
        return _misshapen(file, (stray,), "Numbered words of a schedule stand under the heading of a paragraph.")
    children = tuple(map(_of_schedule, section.children))
    return Part("schedule", section.heading, children, section.id, place=section.place)


def _of_schedule(block: Block) -> Block:
    if block.kind != "section":
        return block
    if block.role == "part":
        return replaced(block, kind="division", role="", children=tuple(map(_of_schedule, block.children)))
    return replaced(block, kind="paragraph")


def _stray_items(section: Block) -> Iterator[Block]:
    for child in section.children:
        if child.kind == "item":
            yield child
        if child.kind == "section" and child.role == "part":
            yield from _stray_items(child)


def _misshapen(file: str, blocks: tuple[Block, ...], rule: str) -> Problem:
    place = blocks[0].place if blocks and blocks[0].place else Place(file)
    return Problem(place, "shape", "error", "This does not fit here.", rule)
