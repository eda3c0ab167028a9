"""The register as a workbook: days are days, pounds are pounds, headings stay in sight and every column can be filtered.

In: a `Register`. Out: bytes, the same for the same register.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from typing import TYPE_CHECKING, Final

from section75.commands.register.rows import headings, row
from section75.document.writing_time import writing_time

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

    from section75.commands.register import Register
    from section75.commands.register.rows import Cell

WIDEST: Final = 60
SETTINGS: Final = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}


def write(register: Register) -> bytes:
    """Return the register, a row an agreement."""
    from xlsxwriter import Workbook

    stream = BytesIO()
    with Workbook(stream, SETTINGS) as book:
        book.set_properties({"title": "Register of section 75 agreements", "created": writing_time().replace(tzinfo=None)})
        sheet = book.add_worksheet("Register")
        days, pounds = book.add_format({"num_format": "d mmm yyyy", "align": "left"}), book.add_format({"num_format": "#,##0.00"})
        formats: dict[type, Format] = {date: days, Decimal: pounds}
        _fill(sheet, register, formats, book.add_format({"bold": True, "text_wrap": True, "valign": "top"}))
    return stream.getvalue()


def _fill(sheet: Worksheet, register: Register, formats: dict[type, Format], bold: Format) -> None:
    top = headings(register)
    sheet.write_row(0, 0, top, bold)
    rows = [row(standing, register) for standing in register.standings]
    for number, cells in enumerate(rows, 1):
        for column, cell in enumerate(cells):
            _put(sheet, (number, column), cell, formats)
    for column, heading in enumerate(top):
        longest = max([len(heading), *(len(str(cells[column] or "")) for cells in rows)])
        sheet.set_column(column, column, min(longest + 2, WIDEST))
    sheet.freeze_panes(1, 1)
    sheet.autofilter(0, 0, max(len(rows), 1), len(top) - 1)


def _put(sheet: Worksheet, at: tuple[int, int], cell: Cell, formats: dict[type, Format]) -> None:
    match cell:
        case None:
            pass
        case date():
            sheet.write_datetime(*at, cell, formats[date])
        case Decimal():
            sheet.write_number(*at, float(cell), formats[Decimal])
        case int():
            sheet.write_number(*at, cell)
        case _:
            sheet.write_string(*at, cell)
