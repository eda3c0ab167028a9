"""List ends: `;` after each item, `; and` or `; or` after the last but one, a stop after the last.

In: blocks as a template gave them, after conditions dropped and loops repeated items. Out: the same blocks with their ends set.
Lists of sentences (each item ends with a stop) are left alone. A list is joined by `or` if any of its items ends so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced

if TYPE_CHECKING:
    from section75.document.tree import Block, Ending


def punctuated(blocks: tuple[Block, ...], last: Ending = ".") -> tuple[Block, ...]:
    """Return the blocks with list ends set; `last` ends the last item of a running list."""
    items = [number for number, block in enumerate(blocks) if block.kind == "item"]
    ends = {_end(blocks[number]) for number in items}
    running = _running(tuple(blocks[number] for number in items))
    joined: Ending = "; or" if "; or" in ends else "; and"
    wanted: dict[int, Ending] = dict.fromkeys(items, ";")
    if items:
        wanted[items[-1]] = last
    if len(items) > 1:
        wanted[items[-2]] = joined
    return tuple(_ended(block, wanted[number]) if running and number in wanted else _inner(block) for number, block in enumerate(blocks))


def _running(items: tuple[Block, ...]) -> bool:
    """Return whether items are parts of one sentence: those without a list of their own tell, else all of them."""
    leaves = [item for item in items if not _has_items(item)]
    return any(_end(item).startswith(";") for item in leaves or items)


def _has_items(block: Block) -> bool:
    return any(child.kind == "item" for child in block.children)


def _end(block: Block) -> Ending:
    """Return the end of an item: its own, or that of the last item inside it."""
    inner = [child for child in block.children if child.kind == "item"]
    return _end(inner[-1]) if inner else block.end


def _ended(block: Block, end: Ending) -> Block:
    if _has_items(block):
        return replaced(block, children=punctuated(block.children, end))
    inner = _inner(block)
    return inner if inner.end == end else replaced(inner, end=end)


def _inner(block: Block) -> Block:
    children = punctuated(block.children)
    return block if all(one is other for one, other in zip(children, block.children, strict=True)) else replaced(block, children=children)
