"""Which function prints each kind of block.

In: nothing. Out: `KINDS`. A new kind of block is a line here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.writers.html import boxes, headings, paragraphs, tables

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.document.tree import Kind
    from section75.writers.html.printer import Print

KINDS: Final[Mapping[Kind, Print]] = {
    "clause": headings.clause,
    "division": headings.division,
    "paragraph": headings.paragraph_of_schedule,
    "section": headings.section,
    "item": paragraphs.item,
    "bullet": paragraphs.bullet,
    "definition": paragraphs.definition,
    "closing": paragraphs.words,
    "words": paragraphs.words,
    "table": tables.table,
    "figure": tables.figure,
    "box": boxes.box,
    "aside": boxes.aside,
    "lines": boxes.lines,
    "recommendations": boxes.recommendations,
    "execution": boxes.execution,
}
