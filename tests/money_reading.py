"""Tables of money as each format prints them, read back as rows of words.

In: Markdown, an HTML page or a Word file. Out: `Table`s, each with its header, its rows and what is wrong with its sums.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reading import Page, squeezed
from word_reading import root
from word_reading import words as words_of_word

from section75.facts.money import Money
from section75.writers.docx.xml import tag

if TYPE_CHECKING:
    from collections.abc import Iterator

AMOUNT = re.compile(r"(-?)£([0-9,]+)(?:\.([0-9]{2}))?")
SUBTOTAL = ": total"
ALL = "All Partners"


def amount(cell: str) -> Money | None:
    """Return the amount that a cell is, or nothing where it is something else."""
    found = AMOUNT.fullmatch(cell)
    pence = int(found[2].replace(",", "")) * 100 + int(found[3] or 0) if found else 0
    return Money(-pence if found and found[1] else pence) if found else None


@dataclass(frozen=True)
class Table:
    """One table: its header and its rows."""

    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    @property
    def totals(self) -> tuple[str, ...] | None:
        """The row of totals, if it has one and every body row is known."""
        last = self.rows[-1] if self.rows else ()
        return last if last and last[0].startswith("Total") else None

    @property
    def adds_up(self) -> bool:
        """Whether there is something to add."""
        return self.totals is not None and any(amount(cell) is not None for cell in self.totals)

    def faults(self) -> Iterator[str]:
        """Yield each column and each row whose sum is not what is printed."""
        body = [row for row in self.rows[:-1] if not row[0].endswith(SUBTOTAL)]
        for column, printed in enumerate(self.totals or ()):
            if (total := amount(printed)) is not None:
                made = sum((amount(row[column]) or Money(0) for row in body), Money(0))
                if made != total:
                    yield f"{self.header[column]}: {printed} is printed, and the rows make {made.pence} pence"
        for row in self.rows:
            if row[0].endswith(SUBTOTAL):
                parts = [amount(own[-1]) for own in body if own[0] == row[0].removesuffix(SUBTOTAL)]
                if sum((part for part in parts if part is not None), Money(0)) != amount(row[-1]):
                    yield f"{row[0]}: {row[-1]} is printed"
        if self.header[-1] == ALL:
            for row in self.rows:
                across = [amount(cell) for cell in row[1:-1]]
                if sum((part for part in across if part is not None), Money(0)) != amount(row[-1]):
                    yield f"{row[0]}: {row[-1]} is printed across"


def in_markdown(text: str) -> list[Table]:
    """Return the tables of Markdown."""
    blocks = re.findall(r"(?:^\|.*\|\n?)+", text, re.MULTILINE)
    return [_table([_cells(line) for line in block.splitlines() if not re.fullmatch(r"[|:\-]+", line)]) for block in blocks]


def _cells(line: str) -> tuple[str, ...]:
    return tuple(cell.strip().removeprefix("= ") for cell in line.strip().strip("|").split("|"))


def in_html(page: str) -> list[Table]:
    """Return the tables of a page."""
    tables: list[list[list[str]]] = []
    for element in Page(page).elements:
        if element.name == "table":
            tables.append([])
        elif element.name == "tr" and tables:
            tables[-1].append([])
        elif element.name in ("td", "th") and "table" in element.inside and tables and tables[-1]:
            tables[-1][-1].append(element.seen)
    return [_table([tuple(row) for row in rows]) for rows in tables]


def in_word(data: bytes) -> list[Table]:
    """Return the tables of a Word file."""
    return [
        _table([tuple(squeezed(words_of_word(cell)) for cell in row.iter(tag("tc"))) for row in table.iter(tag("tr"))])
        for table in root(data).iter(tag("tbl"))
    ]


def _table(rows: list[tuple[str, ...]]) -> Table:
    full = [row for row in rows if row]
    return Table(full[0], tuple(full[1:])) if full else Table((), ())
