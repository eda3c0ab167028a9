"""The Word writer: native numbers, live references, comments, and a bookmark on every paragraph.

In: a numbered Document and a House. Out: the bytes of a .docx file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.references import distinct
from section75.writers.docx.printing import printed
from section75.writers.docx.properties import SOURCE, with_property
from section75.writers.docx.redline import write_tracked
from section75.writers.docx.tracking import Reviser
from section75.writers.docx.views import changed, views

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document


def write(document: Document, house: House) -> bytes:
    """Return the document as a Word file in the dress of the house; a redline with its tracked changes."""
    data = write_tracked(document, house) if changed(document) else printed(views(distinct(document)), house, Reviser())
    return with_property(data, SOURCE, document.source) if document.source else data
