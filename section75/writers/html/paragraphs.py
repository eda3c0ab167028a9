"""Flat paragraphs: items, bullets, definitions, closing words and plain words.

In: a block and its setting. Out: one paragraph whose class is its level and whose number is text; then its
notes; then what the block holds.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.writers.html.inline import changed
from section75.writers.html.marks import classes, element, escape, number
from section75.writers.html.printer import BEFORE, leads

if TYPE_CHECKING:
    from section75.document.tree import Block
    from section75.writers.html.printer import Printer, Setting

SUB_CLAUSE = 2
"""The level that stands at the margin under a heading; those below it are indented."""
DEEPEST = 5
REFERRED = "schedref"
"""The class of the line below the heading of a schedule, which is kept with what follows like the heading itself."""
FIRST = {"parties": "party", "background": "recital"}


def paragraph(block: Block, kind: str, at: Setting, printer: Printer, label: str = "") -> str:
    """Return a block's own words as a paragraph, and the notes on them."""
    words = number(label) + printer.words.content(block.content) + escape(block.end)
    lead = "lead" if leads(block) or any(child.kind == "table" for child in block.children[:1]) else ""
    own = classes(kind, lead, at.keep, bar(block))
    return element("p", words, own, at.anchor) + printer.words.notes(keep=bool(lead) or at.keep == BEFORE or kind == REFERRED)


def bar(block: Block) -> str:
    """Return the class of the bar that marks a changed paragraph, dashed where it has moved."""
    moved = block.role == "moved" or block.change.startswith("moved")
    return classes("chg" if moved or block.change or changed(block.heading + block.content) else "", "mvd" if moved else "")


def unused(block: Block) -> str:
    """Return the class of a provision that is gone but keeps its number."""
    return "notused" if block.role == "not used" else ""


def item(block: Block, at: Setting, printer: Printer) -> str:
    """Print numbered words; without a number they are a paragraph of the text around them."""
    if not block.number:
        inner = replaced(at, listed=leads(block), keep="")
        return paragraph(block, at.text, at, printer) + printer.blocks(block.children, inner)
    inner = numbered(block.number, at)
    own = classes(level(inner), unused(block))
    return paragraph(block, own, at, printer, block.number) + printer.blocks(block.children, inner)


def numbered(label: str, at: Setting) -> Setting:
    """Return the setting of what stands under a number."""
    depth = min(at.level + 1, DEEPEST)
    narrow = not label[:1].isdigit() if depth == SUB_CLAUSE + 1 else at.narrow
    return replaced(at, level=depth, narrow=narrow, text=_text(depth, narrow=narrow), listed=True, keep="", bullets=0)


def level(inner: Setting) -> str:
    """Return the class of a numbered paragraph, from the setting of what stands under it."""
    if inner.level == SUB_CLAUSE:
        return FIRST.get(inner.part, "l2")
    return f"{'a' if inner.narrow else 'l'}{inner.level}"


def _text(depth: int, *, narrow: bool) -> str:
    return "cont" if depth == SUB_CLAUSE else f"{'u' if narrow else 't'}{depth}"


def bullet(block: Block, at: Setting, printer: Printer) -> str:
    """Print a bullet; a bullet under a bullet stands further in."""
    further = ("", "deep", "deeper")[min(at.bullets, 2)]
    indent = "" if at.text == "cont" else at.text
    inner = replaced(at, bullets=at.bullets + 1, listed=True, keep="")
    own = paragraph(block, classes("bul", indent, further), at, printer, block.number or "•")
    return own + printer.blocks(block.children, inner)


def definition(block: Block, at: Setting, printer: Printer) -> str:
    """Print a definition flush with the text of a sub-clause, its items a step further in."""
    deeper = at.text if at.level > SUB_CLAUSE else ""
    inner = at if deeper else replaced(at, level=SUB_CLAUSE, text="cont")
    inner = replaced(inner, listed=True, keep="")
    return paragraph(block, classes("def", deeper), at, printer) + printer.blocks(block.children, inner)


def words(block: Block, at: Setting, printer: Printer) -> str:
    """Print words without a number: closing words, or a paragraph that stands for itself."""
    kind = REFERRED if block.role == "reference" else at.text
    return paragraph(block, kind, at, printer) + printer.blocks(block.children, replaced(at, keep=""))
