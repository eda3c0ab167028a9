"""Definitions in the order of the alphabet, as an amending text puts them there.

In: the children of what holds definitions, and new definitions. Out: the children with the new ones among them.

>>> from section75.document.tree import Block, Definition, Text
>>> old = [Block("definition", (Definition((Text(term),)),)) for term in ("Board", "Term")]
>>> [one.content[0].term for one in alphabetised(old, [Block("definition", (Definition((Text("area"),)),))])]
['area', 'Board', 'Term']
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.comparison.addresses import term

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.document.tree import Block


def alphabetised(children: Sequence[Block], new: Iterable[Block]) -> tuple[Block, ...]:
    """Return the children with each new definition before the first whose term comes after its own, or else after the last."""
    made = list(children)
    for block in new:
        terms = [(ordinal, term(one).casefold()) for ordinal, one in enumerate(made) if one.kind == "definition"]
        later = (ordinal for ordinal, known in terms if known > term(block).casefold())
        made.insert(next(later, terms[-1][0] + 1 if terms else len(made)), block)
    return tuple(made)
