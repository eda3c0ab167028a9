"""What holds paragraphs: the ruled box, the small box at the right, short lines, recommendations, signatures.

In: a container block and its setting. Out: a plain division of the page around what it holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.document.tree import Blank
from section75.writers.html.marks import classes, element, escape
from section75.writers.html.paragraphs import bar, paragraph

if TYPE_CHECKING:
    from section75.document.tree import Block
    from section75.writers.html.printer import Printer, Setting


def box(block: Block, at: Setting, printer: Printer) -> str:
    """Print a box ruled on four sides."""
    return _container(block, "box", at, printer)


def aside(block: Block, at: Setting, printer: Printer) -> str:
    """Print the small box at the right of a report's head."""
    return _container(block, "aside", at, printer)


def lines(block: Block, at: Setting, printer: Printer) -> str:
    """Print short lines close together."""
    return _container(block, "lines", at, printer)


def _container(block: Block, kind: str, at: Setting, printer: Printer) -> str:
    inner = replaced(at, anchor="", keep="")
    own = paragraph(replaced(block, children=()), "", inner, printer) if block.content else ""
    return element("div", f"\n{own}{printer.blocks(block.children, inner)}", kind, at.anchor)


def recommendations(block: Block, at: Setting, printer: Printer) -> str:
    """Print the lead-in and, below it, what is recommended."""
    inner = replaced(at, anchor="", keep="", level=1, narrow=False, listed=True)
    if block.content:
        return paragraph(block, at.text, at, printer) + printer.blocks(block.children, inner)
    return element("div", "\n" + printer.blocks(block.children, inner), "", at.anchor)


def execution(block: Block, at: Setting, printer: Printer) -> str:
    """Print one block to sign: at the left who signs and how, at the right the lines to fill in."""
    inner = replaced(at, anchor="", keep="")
    who = paragraph(replaced(block, children=()), "", inner, printer) if block.content else ""
    signed = [child for child in block.children if child.kind == "bullet"]
    who += printer.blocks(tuple(child for child in block.children if child.kind != "bullet"), inner)
    sign = "".join(_line(child, printer) for child in signed)
    left = element("div", f"\n{who}", "who") + element("div", f"\n{sign}", "sig")
    return element("div", f"\n{left}", "exec", at.anchor) + printer.words.notes()


def _line(block: Block, printer: Printer) -> str:
    """Return a rule to sign on and its label; a label that holds a blank is filled in there, and has no rule."""
    ruled = not any(isinstance(inline, Blank) for inline in block.content)
    words = printer.words.content(block.content) + escape(block.end)
    return element("p", words, classes("line" if ruled else "given", bar(block)), printer.anchor(block.id))
