"""The walk over a document: what every kind of block needs to know while it is printed.

In: blocks and the `Setting` in which they stand. Out: their HTML, in order. The walk gives each block its
anchor, keeps lists together, and collects the lines of the contents.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from section75.document.replacing import replaced
from section75.document.tree import plain
from section75.writers.html.inline import Words, kept
from section75.writers.html.marks import element

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.document.tree import Block, Inline, Kind, PartKind

LISTED = ("item", "bullet")
SAID = ("words", "item", "closing")
BEFORE = "before"
"""The class of words that stand straight before a table, and are kept with it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """Where a block stands: the part it is in, the heading above it, the level of the text around it."""

    part: PartKind
    heading: int = 2
    """The level that the next section heading takes."""
    level: int = 1
    """The level of the numbered words above; headings of clauses and the margin are level 1."""
    narrow: bool = False
    """Whether level 3 is lettered, `(a)`, and so needs less room than `1.1.1`."""
    text: str = ""
    """The class of words without a number of their own: how far in their text begins."""
    bullets: int = 0
    """How many bullets the block stands under."""
    listed: bool = False
    """Whether items here are a list that follows a lead-in, and not paragraphs that stand for themselves."""
    anchor: str = ""
    keep: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of the contents: where it leads, its number if it has one, its words."""

    anchor: str
    number: str
    words: str


Print = Callable[["Block", Setting, "Printer"], str]


class Printer:
    """Prints the blocks of one document."""

    def __init__(self, kinds: Mapping[Kind, Print], known: frozenset[str], *, screen: bool) -> None:
        """Take the function that prints each kind, and the ids that references may point at.

        On paper only what is linked to has an id: each one more takes the PDF engine time.
        """
        self.words = Words(known)
        self.contents: list[Entry] = []
        self.titled = False
        self._kinds = kinds
        self._screen = screen
        self._known = known
        self._given: set[str] = set()
        self._walked = 0

    def blocks(self, blocks: tuple[Block, ...], at: Setting) -> str:
        """Print blocks; short lines that stand before the small box at the right go beside it."""
        pieces = [(block.kind, self.block(block, replaced(at, keep=keep))) for block, keep in zip(blocks, _keeps(blocks, at), strict=True)]
        runs = [(kind, "".join(piece for _, piece in run)) for kind, run in groupby(pieces, key=lambda piece: piece[0])]
        words = ""
        after = ""
        for kind, run in reversed(runs):
            words = (element("div", f"\n{run}", "beside") if (kind, after) == ("lines", "aside") else run) + words
            after = kind
        return words

    def block(self, block: Block, at: Setting) -> str:
        """Print one block, and all that it holds."""
        return self._kinds[block.kind](block, replaced(at, anchor=self.anchor(block.id)), self)

    def anchor(self, given: str) -> str:
        """Return the id of the next thing in the walk: its own, or else, on a screen, its number in the walk."""
        self._walked += 1
        if given and given not in self._given:
            self._given.add(given)
            return given
        return self._numbered() if self._screen else ""

    def _numbered(self) -> str:
        name = f"p{self._walked}"
        while name in self._known:
            name += "-"
        return name

    def listed(self, anchor: str, number: str, heading: tuple[Inline, ...]) -> str:
        """Put the thing at which the walk stands into the contents; return the id that it needs for that. What is gone is not listed."""
        anchor = anchor or self._numbered()
        if heading and not kept(heading):
            return anchor
        self.contents.append(Entry(anchor, number, plain(kept(heading))))
        return anchor


def leads(block: Block) -> bool:
    """Whether a block's own words introduce what follows them."""
    return (plain(block.content) + block.end).endswith(":") or any(child.kind in LISTED for child in block.children)


def _keeps(blocks: tuple[Block, ...], at: Setting) -> list[str]:
    """Return for each block whether it is kept with the next, before a table or first or last but one of a list, or is its last bullet."""
    keeps = [BEFORE if _before_table(block, after) else "" for block, after in zip(blocks, (*blocks[1:], None), strict=False)]
    for start, end in _lists(blocks, at):
        keeps[end - 1] = "last" if blocks[start].kind == "bullet" else ""
        if end - start > 1:
            keeps[start] = "first"
            keeps[end - 2] = "penult"
    return keeps


def _before_table(block: Block, after: Block | None) -> bool:
    """Whether a block is words alone, a table follows, and no colon keeps it with that already."""
    follows = after is not None and after.kind == "table"
    return follows and block.kind in SAID and not block.children and not leads(block)


def _lists(blocks: tuple[Block, ...], at: Setting) -> list[tuple[int, int]]:
    """Return where each run of items or bullets begins and ends that a lead-in introduces."""
    found = []
    start = 0
    for kind, run in groupby(block.kind for block in blocks):
        end = start + len(list(run))
        led = kind == "bullet" or at.listed or (start > 0 and leads(blocks[start - 1]))
        if kind in LISTED and led:
            found.append((start, end))
        start = end
    return found
