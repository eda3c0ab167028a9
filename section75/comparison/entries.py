"""The two documents as comparison walks them: each node with what it is known by, and who it was.

In: a Document. Out: its `Entry`, the root of a tree of entries, one for each part and block. Nodes are told apart by identity,
since one document may hold the same words many times.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from section75.comparison.atoms import spelt
from section75.document.tree import Block, Definition, Document, Node, Note, Part

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

WORDS: Final = re.compile(r"\w+(?:[.,/:’']\w+)*")
COUNTED: Final = re.compile(r"[0-9]+(?:[-/][0-9]+)*")
PICTURE_NAME: Final = re.compile(r"[A-Za-z0-9][\w.-]*")
Bag = Counter[str]


@dataclass(slots=True, eq=False)
class Entry:
    """A node, and what pairing knows of it.

    `family` holds what must be equal for two nodes to be one: the kind, and of a table and a row the number of cells.
    `name` is its id or the term that it defines. `own` is its heading and words, `signature` stands for these and all that
    it holds. `partner` is the node that it was or became; `stable` says that it stands where it stood: under the same parent, in order.
    """

    node: Node
    parent: Entry | None
    at: int
    family: str = ""
    name: str = ""
    own: str = ""
    signature: int = 0
    children: tuple[Entry, ...] = ()
    partner: Entry | None = None
    stable: bool = False
    _own_words: Bag | None = field(default=None, repr=False)
    _all_words: Bag | None = field(default=None, repr=False)

    @property
    def line(self) -> str:
        """The template line that the node came from, if known."""
        return self.node.origin.partition("/")[0] if isinstance(self.node, Block) else ""

    @property
    def key(self) -> str:
        """What a loop printed the line for, by its name; a number or a year is none, because it only counts."""
        key = self.node.origin.partition("/")[2] if isinstance(self.node, Block) else ""
        return "" if COUNTED.fullmatch(key) else key

    @property
    def origin(self) -> str:
        """The template line and the loop's key, if they are known and tell the node from all others of its line."""
        return self.node.origin if isinstance(self.node, Block) and bool(self.key) is ("/" in self.node.origin) else ""

    @property
    def moved(self) -> bool:
        """Whether the node is in both documents, and stands elsewhere in the newer."""
        return self.partner is not None and not self.stable

    def own_words(self) -> Bag:
        """Return how often each word stands in the node's own heading and words; figures change too readily to tell anything."""
        if self._own_words is None:
            words = WORDS.findall(self.own)
            self._own_words = Counter([word for word in words if not word[0].isdigit()] or words)
        return self._own_words

    def all_words(self) -> Bag:
        """Return how often each word stands in the node and all that it holds."""
        if not self.children:
            return self.own_words()
        if self._all_words is None:
            words = Counter(self.own_words())
            for child in self.children:
                words.update(child.all_words())
            self._all_words = words
        return self._all_words

    def join(self, other: Entry) -> None:
        """Make the two partners."""
        self.partner, other.partner = other, self


def entered(node: Node, parent: Entry | None = None, at: int = 0) -> Entry:
    """Return a node and all that it holds as entries."""
    entry = Entry(node, parent, at)
    children: Sequence[Part | Block] = node.parts if isinstance(node, Document) else node.children
    entry.children = tuple(entered(child, entry, position) for position, child in enumerate(children))
    entry.family, entry.name, entry.own = _family(node), _name(node), _own(node)
    entry.signature = hash((entry.family, entry.own, *(child.signature for child in entry.children)))
    return entry


def every(entry: Entry) -> Iterator[Entry]:
    """Yield an entry and all below it, in reading order."""
    yield entry
    for child in entry.children:
        yield from every(child)


def _own(node: Node) -> str:
    match node:
        case Document():
            return ""
        case Part(heading=heading) | Block(kind="figure", heading=heading):
            return spelt(heading)
        case Block(heading=heading, content=content):
            return f"{spelt(heading)}\n{spelt(content)}" if heading else spelt(content)


def _name(node: Node) -> str:
    if isinstance(node, Document) or node.id:
        return "" if isinstance(node, Document) else node.id
    if isinstance(node, Block) and node.kind == "definition":
        first = next((inline for inline in node.content if not isinstance(inline, Note)), None)
        return f"“{first.term}”" if isinstance(first, Definition) else ""
    return ""


def _family(node: Node) -> str:
    match node:
        case Document():
            return "document"
        case Part(kind=part):
            return f"part {part}"
        case Block(kind="row", children=cells):
            return f"row {len(cells)}"
        case Block(kind="table", children=rows, columns=columns):
            return f"table {max([len(columns), *(len(row.children) for row in rows)])}"
        case Block(kind=kind):
            return kind


def picture_name(picture: str) -> str:
    """Return the name of a picture; a drawing has its fingerprint, by which Markdown names it too."""
    return picture if PICTURE_NAME.fullmatch(picture) else sha256(picture.encode()).hexdigest()[:16]
