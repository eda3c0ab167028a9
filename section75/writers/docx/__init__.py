"""The Word writer: native numbers, live references, comments, and a bookmark on every paragraph.

In: a numbered Document and a House. Out: the bytes of a .docx file.

The document is printed twice. The first printing finds out which list counts each paragraph; the second makes
the cross-references, also those to what stands further on, into fields that give exactly the printed words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import rewritten
from section75.writers.docx.flow import Flow
from section75.writers.docx.kinds import PRINTERS
from section75.writers.docx.package import BODY, Shell
from section75.writers.docx.parts import FOOT, STRIP, pages

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document


def write(document: Document, house: House) -> bytes:
    """Return the document as a Word file in the dress of the house."""
    distinct = rewritten(document, lambda content, _: content)
    shell = Shell(house.shells.get(document.kind, house.shells["agreement"]), document)
    sheet, controls = shell.sheet, shell.controls()
    if not any(part.kind == "cover" for part in document.parts):
        shell.without_cover()
        controls = frozenset()
    first = Flow(distinct, sheet, PRINTERS, {})
    pages(first, distinct, controls, {})
    flow = Flow(distinct, sheet, PRINTERS, first.placed)
    printed = pages(flow, distinct, controls, {})
    shell.fill(BODY, printed.body)
    shell.fill(STRIP, printed.strip)
    shell.fill(FOOT, printed.foot)
    shell.restart(flow.lists.restarts)
    shell.comment(flow.notes.part())
    shell.attach(flow.figures.media)
    return shell.data()
