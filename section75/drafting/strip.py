"""What a draft says of itself, before anything else: how many blanks to fill in and assumptions to confirm.

In: a numbered Document, what is only assumed in it, and the text of the strip. Out: the Document with a first part that says so.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from section75.document.index import index
from section75.document.tree import Document, Part, plain
from section75.facts.values import Count
from section75.problems import Refused

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.drafting.writing import Writing
    from section75.facts.fact import Assumption
    from section75.text.library import Template


def with_strip(document: Document, assumed: Sequence[Assumption], strip: Template, writing: Writing) -> Document:
    """Return the draft with its strip. A final copy takes it off again."""
    found = index(document)
    counts = {"blanks": len(found.distinct_blanks()), "assumptions": len(assumed), "notes": len(found.notes)}
    writing.names = {**writing.names, **{name: Count(number) for name, number in counts.items()}, "kind": document.kind}
    children = writing.blocks(strip.body)
    if writing.problems:
        raise Refused(writing.problems)
    state = plain(children[0].content).partition(".")[0]
    return replace(document, parts=(Part("strip", children=children), *document.parts), state=state)
