"""The parts of a document: strip, parties, terms, schedules, execution, the body of a report.

In: a part. Out: its heading and its blocks, each in the setting of that part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.writers.html.in_force import provision
from section75.writers.html.marks import element, printed
from section75.writers.html.paragraphs import paragraph
from section75.writers.html.printer import Setting

if TYPE_CHECKING:
    from section75.document.tree import Part
    from section75.writers.html.printer import Printer

OF_SCHEDULES = ("schedule", "execution")


def part(part: Part, printer: Printer) -> str:
    """Print any part but the strip and the cover; blanks listed without a heading are a sheet before the title."""
    anchor = printer.anchor(part.id)
    at = Setting(part.kind, heading=3 if part.heading or part.number else 2)
    said = _heading(part, anchor, printer) + printer.blocks(part.children, at)
    return element("div", said, "sheet") if part.kind == "blanks" and not part.heading else said


def _heading(part: Part, anchor: str, printer: Printer) -> str:
    if not part.heading and not part.number:
        return ""
    head = f"{part.number}: " if part.number and part.heading else part.number
    kind = {"schedule": "sched", "execution": "sched signing"}.get(part.kind, "")
    if part.kind in OF_SCHEDULES:
        anchor = printer.listed(anchor, head, part.heading)
    words = printed(head) + printer.words.content(part.heading)
    in_force = provision(head, part.heading) if part.kind in OF_SCHEDULES else ""
    own = element("h2", words, kind, anchor, in_force)
    referred = bool(part.children) and part.children[0].role == "reference"
    return own if referred else own + printer.words.notes(keep=True)


def strip(part: Part, printer: Printer) -> str:
    """Print what a draft says of itself."""
    printer.anchor(part.id)
    at = Setting(part.kind)
    return "".join(paragraph(block, "strip", replaced(at, anchor=printer.anchor(block.id)), printer) for block in part.children)
