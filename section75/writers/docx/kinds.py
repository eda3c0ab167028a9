"""Which printer prints which kind of block: a new kind is a new line here."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.writers.docx import blocks, frames, tables
from section75.writers.docx.flow import Printers

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.writers.docx.flow import Printer

KINDS: Final[Mapping[str, Printer]] = {
    "clause": blocks.clause,
    "division": blocks.division,
    "paragraph": blocks.paragraph,
    "section": blocks.section,
    "item": blocks.item,
    "bullet": blocks.bullet,
    "definition": blocks.definition,
    "closing": blocks.words,
    "words": blocks.words,
    "table": tables.table,
    "figure": blocks.figure,
    "box": frames.box,
    "aside": frames.aside,
    "lines": frames.lines,
    "recommendations": blocks.recommendations,
    "execution": frames.execution,
}
PRINTERS: Final = Printers(KINDS, frames.lines_and_aside)
