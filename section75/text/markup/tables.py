"""Tables: a caption line, a header row, a rule that aligns the columns, and rows.

In: the lines of one table. Out: a `table` element with `row`s of `cell`s, and its columns as attributes.

The columns travel as words, `30 left|70 right`, because elements carry nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from section75.text.markup.paragraphs import named, spoken
from section75.text.markup.tails import Tail, parted

if TYPE_CHECKING:
    from section75.text.markup.reading import Line, Reading

CAPTION: Final = "Table:"
RULE: Final = re.compile(r":?-{2,}:?")
ROLES: Final = ("plain", "form", "key")
SHAPE: Final = "A table is a row of headings, a row of dashes (|---|---:|), and rows with as many cells."
WHOLE: Final = 100


@dataclass(frozen=True, slots=True)
class Row:
    """A line of a table, cut at its bars; a name in braces may follow the last bar."""

    line: Line
    cells: list[str]
    tail: Tail


@dataclass(slots=True)
class Table:
    """The lines of a table that is being read."""

    element: Element
    line: Line
    further: int
    caption: Line | None = None
    rows: list[Line] = field(default_factory=list)

    def close(self, reading: Reading) -> None:
        """Build the table from its lines."""
        tail = self._head(reading)
        if not self.rows:
            reading.fault(self.line, self.line.indent, "No table follows this caption.", "Put it directly above the table.")
            return
        rows = [_row(line, reading) for line in self.rows]
        aligned = _alignment(rows[1].cells) if len(rows) > 1 else None
        if aligned is None:
            reading.fault(self.rows[0], self.rows[0].indent, "The table has no row of dashes.", SHAPE)
            return
        self._columns(tail, aligned, reading)
        for number, row in enumerate(rows):
            if len(row.cells) != len(aligned):
                reading.fault(row.line, row.line.indent, f"This row has {len(row.cells)} cells, not {len(aligned)}.", SHAPE)
            elif number != 1 and (number or any(row.cells)):
                self._add(row, header=not number)
        if len(self.element) <= 1:
            reading.fault(self.line, self.line.indent, "The table has no rows.", SHAPE)

    def _head(self, reading: Reading) -> Tail:
        words, tail = parted(self.caption.words.removeprefix(CAPTION), self.caption, reading, widths=True) if self.caption else ("", Tail())
        role = " ".join(tail.roles)
        if self.caption and role and role not in ROLES:
            reading.fault(
                self.caption,
                self.caption.raw.rfind("{"),
                f"“{role}” is no kind of table.",
                "Write {.form} or {.key}, or leave it out.",
            )
        named(self.element, tail, role or "plain")
        spoken(self.element, "heading", words)
        return tail

    def _columns(self, tail: Tail, aligned: list[str], reading: Reading) -> None:
        widths = tail.widths or (0,) * len(aligned)
        if self.caption and (len(widths) != len(aligned) or sum(widths) > WHOLE):
            reading.fault(
                self.caption,
                self.caption.raw.rfind("{"),
                f"The widths do not fit: {' '.join(map(str, widths))} for {len(aligned)} columns.",
                "Write one figure a column, in per cent, together no more than 100.",
            )
            widths = (0,) * len(aligned)
        self.element.set("columns", "|".join(f"{width} {align}" for width, align in zip(widths, aligned, strict=True)))

    def _add(self, row: Row, *, header: bool) -> None:
        first, *others = row.cells
        total = not header and (first == "=" or first.startswith("= "))
        role = "header" if header else "total" if total else "body"
        at = str(row.line.index)
        element = SubElement(self.element, "row", at=at)
        named(element, row.tail, role)
        for cell in (first[1:].lstrip(" ") if total else first, *others):
            spoken(SubElement(element, "cell", at=at), "words", cell)


def _row(line: Line, reading: Reading) -> Row:
    words, tail = parted(line.words, line, reading)
    if len(words) == 1 or not words.endswith("|"):
        reading.fault(line, len(line.raw), "The row does not end with |.", "Write | at both ends of a row.")
        words += "|"
    return Row(line, [cell.strip(" ") for cell in words[1:-1].split("|")], tail)


def _alignment(cells: list[str]) -> list[str] | None:
    """Return how each column is set, or nothing if the row is no rule; columns are not centred."""
    if not all(RULE.fullmatch(cell) and not (cell.startswith(":") and cell.endswith(":")) for cell in cells):
        return None
    return ["right" if cell.endswith(":") else "left" for cell in cells]
