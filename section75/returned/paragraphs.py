"""The paragraphs of a returned file, each with our bookmarks, its words before and after the tracked changes, its marks and its comments.

In: a `Package`. Out: `Returned`. Heads and feet, notes at the foot of the page and text boxes are read too, so that what was changed
there is at least told; whether they are compared is for `owners` to say.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING, Final

from section75.returned.comments import comments
from section75.returned.marks import Comment, Paragraph
from section75.returned.runs import CHANGES, Open, Pieces, W, mark

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from section75.returned.marks import Mark, Where
    from section75.returned.package import Package

BORN: Final = ("ins", "moveTo")
FORMATTED: Final = tuple(f"{W}{name}" for name in ("rPrChange", "pPrChange", "tblPrChange", "trPrChange", "tcPrChange", "sectPrChange"))
CONTENTS: Final = f"{W}sdtPr/{W}docPartObj"


@dataclass(frozen=True, slots=True)
class Returned:
    """What stands in a returned file, in the order of its pages."""

    paragraphs: tuple[Paragraph, ...]
    comments: tuple[Comment, ...] = ()
    formatted: int = 0
    """How many changes of format alone are tracked: they are counted, and not read."""


def read(package: Package) -> Returned:
    """Return the paragraphs and comments of a file."""
    reader = _Reader()
    reader.story(package.text, "text")
    text = _with_contents_heading(reader.paragraphs)
    for root in package.parts("header", "footer"):
        reader.story(root, "head or foot")
    for root in package.parts("footnotes", "endnotes"):
        reader.story(root, "note")
    beside = reader.paragraphs[len(text) :]
    formatted = sum(1 for root in (package.text, *package.parts("header", "footer")) for _ in root.iter(*FORMATTED))
    return Returned((*text, *beside), comments(package, reader.open), formatted)


def _with_contents_heading(found: list[Paragraph]) -> list[Paragraph]:
    """Return the paragraphs with the heading above the contents counted among them: Word has no sign for it."""
    listed = [place for place, one in enumerate(found) if one.where == "contents"]
    if listed and listed[0] and not found[listed[0] - 1].keys:
        found[listed[0] - 1] = replace(found[listed[0] - 1], where="contents")
    return found


@dataclass(frozen=True, slots=True)
class _Stand:
    """Where a paragraph stands: in which row of a table, and whether that row is tracked; in the contents."""

    where: Where
    row: int = 0
    cell: int = 0
    born: bool = False
    gone: bool = False


class _Reader:
    """One pass over the stories of a file."""

    def __init__(self) -> None:
        self.open = Open()
        self.paragraphs: list[Paragraph] = []
        self._rows = count(1)
        self._cells = count(1)

    def story(self, root: _Element, where: Where) -> None:
        """Read one story from its beginning; what is left open at its end does not reach into the next."""
        self.open.fields.clear()
        self.open.keys.clear()
        self._blocks(root, _Stand(where))
        boxes, self.open.boxes = self.open.boxes, []
        for box in boxes:
            self.open.fields.clear()
            self._blocks(box, _Stand("text box"))

    def _blocks(self, element: _Element, stand: _Stand) -> None:
        for child in element:
            if child.tag == f"{W}p":
                self._paragraph(child, stand)
            elif child.tag == f"{W}tr":
                self._row(child, stand)
            elif child.tag == f"{W}tc":
                self._blocks(child, replace(stand, cell=next(self._cells)))
            elif child.tag == f"{W}sdt" and child.find(CONTENTS) is not None:
                self._blocks(child, replace(stand, where="contents"))
            elif child.tag in _ANCHORS:
                self._between(child)
            else:
                self._blocks(child, stand)

    def _between(self, element: _Element) -> None:
        """Take a bookmark or the end of a comment that stands between paragraphs: it belongs to the next."""
        waiting = Pieces(self.open, len(self.paragraphs))
        waiting.anchor(element)
        self.open.keys.extend(key for key, _, _ in waiting.cut[1:])

    def _row(self, element: _Element, stand: _Stand) -> None:
        tracked = {_kind(one): one for one in element.iterfind(f"{W}trPr/*") if _kind(one) in CHANGES}
        born, gone = any(kind in BORN for kind in tracked), any(kind not in BORN for kind in tracked)
        before = len(self.paragraphs)
        self._blocks(element, _Stand(stand.where, next(self._rows), 0, stand.born or born, stand.gone or gone))
        if tracked and len(self.paragraphs) > before:
            first = self.paragraphs[before]
            marks = tuple(mark(one, "row") for one in tracked.values())
            self.paragraphs[before] = replace(first, marks=(*first.marks, *marks))

    def _paragraph(self, element: _Element, stand: _Stand) -> None:
        read = Pieces(self.open, len(self.paragraphs)).read(element)
        ends = [one for one in element.iterfind(f"{W}pPr/{W}rPr/*") if _kind(one) in CHANGES]
        marks: list[Mark] = [*read.marks(), *(mark(one, "paragraph") for one in ends)]
        self.open.fields = [one for one in self.open.fields if one.shows]
        self.paragraphs.append(
            Paragraph(
                read.pieces(),
                tuple(marks),
                born=any(_kind(one) in BORN for one in ends),
                gone=any(_kind(one) not in BORN for one in ends),
                row=stand.row,
                cell=stand.cell,
                row_born=stand.born,
                row_gone=stand.gone,
                where="contents" if read.contents and stand.where == "text" else stand.where,
            )
        )


_ANCHORS: Final = tuple(f"{W}{name}" for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd"))


def _kind(element: _Element) -> str:
    return str(element.tag).removeprefix(W)


def marks_in(paragraphs: tuple[Paragraph, ...]) -> Iterator[tuple[int, Mark]]:
    """Yield every tracked change with the number of its paragraph."""
    for number, paragraph in enumerate(paragraphs):
        for one in paragraph.marks:
            yield number, one
