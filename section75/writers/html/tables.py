"""Tables and figures.

In: a table of rows and cells, or a picture as SVG. Out: a table of fixed layout with its caption, kept whole
up to twelve rows; a figure as an image with its alternative text. Nothing is fetched: pictures are in the page.
"""

from __future__ import annotations

from base64 import b64encode
from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.document.tree import plain
from section75.writers.html.marks import attributes, classes, element, escape, printed
from section75.writers.html.paragraphs import bar

if TYPE_CHECKING:
    from section75.document.tree import Block, Column
    from section75.writers.html.printer import Printer, Setting

WHOLE = 12
"""Rows up to which a table is not split over two pages."""
FEW = 6
"""Paragraphs up to which a row is not split either."""
TALL = 20
"""Lines of text from which a table may be split: whole it would leave as much of a page empty."""
PAIR = 2
"""Columns of a table of questions and answers, which stays whole whatever it holds."""
SIGNS = 85
"""Characters in a line as wide as the page."""
LOOKS = {"form": "form", "key": "kv"}


def table(block: Block, at: Setting, printer: Printer) -> str:
    """Print a table under its caption; what a long one loses, a caption of its own, it gets by reference."""
    title = caption(block, printer)
    head = [row for row in block.children if row.role == "header"]
    body = [row for row in block.children if row.role != "header"]
    inside = replaced(at, anchor="", keep="")
    rows = columns(block, width(block)) + _group("thead", head, block, inside, printer)
    rows += _group("tbody", body, block, inside, printer)
    set_out = _split if len(body) > WHOLE or any(map(_open, body)) or _tall(block, body) else _whole
    return set_out(title, rows, LOOKS.get(block.role, ""), at.anchor) + printer.words.notes()


def _whole(title: str, rows: str, look: str, anchor: str) -> str:
    title = element("caption", title) if title else ""
    table = f"<table{attributes(look)}>\n{title}{rows}</table>"
    return f'<div class="whole" tabindex="0"{attributes(anchor=anchor)}>\n{table}\n</div>\n'


def _split(title: str, rows: str, look: str, anchor: str) -> str:
    """Return a long table: its title stands before it, as a caption would be left behind at the foot of a page."""
    labelled = f' aria-labelledby="{escape(anchor)}"' if anchor else ""
    named = labelled if title else attributes(anchor=anchor)
    title = element("p", title, "cap", anchor) if title else ""
    table = f"<table{attributes(look)}{named}>\n{rows}</table>"
    return f'{title}<div class="scroll" tabindex="0">\n{table}\n</div>\n'


def caption(block: Block, printer: Printer) -> str:
    """Return `Table 1: heading`; nothing for what has no heading."""
    return printed(f"{block.number}: " if block.number else "") + printer.words.content(block.heading) if block.heading else ""


def width(block: Block) -> int:
    """Return how many columns a table has."""
    return max([len(block.columns), *(len(row.children) for row in block.children)])


def columns(block: Block, count: int) -> str:
    """Return the widths of the columns."""
    return "<colgroup>" + "".join(f'<col style="width:{share:.6g}%">' for share in shares(block, count)) + "</colgroup>\n"


def shares(block: Block, count: int) -> list[float]:
    """Return how much of the width each column has, in hundredths; those without a share of their own part what is left."""
    given = [column.width for column in block.columns] + [0] * (count - len(block.columns))
    unset = given.count(0)
    left = max(100 - sum(given), 0) / unset if unset else 0
    return [share or left for share in given]


def _group(name: str, rows: list[Block], table: Block, at: Setting, printer: Printer) -> str:
    lines = "".join(_row(row, table.columns, at, printer) for row in rows)
    return f"<{name}>\n{lines}</{name}>\n" if lines else ""


def _open(row: Block) -> bool:
    """Whether a row holds so many paragraphs that it may be split over pages."""
    return any(len(cell.children) > FEW for cell in row.children)


def _tall(table: Block, body: list[Block]) -> bool:
    """Whether the rows of a table fill a good part of a page."""
    own = shares(table, width(table))
    lines = (max((_lines(cell, share) for cell, share in zip(row.children, own, strict=False)), default=0) for row in body)
    return len(own) > PAIR and sum(lines) > TALL


def _lines(cell: Block, share: float) -> int:
    words = plain(cell.content) + "".join(plain(child.content) for child in cell.children)
    return 1 + int(len(words) * 100 / (max(share, 1) * SIGNS))


def _row(row: Block, columns: tuple[Column, ...], at: Setting, printer: Printer) -> str:
    cells = "".join(_cell(cell, _scope(row, index), _align(columns, index), at, printer) for index, cell in enumerate(row.children))
    return element("tr", cells, classes("total" if row.role == "total" else "", "open" if _open(row) else "", bar(row)), row.id)


def _scope(row: Block, index: int) -> str:
    """Return what a cell is the heading of, if of anything: its column, or its row if the row has more cells."""
    if row.role == "header":
        return "col"
    return "row" if index == 0 and len(row.children) > 1 else ""


def _align(columns: tuple[Column, ...], index: int) -> str:
    return "r" if index < len(columns) and columns[index].align == "right" else ""


def _cell(cell: Block, scope: str, align: str, at: Setting, printer: Printer) -> str:
    name, heads = ("th", f' scope="{scope}"') if scope else ("td", "")
    words = printer.words.content(cell.content) + escape(cell.end)
    if cell.children:
        words = (element("p", words) if words else "") + printer.blocks(cell.children, at)
    return f"<{name}{heads}{attributes(align, cell.id)}>{words}</{name}>"


def figure(block: Block, at: Setting, printer: Printer) -> str:
    """Print a picture, and below it its caption; a picture without a text of its own is told by its caption."""
    told = plain(block.content) or plain(block.heading)
    picture = b64encode(block.picture.encode()).decode()
    image = f'<img alt="{escape(told)}" src="data:image/svg+xml;base64,{picture}">\n'
    words = caption(block, printer)
    return element("figure", "\n" + image + (element("figcaption", words) if words else ""), "", at.anchor) + printer.words.notes()
