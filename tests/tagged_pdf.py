"""Reads a tagged PDF as a screen reader does: its elements in the order of the tags, each with what it says.

In: the bytes of a PDF. Out: `Tagged`, with the tree of its elements, its links, its bookmarks and its fonts.
"""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

import pikepdf

if TYPE_CHECKING:
    from collections.abc import Iterator

TEXT = "BDC BMC EMC Tf Tj TJ"
RANGES = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]+)>")
PAIRS = re.compile(rb"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>")


@dataclass
class Tag:
    """An element: its role, its attributes, the page it begins on, and the words, links and elements that it holds, in order."""

    role: str
    page: int
    attributes: dict[str, object]
    holds: list[Tag | Link | str] = field(default_factory=list)

    def all(self) -> Iterator[Tag]:
        yield self
        for one in self.holds:
            if isinstance(one, Tag):
                yield from one.all()

    def named(self, *roles: str) -> list[Tag]:
        return [tag for tag in self.all() if tag.role in roles]

    def leaves(self, inside: tuple[str, ...] = ()) -> Iterator[tuple[tuple[str, ...], str]]:
        """Yield the pieces of words in order, each with the roles that it stands in."""
        for one in self.holds:
            if isinstance(one, Tag):
                yield from one.leaves((*inside, one.role))
            elif isinstance(one, str):
                yield inside, one

    @property
    def words(self) -> str:
        return "".join(words for _, words in self.leaves())


@dataclass
class Link:
    """A link: what it says of itself to those who do not see it."""

    contents: str


@dataclass
class Bookmark:
    """A bookmark: how deep it stands, its words, and the page that it leads to, if it leads anywhere."""

    depth: int
    words: str
    page: int | None


class Tagged:
    """A PDF, opened."""

    def __init__(self, data: bytes) -> None:
        self.pdf = pikepdf.open(io.BytesIO(data))
        self._pages = {page.objgen: number for number, page in enumerate(self.pdf.pages)}
        self._said = [_said(page) for page in self.pdf.pages]
        self.root = Tag("Root", 0, {})
        self._read(self.pdf.Root.StructTreeRoot, self.root, 0)

    def _read(self, element: pikepdf.Object, into: Tag, page: int) -> None:
        held = element.get("/K", [])
        for one in held if isinstance(held, pikepdf.Array) else [held]:
            if not isinstance(one, pikepdf.Dictionary):
                into.holds.append(self._said[page].pop(int(one)))
            elif one.get("/Type") == "/OBJR":
                into.holds.append(Link(str(one.Obj.get("/Contents", ""))))
            elif one.get("/Type") == "/MCR":
                into.holds.append(self._said[self._page(one, page)].pop(int(one.MCID)))
            else:
                at = self._page(one, page)
                tag = Tag(str(one.S)[1:], at, _attributes(one))
                into.holds.append(tag)
                self._read(one, tag, at)

    def _page(self, element: pikepdf.Object, otherwise: int) -> int:
        return self._pages[element.Pg.objgen] if "/Pg" in element else otherwise

    @property
    def untagged(self) -> list[str]:
        """Words that stand on a page and neither in the tree nor among what is decoration."""
        return [words for said in self._said for words in said.values() if words.strip()]

    @property
    def links(self) -> list[pikepdf.Object]:
        return [one for page in self.pdf.pages for one in page.get("/Annots", []) if one.Subtype == "/Link"]

    @property
    def fonts(self) -> list[pikepdf.Object]:
        """The descriptors of all fonts of the pages and of the pictures on them."""
        found = {}
        waiting = [page.get("/Resources") for page in self.pdf.pages]
        while waiting:
            resources = waiting.pop() or {}
            for font in resources.get("/Font", {}).values():
                descendant = font.get("/DescendantFonts", [font])[0]
                found[font.objgen] = descendant.get("/FontDescriptor", descendant)
            waiting += [form.get("/Resources") for form in resources.get("/XObject", {}).values() if form.get("/Subtype") == "/Form"]
        return list(found.values())

    def bookmarks(self) -> list[Bookmark]:
        with self.pdf.open_outline() as outline:
            return list(self._bookmarks(outline.root, 1))

    def _bookmarks(self, items: list[pikepdf.OutlineItem], depth: int) -> Iterator[Bookmark]:
        for item in items:
            target = item.destination
            page = self._pages.get(target[0].objgen) if isinstance(target, pikepdf.Array | list) and target else None
            yield Bookmark(depth, item.title, page)
            yield from self._bookmarks(item.children, depth + 1)


def _attributes(element: pikepdf.Object) -> dict[str, object]:
    """Return the alternative text, the name and the table attributes of an element."""
    own = element.get("/A", {})
    found: dict[str, object] = {key[1:]: str(element[key]) for key in ("/Alt", "/ID") if key in element}
    found.update({key[1:]: str(own[key]) for key in ("/Scope", "/ColSpan", "/RowSpan") if key in own})
    found.update({"Headers": [str(one) for one in own.Headers]} if "/Headers" in own else {})
    return found


def _said(page: pikepdf.Page) -> dict[int, str]:
    """Return what each marked piece of a page says; words outside all pieces stand under -1, decoration is left out."""
    letters = {name: _letters(font) for name, font in page.get("/Resources", {}).get("/Font", {}).items()}
    said: dict[int, str] = {}
    inside: list[int | None] = []
    font: dict[int, str] = {}
    for operands, operator in pikepdf.parse_content_stream(page, TEXT):
        match str(operator):
            case "BDC":
                inside.append(_piece(operands, inside))
                if inside[-1] is not None:
                    said.setdefault(inside[-1], "")
            case "BMC":
                inside.append(None if operands[0] == "/Artifact" else inside[-1] if inside else -1)
            case "EMC":
                inside.pop()
            case "Tf":
                font = letters[str(operands[0])]
            case _:
                piece = inside[-1] if inside else -1
                if piece is not None:
                    said[piece] = said.get(piece, "") + _words(operands[0], font)
    return said


def _piece(operands: list[pikepdf.Object], inside: list[int | None]) -> int | None:
    if operands[0] == "/Artifact":
        return None
    properties = operands[1]
    number = properties.get("/MCID") if isinstance(properties, pikepdf.Dictionary) else None
    return int(number) if number is not None else inside[-1] if inside else -1


def _words(operand: pikepdf.Object, letters: dict[int, str]) -> str:
    strings = operand if isinstance(operand, pikepdf.Array) else [operand]
    codes = b"".join(bytes(one) for one in strings if isinstance(one, pikepdf.String))
    return "".join(letters.get(int.from_bytes(codes[at : at + 2]), "\ufffd") for at in range(0, len(codes), 2))


def _letters(font: pikepdf.Object) -> dict[int, str]:
    """Return the letters that each code of a font stands for."""
    table = font.ToUnicode.read_bytes()
    found: dict[int, str] = {}
    for block in re.findall(rb"beginbfchar(.*?)endbfchar", table, re.DOTALL):
        found.update({int(code, 16): bytes.fromhex(to.decode()).decode("utf-16-be") for code, to in PAIRS.findall(block)})
    for block in re.findall(rb"beginbfrange(.*?)endbfrange", table, re.DOTALL):
        for first, last, to in RANGES.findall(block):
            begin = int(to, 16)
            found.update({code: chr(begin + code - int(first, 16)) for code in range(int(first, 16), int(last, 16) + 1)})
    return found
