"""House Markdown: strict, placed, and read both as templates and as a text of record.

In: Markdown, as a template printed it or as `section75.writers.markdown` wrote it. Out: blocks, or a Document, and
every fault in it at once. `signs` has the grammar's patterns, `outline` reads blocks, `inline` marks.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from section75.text.markup.blocks import blocks
from section75.text.markup.numbers import check_numbers
from section75.text.markup.outlined import MOST_READ, read_outline
from section75.text.markup.record import read_document

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.document.tree import Block, Inline
    from section75.problems import Problem

__all__ = ["Result", "check_numbers", "read_blocks", "read_document"]


@dataclass(frozen=True, slots=True)
class Result:
    """What a text became, as far as it could be read, and its faults in the order of their places."""

    blocks: tuple[Block, ...]
    problems: tuple[Problem, ...]


def read_blocks(source: str, file: str, printed: Sequence[Inline | tuple[Inline, ...]] = ()) -> Result:
    """Return the blocks of a template's text; `printed` is what its tokens stand for, by index."""
    return _read(source, file, tuple(printed))


@lru_cache(MOST_READ)
def _read(source: str, file: str, printed: tuple[Inline | tuple[Inline, ...], ...]) -> Result:
    """Read a text; the same words of the same file, with the same facts in them, are read once."""
    reading, root = read_outline(source, file, printed)
    found = blocks(root, reading)
    return Result(found, tuple(sorted(set(reading.problems))))
