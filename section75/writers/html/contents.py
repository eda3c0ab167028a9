"""The contents of an agreement: clauses, schedules, execution, and nothing deeper.

In: the lines that the walk collected. Out: for paper, lines with leaders and page numbers; for the screen, a
list at the side.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

from section75.writers.html.marks import element, escape, number, printed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.writers.html.printer import Entry

LONG = 15
"""Lines beyond which the list at the side can be folded away."""


def for_paper(entries: Sequence[Entry]) -> str:
    """Return the contents as printed; numbers stand outside the links, or the leaders come out short."""
    lines = "".join(
        element("p", number(_bare(entry)) + _link(entry, printed(_words(entry))), "toc" if _bare(entry) else "toc s") for entry in entries
    )
    return f'<nav class="contents" aria-label="Contents">\n<h2>Contents</h2>\n{lines}</nav>\n' if lines else ""


def for_screen(entries: Sequence[Entry]) -> str:
    """Return the contents as a list at the side of the text."""
    lines = "".join(element("li", _link(entry, f"{_side(entry)}{printed(_words(entry))}")) for entry in entries)
    if not lines:
        return ""
    listed = f"<ul>\n{lines}</ul>\n"
    if len(entries) > LONG:
        listed = f"<details open>\n<summary>Contents</summary>\n{listed}</details>\n"
    return f'<nav class="side" aria-label="Contents">\n{listed}</nav>\n'


def _bare(entry: Entry) -> str:
    """Return the number of a clause without its stop; schedules have theirs in their words."""
    return "" if _spelt(entry) else entry.number.rstrip(".")


def _words(entry: Entry) -> str:
    return entry.number + entry.words if _spelt(entry) else entry.words


def _spelt(entry: Entry) -> bool:
    return entry.number[:1].isalpha()


def _side(entry: Entry) -> str:
    return f"<b>{printed(_bare(entry))}</b> " if _bare(entry) else ""


def _link(entry: Entry, words: str) -> str:
    return f'<a href="#{escape(quote(entry.anchor))}">{words}</a>'
