"""The cover of an agreement.

In: the part, and the strip of a draft. Out: one page: date, parties, title between two rules, subject, and at
the foot who drew it up. Words above the title are its date, words below it its subject.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

from section75.writers.html.headings import title
from section75.writers.html.marks import element, escape, number
from section75.writers.html.paragraphs import paragraph
from section75.writers.html.printer import Setting

if TYPE_CHECKING:
    from section75.document.tree import Block, Part
    from section75.writers.html.printer import Printer


def cover(part: Part, strip: str, printer: Printer) -> str:
    """Print the cover under the strip."""
    anchor = printer.anchor(part.id)
    pieces = []
    below = False
    for kind, run in groupby(_flat(part.children), key=lambda block: block.kind):
        pieces.append(_run(tuple(run), below=below, printer=printer))
        below = below or kind == "section"
    return element("header", "\n" + strip + "".join(pieces), "cover", anchor)


def _flat(blocks: tuple[Block, ...]) -> list[Block]:
    """Return the blocks of a cover, with what the title holds as its neighbours."""
    flat: list[Block] = []
    for block in blocks:
        inner = block.children if block.kind == "section" else ()
        flat += [replace(block, children=()) if inner else block, *inner]
    return flat


def _run(run: tuple[Block, ...], *, below: bool, printer: Printer) -> str:
    """Print neighbours of one kind."""
    words = "".join(_block(block, below=below, printer=printer) for block in run)
    return element("div", f"\n{words}", "subject") if below and run[0].kind == "words" else words


def _block(block: Block, *, below: bool, printer: Printer) -> str:
    if block.kind not in ("section", "item", "closing", "words"):
        at = Setting("cover")
        words = printer.block(block, at)
        return element("div", f"\n{words}", "solicitor") if block.kind == "lines" else words
    at = Setting("cover", anchor=printer.anchor(block.id))
    match block.kind:
        case "section":
            return title(block, at, printer)
        case "item":
            return _party(block, at, printer)
        case "words":
            return paragraph(block, "" if below else "dated", at, printer)
        case _:
            return paragraph(block, "cp", at, printer)


def _party(block: Block, at: Setting, printer: Printer) -> str:
    words = printer.words.content(block.content) + escape(block.end)
    return element("p", f"{number(block.number)}<b>{words}</b>", "cp", at.anchor) + printer.words.notes()
