"""Origins: what tells two blocks apart that came from one template, whatever becomes of their words and numbers.

In: the blocks of one template and its text. Out: the same blocks with `origin` set: a fingerprint of the raw template line, with
an ordinal where the file repeats the line, and, where a loop printed a line several times, the key of the thing it printed.
Line numbers would not do: they shift when a lawyer adds a line above, and would then pair the wrong blocks.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from section75.document.index import flat
from section75.document.replacing import replaced
from section75.document.tree import Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Block


@lru_cache(maxsize=512)
def fingerprints(text: str) -> tuple[str, ...]:
    """Return the fingerprint of each line of a text; a repeated line carries its ordinal."""
    seen: Counter[str] = Counter()
    made = []
    for line in text.split("\n"):
        words = line.strip()
        seen[words] += 1
        made.append(sha256(words.encode()).hexdigest()[:8] + (f".{seen[words]}" if seen[words] > 1 else ""))
    return tuple(made)


def stamped(blocks: tuple[Block, ...], text: str) -> tuple[Block, ...]:
    """Return the blocks with their origins."""
    by_line: defaultdict[int, list[Block]] = defaultdict(list)
    for block in _all(blocks):
        if block.place:
            by_line[block.place.line].append(block)
    keys = {line: iter(_keys(same)) for line, same in by_line.items()}
    prints = fingerprints(text)

    def stamp(block: Block) -> Block:
        origin = ""
        if block.place and block.place.line <= len(prints):
            key = next(keys[block.place.line])
            origin = prints[block.place.line - 1] + (f"/{key}" if key else "")
        return replaced(block, origin=origin, children=tuple(map(stamp, block.children)))

    return tuple(map(stamp, blocks))


def _all(blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        yield block
        yield from _all(block.children)


def _keys(same: list[Block]) -> list[str]:
    """Return, for blocks of one line, the part of their facts' paths by which they differ; a lone block needs none."""
    if len(same) == 1:
        return [""]
    paths = [[inline.fact.split(".") for inline in flat([*block.heading, *block.content]) if isinstance(inline, Text)] for block in same]
    for facts in zip(*paths, strict=False):
        for parts in zip(*facts, strict=False):
            if len(set(parts)) == len(same):
                return list(parts)
    return [str(number) for number in range(1, len(same) + 1)]
