"""The flow of a document onto its pages: where a block stands, what keeps with what, and who prints each kind.

In: blocks and a `Position`. Out: the XML of their paragraphs and tables. The printers themselves stand in
`blocks`, `tables` and `frames`; `kinds` says which one prints which kind.

In a redline a number, a list's punctuation and the words before a title may be others in the older text: each is
printed as a `Sided`, that is once where both texts agree, and otherwise as gone and as new.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import count
from typing import TYPE_CHECKING, Final

from section75.comparison.settling import settled_content
from section75.document.references import inside
from section75.document.replacing import replaced
from section75.document.tree import Note
from section75.writers.docx.bookmarks import Bookmarks
from section75.writers.docx.comments import Notes
from section75.writers.docx.crossings import Crossings
from section75.writers.docx.figures import Figures
from section75.writers.docx.inline import Ink, Look, Printed
from section75.writers.docx.keeping import beside, ends_list, keeps
from section75.writers.docx.lists import Label, Lists
from section75.writers.docx.tracking import NOTHING, SIDES, Change, Sided, Tracker, change_of
from section75.writers.docx.xml import Paragraph

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from section75.comparison.settling import Side
    from section75.document.references import Numbered, Spot
    from section75.document.tree import Block, Inline
    from section75.writers.docx.sheet import Sheet
    from section75.writers.docx.tracking import Reviser
    from section75.writers.docx.views import Views

    Printer = Callable[["Flow", Block, "Position"], str]
    Placed = dict[Side, dict[int, Label]]
    Beside = Callable[["Flow", tuple[Block, ...], "Position"], str]

LEADS: Final = frozenset({"item", "definition", "recommendations"})
"""Kinds whose words lead in to the items that they hold."""
BOTH: Final[tuple[Side, Side]] = ("old", "new")
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
    says that it stands in a box; `change` is how the block is tracked.
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
    change: Change = ""

    def within(self, block: Block, *, deeper: bool = False, left: int | None = None) -> Position:
        """Return the position of what stands inside a block."""
        return replaced(
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

    def __init__(self, texts: Views, sheet: Sheet, printers: Printers, reviser: Reviser, placed: Placed | None = None) -> None:
        """Begin at the top; `placed` is what an earlier printing found out about numbers. Without it no words are printed."""
        self._ids = count(1)
        self._kinds = printers.kinds
        self._beside = printers.beside
        self.texts = texts
        self.sheet = sheet
        self.lists = {side: Lists(sheet) for side, _ in texts.each()} if placed is None else {}
        if "old" in self.lists:
            self.lists["old"].beside(self.lists["new"])
        self.notes = Notes()
        self.figures = Figures()
        self.tracker = Tracker(self._ids, reviser)
        self.bookmarks = Bookmarks(texts, self._ids)
        self.placed: dict[Side, dict[int, Label]] = placed or {side: {} for side, _ in texts.each()}
        self.styles: dict[int, str] = {}
        crossings = {side: Crossings(view, self.bookmarks, placed[side]) for side, view in texts.each()} if placed else {}
        self.ink = Ink(self.notes, crossings, self.tracker)
        self.counts_only = placed is None

    def blocks(self, blocks: Sequence[Block], position: Position) -> str:
        """Print blocks that follow each other."""
        printed = []
        where = position
        for place, together in beside(blocks):
            keep = position.keep or keeps(blocks, place, listed=position.listed)
            here = replaced(where, keep=keep, last=ends_list(blocks, place), change=change_of(together[0], position.change))
            if not place and (position.before is not None or position.breaks or position.loose):
                where = replaced(position, before=None, breaks=False, loose=False)
            printed.append(self.tracker.moved(together[0], self._together(together, here)))
        return "".join(printed)

    def _together(self, blocks: tuple[Block, ...], position: Position) -> str:
        if len(blocks) > 1:
            return self._beside(self, blocks, position)
        return self._kinds[blocks[0].kind](self, blocks[0], position)

    def paragraph(
        self, node: Numbered, paragraph: Paragraph, content: Sequence[Inline], position: Position, *, optional: bool = False
    ) -> str:
        """Print content as the paragraph says, with the bookmark of its part or block.

        A paragraph that is optional stands only in the text in which it has words.
        """
        if self.counts_only:
            return ""
        printed = self.words(node, content, position, optional=optional)
        runs = self.bookmarks.around(node, printed.xml)
        return replaced(paragraph, content=runs, mark=self.tracker.mark(printed.change)).xml()

    def words(self, node: Numbered, content: Sequence[Inline], position: Position, *, optional: bool = False) -> Printed:
        """Return the runs of a part's or block's words, and how the paragraph that they are is tracked."""
        if self.counts_only:
            return Printed("")
        end = self.if_worded(content, self.ends(node), optional=optional)
        printed = self.ink.printed(content, position.spot, NOTHING, end, Look(change=position.change))
        return printed if optional else Printed(printed.xml, position.change)

    def tracked(self, paragraph: Paragraph, change: Change) -> str:
        """Return a paragraph whose mark is tracked."""
        return (replaced(paragraph, mark=self.tracker.mark(change)) if change else paragraph).xml()

    def numbered(
        self,
        node: Numbered,
        styles: Sequence[str],
        content: Sequence[Inline],
        position: Position,
        before: str = "",
        *,
        optional: bool = False,
    ) -> str:
        """Print content in the first of the styles whose list gives the node's number; `before` follows the number."""
        labels = self._labels(node, styles, position.change)
        self.styles[id(node)] = labels.new.style
        if self.counts_only:
            return ""
        fore = self.if_worded(content, Sided(before, before), optional=bool(before))
        end = self.if_worded(content, self.ends(node), optional=optional)
        look = Look(plain=getattr(node, "role", "") == UNUSED, change=position.change)
        printed = self.ink.printed(content, position.spot, fore, end, look)
        change = printed.change if optional else position.change
        typed = Sided(_typed(labels.old, fore.old), _typed(labels.new, fore.new))
        shape = Sided(self._shape(labels.old, fore.old), self._shape(labels.new, fore.new))
        paragraph = replaced(
            shape.each(change)[-1][0],
            content=self.bookmarks.around(node, self.tracker.typed(typed, change) + printed.xml),
            keep=position.keep,
            loose=position.loose,
            breaks=position.breaks,
            before=position.before,
            mark=self.tracker.mark(change),
            was="" if change or shape.old == shape.new else self.tracker.properties(shape.old.properties()),
        )
        return paragraph.xml()

    def titled(self, before: str, content: Sequence[Inline], position: Position) -> Printed:
        """Return the runs of a title that stands after a number, in the text in which there is one."""
        if self.counts_only:
            return Printed("")
        fore = self.if_worded(content, Sided(before, before), optional=True)
        return self.ink.printed(content, position.spot, fore, NOTHING, Look(change=position.change))

    def seen(self, block: Block) -> Block:
        """Return a block as it now stands, or as it stood if it is gone."""
        return self.texts.node(block, "new")

    def numbers(self, node: Numbered) -> Sided[str]:
        """Return the number of a part or block in either text."""
        return Sided(*(self.texts.node(node, side).number for side in BOTH))

    def ends(self, node: Numbered) -> Sided[str]:
        """Return the punctuation that ends the words of a block in either text."""
        return Sided(*(getattr(self.texts.node(node, side), "end", "") for side in BOTH))

    def if_worded(self, content: Sequence[Inline], said: Sided[str], *, optional: bool) -> Sided[str]:
        """Return what stands before or after words; if it is optional, only in a text in which there are words."""
        if not optional or self.texts.old is None:
            return said
        words = tuple(inline for inline in content if not isinstance(inline, Note))
        return Sided(said.old if settled_content(words, "old") else "", said.new if settled_content(words, "new") else "")

    def _labels(self, node: Numbered, styles: Sequence[str], change: Change) -> Sided[Label]:
        """Count a part or block in each text in which it stands; what stands in one text only has that text's label in both."""
        found: dict[Side, Label] = {}
        for side in reversed(SIDES[change]):
            if side in self.placed:
                own = self.texts.node(node, side)
                if self.counts_only:
                    self.placed[side][id(own)] = self.lists[side].label(styles, own.number)
                found[side] = self.placed[side][id(own)]
        only = next(iter(found.values()))
        return Sided(found.get("old", only), found.get("new", only))

    def _shape(self, label: Label, before: str) -> Paragraph:
        """Return a paragraph in the style that counts it; where its number is typed, with the indents of the level it stands for."""
        number, place = self.sheet.bound.get(label.style, (0, 0))
        level = self.sheet.levels.get(number, {}).get(place)
        if not label.typed or level is None or before:
            return Paragraph(label.style, number=label.number)
        return Paragraph(label.style, number=label.number, left=level.left, hanging=level.hanging)


def _typed(label: Label, before: str) -> str:
    """Return the number that is typed, with what parts it from the words."""
    if not label.typed:
        return ""
    return label.typed if before else f"{label.typed}\t"
