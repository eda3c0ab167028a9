"""An independent reader of tracked changes: what a Word file says once they all are accepted, or all rejected.

In: the bytes of a .docx file. Out: its paragraphs as text, with the numbers that Word's lists give them.

It shares no code with what writes the changes. Word's rules, as far as they bear on the text: what is inserted or moved to
goes when changes are rejected, what is deleted or moved from when they are accepted; a row goes whole; a paragraph whose
mark goes gives what is left of it to the paragraph after it (if nothing is left, its bookmarks go too), unless it is the
last of its story or cell, whose mark Word never removes; older properties of a paragraph come back when changes are
rejected. A field is told by its instruction and by the paragraph that its bookmark stands in: its stored result is what
Word works out anew. The contents are such a field, and left out.
"""

from __future__ import annotations

import hashlib
import io
import re
import zipfile
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lxml import etree

from section75.writers.docx.settled_numbers import Counting
from section75.writers.docx.xml import NAMESPACES, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from section75.comparison.settling import Side

GONE: Final = {"old": frozenset(map(tag, ("ins", "moveTo"))), "new": frozenset(map(tag, ("del", "moveFrom")))}
WORDS: Final = frozenset(map(tag, ("t", "delText")))
CODES: Final = frozenset(map(tag, ("instrText", "delInstrText")))
SIGNS: Final = {tag("br"): "\n", tag("tab"): "\t"}
FIRST: Final = ("DraftStrip", "CoverFoot")
"""Styles of words that stand in the head or foot of a page, or where the house's shell has no place for them, on it."""
LAYOUT: Final = "Section75Plain"
"""The style of tables that only set paragraphs side by side."""
POINTS_AT: Final = re.compile(r"(?<=REF )\S+")
BLIP: Final = f"{{{NAMESPACES['a']}}}blip"
EMBED: Final = f"{{{NAMESPACES['r']}}}embed"
FIXED_SPACE: Final = "\u00a0"
TABLE: Final = tag("tbl")
PARAGRAPH: Final = tag("p")
PROPERTIES: Final = tag("pPr")
BOOKMARK: Final = tag("bookmarkStart")
RUN: Final = tag("r")
FIELD: Final = tag("fldChar")
FIELD_KIND: Final = tag("fldCharType")
DRAWING: Final = tag("drawing")
ROW: Final = tag("tr")
CELL: Final = tag("tc")
NAME: Final = tag("name")
VALUE: Final = tag("val")
TABLE_PROPERTIES: Final = tag("tblPr")
TABLE_STYLE: Final = tag("tblStyle")
OLDER: Final = f"{tag('pPrChange')}/{PROPERTIES}"
OF_PARAGRAPH: Final = f"{PROPERTIES}/{tag('rPr')}"
OF_ROW: Final = tag("trPr")
"""Where the mark of a paragraph, and of a row, is told to be new or gone."""
_PARSER: Final = etree.XMLParser(resolve_entities=False, no_network=True)


@dataclass(slots=True)
class Line:
    """A paragraph, or the beginning of a table row: its words, the codes of its fields with their places among them, its bookmarks."""

    style: str = ""
    number: str = ""
    words: list[str] = field(default_factory=list)
    bookmarks: list[str] = field(default_factory=list)

    @property
    def empty(self) -> bool:
        """Whether it is a gap between tables or the like: nothing of the document stands in it."""
        return not any(self.words) and not self.bookmarks


class Opened:
    """A Word file unpacked, each of its parts parsed when it is first asked for; nobody changes them."""

    def __init__(self, data: bytes) -> None:
        """Unpack the file."""
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            self.package = {name: archive.read(name) for name in archive.namelist()}
        self._roots: dict[str, _Element] = {}

    def root(self, name: str) -> _Element:
        """Return the root of a part."""
        if name not in self._roots:
            self._roots[name] = etree.fromstring(self.package[name], _PARSER)
        return self._roots[name]


def paragraphs(file: bytes | Opened, side: Side) -> tuple[str, ...]:
    """Return the paragraphs of a Word file with all changes accepted (`new`) or rejected (`old`)."""
    reader = _Reader(file if isinstance(file, Opened) else Opened(file), side)
    found = [line for line in reader.lines() if not line.empty and not line.style.startswith("TOC")]
    ordered = [*(line for style in FIRST for line in found if line.style == style), *(line for line in found if line.style not in FIRST)]
    return tuple(_told(ordered))


def _told(lines: list[Line]) -> Iterator[str]:
    """Return each line as text; where a field points is told by the place of the line, and of the bookmark in it."""
    places = {name: f"{place}.{nth}" for place, line in enumerate(lines) for nth, name in enumerate(line.bookmarks)}
    for line in lines:
        words = "".join(POINTS_AT.sub(lambda found: places.get(found[0], "nowhere"), one) for one in line.words)
        yield f"{line.number}\t{words}".replace(FIXED_SPACE, " ") if line.number else words.replace(FIXED_SPACE, " ")


class _Reader:
    """One reading of one file."""

    def __init__(self, file: Opened, side: Side) -> None:
        self._package, self._root = file.package, file.root
        self._gone = GONE[side]
        self._side = side
        self._counting = Counting(self._root("word/styles.xml"), self._root("word/numbering.xml"))
        relations = self._root("word/_rels/document.xml.rels")
        self._media = {one.get("Id"): f"word/{one.get('Target', '')}".replace("word//word/", "word/") for one in relations}
        self._code: list[str] | None = None
        self._result = False

    def lines(self) -> Iterator[Line]:
        """Yield the paragraphs and rows of the text, and those of heads and feet that are words of the document."""
        for name in sorted(self._package):
            if name.startswith(("word/header", "word/footer")):
                yield from (line for line in self._story(self._root(name)) if line.style in FIRST)
        for body in self._root("word/document.xml").iterchildren(tag("body")):
            yield from self._story(body)

    def _story(self, holder: _Element) -> Iterator[Line]:
        """Yield the lines of a story or cell; what a paragraph without mark leaves goes to the next one."""
        left = Line()
        for element in holder:
            if element.tag == TABLE:
                yield from self._table(element)
            elif element.tag == PARAGRAPH:
                line = self._paragraph(element, left)
                left = Line()
                if element is not holder[-1] and self._is_gone(element, OF_PARAGRAPH):
                    left = line if any(line.words) else Line()
                else:
                    yield self._numbered(line, element)
        if not left.empty:
            yield left

    def _table(self, table: _Element) -> Iterator[Line]:
        style = table.find(f"{TABLE_PROPERTIES}/{TABLE_STYLE}")
        layout = style is not None and style.get(VALUE) == LAYOUT
        for row in table.iterchildren(ROW):
            if not self._is_gone(row, OF_ROW):
                if not layout:
                    yield Line(words=["[row]"])
                for cell in row.iterchildren(CELL):
                    yield from self._story(cell)

    def _is_gone(self, element: _Element, path: str) -> bool:
        properties = element.find(path)
        return properties is not None and any(one.tag in self._gone for one in properties)

    def _numbered(self, line: Line, element: _Element) -> Line:
        """Return the line with the style and number of its paragraph."""
        properties = element.find(PROPERTIES)
        older = None if properties is None else properties.find(OLDER)
        now = older if self._side == "old" and older is not None else properties
        line.style, line.number = self._counting.next(now)
        return line

    def _paragraph(self, element: _Element, left: Line) -> Line:
        """Return the words of a paragraph, after those that the one before it left."""
        line = Line(words=left.words, bookmarks=left.bookmarks)
        self._inside(element, line)
        return line

    def _inside(self, element: _Element, line: Line) -> None:
        for one in element:
            if one.tag in self._gone or one.tag == PROPERTIES:
                continue
            if one.tag == BOOKMARK:
                line.bookmarks.append(one.get(NAME, ""))
            elif one.tag == RUN:
                self._run(one, line)
            else:
                self._inside(one, line)

    def _run(self, run: _Element, line: Line) -> None:
        for one in run:
            if one.tag == FIELD:
                self._field(one.get(FIELD_KIND, ""), line)
            elif one.tag in CODES and self._code is not None:
                self._code.append(one.text or "")
            elif one.tag in WORDS and not self._result:
                line.words.append(one.text or "")
            elif one.tag in SIGNS and not self._result:
                line.words.append(SIGNS[one.tag])
            elif one.tag == DRAWING:
                line.words += [f"[{self._picture(blip)}]" for blip in one.iter(BLIP)]

    def _field(self, kind: str, line: Line) -> None:
        if kind == "begin":
            self._code = []
        elif kind == "separate":
            self._result = True
        else:
            line.words.append(f"{{{''.join(self._code or ()).strip()}}}")
            self._code, self._result = None, False

    def _picture(self, blip: _Element) -> str:
        return hashlib.sha256(self._package.get(self._media.get(blip.get(EMBED), ""), b"")).hexdigest()[:16]
