"""The register of agreements, drafted as a page.

In: the standings of agreements on a day, and the text. Out: the numbered Document. Raises `Refused` with every fault of the text at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.numbering import number
from section75.document.tree import Document, Part, plain
from section75.drafting.writing import Writing
from section75.problems import Refused

if TYPE_CHECKING:
    from section75.document.house import Scheme
    from section75.facts.standing import Listing
    from section75.text.library import Template


def draft_register(listing: Listing, text: Template, scheme: Scheme) -> Document:
    """Return the register as a Document."""
    writing = Writing({"register": listing})
    part = Part("body", children=writing.blocks(text.body, text.id))
    if writing.problems:
        raise Refused(writing.problems)
    title = next((plain(block.heading) for block in part.children if block.role == "title"), "")
    return number(Document("register", title, (part,), title), scheme)
