"""One amendment: what a deed of variation does to one place of a signed text.

In: nothing. Out: `Operation`, which `operations` finds, `applied` carries out, facts state and templates say.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from section75.comparison.atoms import Content
    from section75.document.tree import Block, Ending, Part
    from section75.problems import Place

OperationKind = Literal[
    "words",  # some words of a paragraph, as `way` says
    "text",  # all the words of a paragraph, but not what stands under it
    "heading",  # all the words of a heading
    "ending",  # the punctuation that ends an item of a list
    "cell",  # all the words of one cell of a table
    "insert",  # new blocks, a new part or new rows, where `way` says
    "delete",  # something without a number: a definition, a table, a row
    "not-used",  # something with a number, which stays and says that it is not used
    "substitute",  # the whole of something, with all that stands under it
    "name",  # the name by which references know it; nothing that is printed
]
Way = Literal[
    "",
    "replacing",  # for the old words substitute the new
    "after",  # after the old words, or the place, insert the new
    "before",  # before the old words insert the new
    "omitting",  # omit the old words
    "beginning",  # insert the new at the beginning of the place
    "alphabetical",  # insert the new definitions in the place where the alphabet puts each
]


@dataclass(frozen=True, slots=True)
class Operation:
    """One amendment. Places and old words are as the signed text prints them before any amendment is made.

    `place` is the name that `Places` gives; in a table `row` is as many of the row's first cells as tell it apart, and `column` the heading
    of the column. An operation on rows whose `row` is empty concerns the beginning of the table. `source` is where it is stated.
    """

    kind: OperationKind
    place: str
    way: Way = ""
    old: str = ""
    content: Content = ()
    end: Ending = ""
    blocks: tuple[Block, ...] = ()
    parts: tuple[Part, ...] = ()
    row: tuple[str, ...] = ()
    column: str = ""
    id: str = ""
    source: Place | None = field(default=None, compare=False)
