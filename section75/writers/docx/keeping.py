"""What keeps with what follows it, and what stands side by side.

In: blocks that follow each other. Out: whether one keeps with the next, ends a list, or shares a line of the page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.tree import Block, plain

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

LISTED: Final = frozenset({"item", "bullet"})
LED: Final = LISTED | {"definition", "table", "recommendations"}

FRONT: Final = frozenset({"lines", "aside"})


def keeps(blocks: Sequence[Block], place: int, *, listed: bool) -> bool:
    """Return whether a block keeps with what follows: lead-ins, and the first and the last but one of a list.

    `listed` says that a lead-in stands above the blocks; the sub-clauses of a clause are no list.
    """
    block = blocks[place]
    if block.children and block.children[0].kind in LED and block.kind != "recommendations":
        return True
    if _colon(block) and _kind(blocks, place + 1) in LED:
        return True
    if not listed or block.kind not in LISTED or _kind(blocks, place + 1) not in LISTED:
        return False
    return _kind(blocks, place - 1) not in LISTED or _kind(blocks, place + 2) not in LISTED


def ends_list(blocks: Sequence[Block], place: int) -> bool:
    """Return whether a bullet is the last of its list."""
    return _kind(blocks, place) == "bullet" != _kind(blocks, place + 1)


def beside(blocks: Sequence[Block]) -> Iterator[tuple[int, tuple[Block, ...]]]:
    """Yield each block with its place; lines and the one small box before or after them come together.

    In a redline only what changed alike stands side by side: a row of Word is new or gone as a whole.
    """
    place = 0
    while place < len(blocks):
        end = place
        while _kind(blocks, end) in FRONT and blocks[end].change == blocks[place].change:
            end += 1
        kinds = [block.kind for block in blocks[place:end]]
        together = blocks[place:end] if kinds.count("aside") == 1 and "lines" in kinds else blocks[place : place + 1]
        yield place, tuple(together)
        place += len(together)


def _kind(blocks: Sequence[Block], place: int) -> str:
    return blocks[place].kind if 0 <= place < len(blocks) else ""


def _colon(block: Block) -> bool:
    return block.end == ":" or plain(block.content).endswith(":")
