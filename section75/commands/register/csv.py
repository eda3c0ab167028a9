"""The register as comma-separated values, which every spreadsheet reads (RFC 4180; UTF-8 with a mark, so that £ is £ in all of them).

In: a `Register`. Out: bytes. Words that a spreadsheet would take for a formula begin with an apostrophe.
"""

from __future__ import annotations

import csv
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import TYPE_CHECKING, Final

from section75.commands.register.rows import headings, row

if TYPE_CHECKING:
    from section75.commands.register import Register
    from section75.commands.register.rows import Cell

FORMULA: Final = ("=", "+", "-", "@")


def write(register: Register) -> bytes:
    """Return the register, a line an agreement."""
    page = StringIO()
    writer = csv.writer(page)
    writer.writerow(headings(register))
    writer.writerows(map(_told, row(standing, register)) for standing in register.standings)
    return page.getvalue().encode("utf-8-sig")


def _told(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, Decimal):
        return f"{cell:.2f}"
    words = f"{cell}"
    return f"'{words}" if isinstance(cell, str) and words.startswith(FORMULA) else words
