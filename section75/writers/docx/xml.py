"""WordprocessingML as strings: the few shapes that a body is made of, and the one place that escapes words.

In: words, style ids and measures in twips. Out: XML text with the prefixes of `NAMESPACES`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

W: Final = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES: Final = {
    "w": W,
    "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "pic": "http://schemas.openxmlformats.org/drawingml/2006/picture",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "v": "urn:schemas-microsoft-com:vml",
    "o": "urn:schemas-microsoft-com:office:office",
}
DECLARED: Final = " ".join(f'xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
HEADER: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_SIGNS = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})
_PARTS = re.compile("([\n\t])")


def printable(words: str) -> str:
    """Return the words with a visible sign for each character that XML cannot hold."""
    return _NOT_XML.sub("\ufffd", words)


def escape(words: str) -> str:
    """Return words as XML text or attribute value."""
    return printable(words).translate(_SIGNS)


@cache
@cache
def tag(name: str) -> str:
    """Return the full name of an element or attribute of WordprocessingML."""
    return f"{{{W}}}{name}"


def text(words: str, *, deleted: bool = False) -> str:
    """Return what a run holds: words, line breaks and tabs."""
    element = "w:delText" if deleted else "w:t"
    signs = {"\n": "<w:br/>", "\t": "<w:tab/>", "": ""}
    return "".join(
        signs[part] if part in signs else f'<{element} xml:space="preserve">{escape(part)}</{element}>' for part in _PARTS.split(words)
    )


def run(content: str, properties: str = "") -> str:
    """Return a run around content that is already XML."""
    return f"<w:r>{f'<w:rPr>{properties}</w:rPr>' if properties else ''}{content}</w:r>"


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: its style, and the few direct formats that a style cannot give.

    `loose` takes away a style's keeping with what follows. `number` is (list, level), where it differs from the
    style's own; list 0 is none. `mark` holds the properties of the paragraph mark, which is how a whole paragraph
    is tracked, and `was` its older properties, where they are tracked too. Measures are twips.
    """

    style: str
    content: str = ""
    keep: bool = False
    loose: bool = False
    breaks: bool = False
    number: tuple[int, int] | None = None
    before: int | None = None
    after: int | None = None
    left: int | None = None
    hanging: int = 0
    mark: str = ""
    was: str = ""

    def xml(self) -> str:
        """Return the paragraph."""
        return f"<w:p>{self.properties()}{self.content}</w:p>"

    def properties(self) -> str:
        """Return the properties alone."""
        return f"<w:pPr>{''.join(self._properties())}</w:pPr>"

    def _properties(self) -> Iterable[str]:
        yield f'<w:pStyle w:val="{escape(self.style)}"/>'
        if self.loose:
            yield '<w:keepNext w:val="0"/>'
        elif self.keep:
            yield "<w:keepNext/>"
        if self.breaks:
            yield "<w:pageBreakBefore/>"
        if self.number is not None:
            yield f'<w:numPr><w:ilvl w:val="{self.number[1]}"/><w:numId w:val="{self.number[0]}"/></w:numPr>'
        if self.before is not None or self.after is not None:
            yield f"<w:spacing{_attribute('before', self.before)}{_attribute('after', self.after)}/>"
        if self.left is not None:
            yield f'<w:ind w:left="{self.left}" w:hanging="{self.hanging}"/>'
        if self.mark:
            yield f"<w:rPr>{self.mark}</w:rPr>"
        yield self.was


def _attribute(name: str, value: int | None) -> str:
    return "" if value is None else f' w:{name}="{value}"'


@dataclass(frozen=True, slots=True)
class Table:
    """A table: its style, columns, what a screen reader says of it, and its rows as XML."""

    style: str
    widths: tuple[int, ...]
    title: str
    description: str
    rows: str
    look: str = "0000"
    right: bool = False

    def xml(self) -> str:
        """Return the table; its layout is fixed."""
        grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in self.widths)
        place = _RIGHT if self.right else ""
        return (
            f'<w:tbl><w:tblPr><w:tblStyle w:val="{self.style}"/><w:tblW w:w="{sum(self.widths)}" w:type="dxa"/>'
            f'{place}<w:tblLayout w:type="fixed"/>{_look(self.look)}'
            f'<w:tblCaption w:val="{escape(self.title)}"/><w:tblDescription w:val="{escape(self.description)}"/>'
            f"</w:tblPr><w:tblGrid>{grid}</w:tblGrid>{self.rows}</w:tbl>"
        )


_RIGHT: Final = '<w:jc w:val="right"/>'
_FLAGS: Final = (
    ("firstRow", 0x20), ("lastRow", 0x40), ("firstColumn", 0x80), ("lastColumn", 0x100), ("noHBand", 0x200),
    ("noVBand", 0x400),
)  # fmt: skip


def _look(mask: str) -> str:
    flags = " ".join(f'w:{name}="{int(bool(int(mask, 16) & bit))}"' for name, bit in _FLAGS)
    return f'<w:tblLook w:val="{mask}" {flags}/>'


def row(cells: str, *, header: bool = False, splits: bool = False, mark: str = "") -> str:
    """Return a table row that no page splits, unless it is said that one may; a header row is repeated on each page.

    `mark` says that the whole row is tracked.
    """
    kept = "" if splits else f"<w:cantSplit/>{'<w:tblHeader/>' if header else ''}"
    properties = f"<w:trPr>{kept}{mark}</w:trPr>" if kept or mark else ""
    return f"<w:tr>{properties}{cells}</w:tr>"


def cell(width: int, content: str, mark: str = "") -> str:
    """Return a cell; Word refuses one that does not end with a paragraph, and removes no last one.

    `mark` says that the row is tracked, and with it all paragraphs.
    """
    ends = content.endswith("</w:p>") and (bool(mark) or not _tracked_at_end(content))
    ending = "" if ends else gap(mark)
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr>{content}{ending}</w:tc>'


def gap(mark: str = "") -> str:
    """Return the narrow paragraph that Word needs after a table."""
    return Paragraph("TableGap", mark=mark).xml()


def closed(content: str) -> str:
    """Return a story with a narrow paragraph at its end, if its last one is tracked: that one Word could never remove."""
    return content + gap() if _tracked_at_end(content) else content


def _tracked_at_end(content: str) -> bool:
    """Return whether the mark of the last paragraph is new or gone; marks have no other properties."""
    last = content[content.rfind("<w:p><w:pPr>") :]
    return "<w:rPr>" in last.partition("</w:pPr>")[0]
