"""A comparison as JSON, for other programs: the two texts, how many changes there are, and each of them.

In: a `Comparison`. Out: bytes. `changes` has every change in reading order with these fields, all of them words but the last:

- `kind`: added, removed, replaced, moved or renumbered
- `what`: the kind of block, or what of it was replaced: heading, words, definition, closing, cell, ending, value, figure, or a field of
  the document (title, reference, …)
- `id`: the id of the block, or of the nearest that holds it
- `old_place`, `new_place`: the printed address, `clause 9.2`; empty where the thing is not
- `name`: a term, a heading, the row and column of a cell
- `old`, `new`: the words; of several paragraphs, one a line
- `fact`: the path of the fact that prints a value
- `slight`: true if it only follows from other changes, as numbers do
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from section75.commands.comparison import Comparison

FIELDS = ("kind", "what", "id", "old_place", "new_place", "name", "old", "new", "fact", "slight")


def write(comparison: Comparison) -> bytes:
    """Return the comparison as one JSON object."""
    told = comparison.summary
    page = {
        "old": comparison.old.name,
        "new": comparison.new.name,
        "document": comparison.paper,
        "counts": {"changes": told.count, "renumbered": told.renumbered, "endings": told.endings},
        "changes": [{name: getattr(change, name) for name in FIELDS} for change in comparison.changes],
    }
    return (json.dumps(page, ensure_ascii=False, indent=2) + "\n").encode()
