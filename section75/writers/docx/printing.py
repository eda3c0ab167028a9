"""One document printed into the shell of its house.

In: the texts of a tree, a House, and who changed the text. Out: the bytes of a .docx file.

The document is printed twice. The first printing finds out which list counts each paragraph; the second makes
the cross-references, also those to what stands further on, into fields that give exactly the printed words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.writers.docx.flow import Flow
from section75.writers.docx.kinds import PRINTERS
from section75.writers.docx.package import BODY, Shell
from section75.writers.docx.parts import FOOT, STRIP, pages

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.writers.docx.tracking import Reviser
    from section75.writers.docx.views import Views


def printed(texts: Views, house: House, reviser: Reviser) -> bytes:
    """Return a Word file; the tree of the texts is distinct."""
    tree = texts.tree
    shell = Shell(house.shells.get(tree.kind, house.shells["agreement"]), tree)
    controls = shell.controls()
    if not any(part.kind == "cover" for part in tree.parts):
        shell.without_cover()
        controls = frozenset()
    counted = Flow(texts, shell.sheet, PRINTERS, reviser)
    pages(counted, controls, {})
    flow = Flow(texts, shell.sheet, PRINTERS, reviser, counted.placed)
    made = pages(flow, controls, {})
    shell.fill(BODY, made.body)
    shell.divide(tracked=texts.old is not None)
    shell.fill(STRIP, made.strip)
    shell.fill(FOOT, made.foot)
    shell.restart(counted.lists["new"].restarts)
    shell.comment(flow.notes.part())
    shell.attach(flow.figures.media)
    return shell.data()
