"""The flow of a document onto its pages: where a block stands, what keeps with what, and who prints each kind.

In: blocks and a `Position`. Out: the XML of their paragraphs and tables. The printers themselves stand in
`blocks`, `tables` and `frames`; `kinds` says which one prints which kind.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from section75.document.references import inside, targets
from section75.writers.docx.bookmarks import Bookmarks
from section75.writers.docx.comments import Notes
from section75.writers.docx.crossings import Crossings
from section75.writers.docx.figures import Figures
from section75.writers.docx.inline import Ink, Look
from section75.writers.docx.keeping import beside, ends_list, keeps
from section75.writers.docx.lists import Label, Lists
from section75.writers.docx.xml import Paragraph, run, text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from section75.document.references import Numbered, Spot
    from section75.document.tree import Block, Document, Inline
    from section75.writers.docx.sheet import Sheet

    Printer = Callable[["Flow", Block, "Position"], str]
    Beside = Callable[["Flow", tuple[Block, ...], "Position"], str]

LEADS: Final = frozenset({"item", "definition", "recommendations"})
"""Kinds whose words lead in to the items that they hold."""
UNUSED: Final = "not used"
"""The role of a clause whose number is kept: its words are not bold."""


@dataclass(frozen=True, slots=True)
class Position:
    """Where a block stands.

    `items` names the list that its items belong to and `depth` the level they stand at; `section` is the depth
    of headings in a report; `left` is where the text of what holds the block begins and `width` how wide it may
    be, both in twips; `before` replaces the space above a heading; `breaks` starts a page; `keep` holds it to what
    follows, `loose` does not, whatever its style; `last` says that a list of bullets ends with it, `listed` that a
    lead-in stands above it; `style` is the style of plain words, where it does not follow from the place; `boxed`
    says that it stands in a box.
    """

    spot: Spot
    width: int
    items: str = ""
    depth: int = 0
    section: int = 0
    left: int = 0
    before: int | None = None
    breaks: bool = False
    keep: bool = False
    loose: bool = False
    last: bool = False
    listed: bool = False
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
            loose=False,
            keep=False,
            listed=block.kind in LEADS,
        )


@dataclass(frozen=True, slots=True)
class Printers:
    """Who prints each kind of block, and who prints lines with a small box at their right."""

    kinds: Mapping[str, Printer]
    beside: Beside


class Flow:
    """One printing of one document."""

    def __init__(self, document: Document, sheet: Sheet, printers: Printers, placed: Mapping[int, Label]) -> None:
        """Begin at the top; `placed` is what an earlier printing found out about numbers."""
        self._ids = count(1)
        self._kinds = printers.kinds
        self._beside = printers.beside
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
        for place, together in beside(blocks):
            keep = position.keep or keeps(blocks, place, listed=position.listed)
            here = replace(position, keep=keep, last=ends_list(blocks, place))
            if place:
                here = replace(here, before=None, breaks=False, loose=False)
            printed.append(self._together(together, here))
        return "".join(printed)

    def _together(self, blocks: tuple[Block, ...], position: Position) -> str:
        if len(blocks) > 1:
            return self._beside(self, blocks, position)
        return self._kinds[blocks[0].kind](self, blocks[0], position)

    def paragraph(self, node: Numbered, paragraph: Paragraph, content: Sequence[Inline], spot: Spot) -> str:
        """Print content as the paragraph says, with the bookmark of its part or block."""
        printed = self.ink.printed(content, spot, end=getattr(node, "end", ""))
        runs = self.bookmarks.around(node, printed.xml)
        return replace(paragraph, content=runs, mark=printed.mark).xml()

    def numbered(self, node: Numbered, styles: Sequence[str], content: Sequence[Inline], position: Position, before: str = "") -> str:
        """Print content in the first of the styles whose list gives the node's number; `before` follows the number."""
        label = self.lists.label(styles, node.number)
        self.placed[id(node)] = label
        look = Look(plain=getattr(node, "role", "") == UNUSED)
        printed = self.ink.printed(content, position.spot, before, getattr(node, "end", ""), look)
        typed = self._typed(label, before)
        paragraph = Paragraph(
            label.style,
            self.bookmarks.around(node, typed.content + printed.xml),
            keep=position.keep,
            loose=position.loose,
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
