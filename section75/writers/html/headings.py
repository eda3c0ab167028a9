"""Headed blocks: clauses, the Parts and paragraphs of schedules, sections, and the one title.

In: a block and its setting. Out: its heading at a level that skips none, then what it holds.
Clauses are h2; Parts and paragraphs of schedules h3; sections h2 and down; the title is the only h1.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.writers.html.in_force import provision
from section75.writers.html.marks import classes, element, number, printed
from section75.writers.html.paragraphs import bar, item, paragraph, unused

if TYPE_CHECKING:
    from section75.document.tree import Block
    from section75.writers.html.printer import Printer, Setting

LOWEST = 6


def heading(block: Block, name: str, kind: str, at: Setting, printer: Printer, in_force: str = "") -> str:
    """Return a heading as element `name`, after its number, with the notes on it; `in_force` is what it puts at the head of pages."""
    words = number(block.number) + printer.words.content(block.heading)
    return element(name, words, classes(kind, bar(block)), at.anchor, in_force) + printer.words.notes(keep=True)


def clause(block: Block, at: Setting, printer: Printer) -> str:
    """Print a clause, and put it into the contents."""
    if not block.heading:
        return item(block, at, printer)
    at = replaced(at, anchor=printer.listed(at.anchor, block.number, block.heading))
    in_force = provision(f"{block.number} ", block.heading)
    return heading(block, "h2", classes("c1", unused(block)), at, printer, in_force) + _held(block, under_number(at), printer)


def paragraph_of_schedule(block: Block, at: Setting, printer: Printer) -> str:
    """Print a headed paragraph of a schedule."""
    if not block.heading:
        return item(block, at, printer)
    return heading(block, "h3", "p1", at, printer) + _held(block, under_number(at), printer)


def division(block: Block, at: Setting, printer: Printer) -> str:
    """Print a Part of a schedule: its number and its heading in one line."""
    words = printed(f"{block.number}: " if block.number and block.heading else block.number)
    words += printer.words.content(block.heading)
    own = element("h3", words, classes("part", bar(block)), at.anchor) + printer.words.notes(keep=True)
    return own + _held(block, replaced(at, heading=4, keep=""), printer)


def section(block: Block, at: Setting, printer: Printer) -> str:
    """Print a section; the first whose role is `title` names the document."""
    if block.role == "title" and not printer.titled:
        return title(block, at, printer) + _held(block, replaced(at, keep=""), printer)
    depth = min(at.heading, LOWEST)
    own = heading(block, f"h{depth}", "hn" if block.number else "", at, printer)
    inner = replaced(at, heading=depth + 1, level=1, narrow=False, text="", listed=False, keep="")
    return own + _held(block, inner, printer)


def title(block: Block, at: Setting, printer: Printer) -> str:
    """Print the one h1 of the document; a title has no number."""
    printer.titled = True
    return heading(replaced(block, number=""), "h1", "", at, printer)


def under_number(at: Setting) -> Setting:
    """Return the setting under a numbered heading, whose words begin where its own do."""
    return replaced(at, heading=max(at.heading, 3), level=1, narrow=False, text="cont", listed=False, keep="")


def _held(block: Block, inner: Setting, printer: Printer) -> str:
    """Return words that follow the heading in the same block, and its children."""
    own = ""
    if block.content:
        own = paragraph(replaced(block, heading=()), inner.text, replaced(inner, anchor=""), printer)
    return own + printer.blocks(block.children, inner)
