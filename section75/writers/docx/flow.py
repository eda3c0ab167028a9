"""The flow of a document onto its pages: where a block stands, what keeps with what, and who prints each kind.

In: blocks and a `Position`. Out: the XML of their paragraphs and tables. The printers themselves stand in
`blocks`, `tables` and `frames`; `kinds` says which one prints which kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from section75.document.references import inside, targets
from section75.document.tree import plain
from section75.writers.docx.bookmarks import Bookmarks
from section75.writers.docx.comments import Notes
from section75.writers.docx.crossings import Crossings
from section75.writers.docx.figures import Figures
from section75.writers.docx.inline import Ink
from section75.writers.docx.lists import Label, Lists
from section75.writers.docx.xml import Paragraph, run, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from section75.document.references import Numbered, Spot
    from section75.document.tree import Block, Document, Inline
    from section75.writers.docx.sheet import Sheet

    Printer = Callable[["Flow", Block, "Position"], str]

LISTED: Final = frozenset({"item", "bullet"})
LED: Final = frozenset({"item", "bullet", "definition", "table", "recommendations"})
TEXT_WIDTH: Final = 9026
"""Twips between the margins of A4 with 72 pt on either side."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands.

    `items` names the list that its items belong to and `depth` the level they stand at; `section` is the depth
    of headings in a report; `left` is where the text of what holds the block begins and `width` how wide it may
    be, both in twips; `before` replaces the space above a heading; `breaks` starts a page; `keep` holds it to what follows; `style` is
    the style of plain words, where it does not follow from the place; `boxed` says that it stands in a box.
    """

    spot: Spot
    items: str = ""
    depth: int = 0
    section: int = 0
    left: int = 0
    width: int = TEXT_WIDTH
    before: int | None = None
    breaks: bool = False
    keep: bool = False
    style: str = ""
    boxed: bool = False

    def within(self, block: Block, *, deeper: bool = False, left: int | None = None) -> Position:
        """Return the position of what stands inside a block."""
        return replace(
            self,
            spot=inside(block, self.spot),
            depth=self.depth + deeper,
            left=self.left if left is None else left,
            before=None,
            breaks=False,
            keep=False,
        )


class Flow:
    """One printing of one document."""

    def __init__(
        self, document: Document, sheet: Sheet, kinds: Mapping[str, Printer], placed: Mapping[int, Label]
    ) -> None:
        """Begin at the top; `placed` is what an earlier printing found out about numbers."""
        self._ids = count(1)
        self._kinds = kinds
        self.sheet = sheet
        self.lists = Lists(sheet)
        self.notes = Notes()
        self.figures = Figures()
        self.bookmarks = Bookmarks(document, self._ids)
        self.placed: dict[int, Label] = {}
        crossings = Crossings(targets(document), self.bookmarks, placed)
        self.ink = Ink(self.notes, crossings, self._ids)

    def blocks(self, blocks: Sequence[Block], position: Position) -> str:
        """Print blocks that follow each other."""
        printed = []
        for place, block in enumerate(blocks):
            if _paired(blocks, place - 1):
                continue
            kind = "lines and aside" if _paired(blocks, place) else block.kind
            here = replace(position, keep=position.keep or _keeps(blocks, place))
            if place:
                here = replace(here, before=None, breaks=False)
            printed.append(self._kinds[kind](self, _pair(blocks, place), here))
        return "".join(printed)

    def paragraph(self, node: Numbered, paragraph: Paragraph, content: Sequence[Inline], spot: Spot) -> str:
        """Print content as the paragraph says, with the bookmark of its part or block."""
        printed = self.ink.printed(content, spot, end=getattr(node, "end", ""))
        runs = self.bookmarks.around(node, printed.xml)
        return replace(paragraph, content=runs, mark=printed.mark).xml()

    def numbered(
        self, node: Numbered, styles: Sequence[str], content: Sequence[Inline], position: Position, before: str = ""
    ) -> str:
        """Print content in the first of the styles whose list gives the node's number; `before` follows the number."""
        label = self.lists.label(styles, node.number)
        self.placed[id(node)] = label
        printed = self.ink.printed(content, position.spot, before, getattr(node, "end", ""))
        typed = self._typed(label, before)
        paragraph = Paragraph(
            label.style,
            self.bookmarks.around(node, typed.content + printed.xml),
            keep=position.keep,
            number=label.number,
            breaks=position.breaks,
            before=position.before,
            left=typed.left,
            hanging=typed.hanging,
            mark=printed.mark,
        )
        return paragraph.xml()

    def _typed(self, label: Label, before: str) -> Paragraph:
        """Return the run of a typed number, and the indents of the level it stands for."""
        if not label.typed:
            return Paragraph(label.style)
        number, place = self.sheet.bound.get(label.style, (0, 0))
        level = self.sheet.levels.get(number, {}).get(place)
        words = run(text(label.typed if before else f"{label.typed}\t"))
        if level is None or before:
            return Paragraph(label.style, words)
        return Paragraph(label.style, words, left=level.left, hanging=level.hanging)


def _paired(blocks: Sequence[Block], place: int) -> bool:
    """Whether the block there and the next are the lines and the small box of a report's head."""
    return {block.kind for block in blocks[max(place, 0) : place + 2]} == {"lines", "aside"}


def _pair(blocks: Sequence[Block], place: int) -> Block:
    """Return the block, or for lines and aside one block that holds both, lines first."""
    if not _paired(blocks, place):
        return blocks[place]
    pair = sorted(blocks[place : place + 2], key=lambda block: block.kind == "aside")
    return replace(pair[0], children=tuple(pair))


def _keeps(blocks: Sequence[Block], place: int) -> bool:
    """Whether a block keeps with what follows: lead-ins, and the first and the last but one of a list."""
    block, after = blocks[place], blocks[place + 1 : place + 2]
    if block.children and block.children[0].kind in LED and block.kind != "recommendations":
        return True
    if after and _ends_with_colon(block) and after[0].kind in LED:
        return True
    if block.kind not in LISTED or not after or after[0].kind not in LISTED:
        return False
    first = place == 0 or blocks[place - 1].kind not in LISTED
    penultimate = len(blocks) == place + 2 or blocks[place + 2].kind not in LISTED
    return first or penultimate


def _ends_with_colon(block: Block) -> bool:
    return block.end == ":" or plain(block.content).endswith(":")
