"""From elements to the tree of the document.

In: the elements of a text, and the reading that knows its lines and what its tokens print. Out: `Block`s in normal form:
neighbouring plain Texts are one, none is empty, runs of spaces are one space, and no content begins or ends with a space.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, Any, Final, cast

from section75.document import rows
from section75.document.replacing import replaced
from section75.document.tree import (
    Blank,
    Block,
    Column,
    Definition,
    Deleted,
    Inline,
    Inserted,
    Note,
    Reference,
    Strong,
    Text,
)
from section75.problems import Place
from section75.text.markup.inline import FAULTS
from section75.text.markup.signs import NAME, TOKEN, WAS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from xml.etree.ElementTree import Element

    from section75.document.tree import Ending, Kind, Was
    from section75.text.markup.reading import Reading

SPOKEN: Final = ("words", "heading")
SPACES: Final = re.compile(r"\s+")


def blocks(parent: Element, reading: Reading) -> tuple[Block, ...]:
    """Return the blocks of an element's children."""
    return tuple(_block(child, reading) for child in parent if not _is_words(child))


def _is_words(element: Element) -> bool:
    return element.tag in SPOKEN and element.get("at") is None


def _block(element: Element, reading: Reading) -> Block:
    line = reading.lines[int(element.get("at", "0"))]
    words = {child.tag: _content(child, element, reading) for child in element if _is_words(child)}
    if element.tag == "rows":
        return _rows(element, reading, Place(reading.file, line.number, line.indent + 1))
    return Block(
        kind=cast("Kind", element.tag),
        content=words.get("words", ()),
        children=blocks(element, reading),
        id=element.get("id", ""),
        heading=words.get("heading", ()),
        number=element.get("number", ""),
        fixed=element.get("fixed") is not None,
        end=cast("Ending", element.get("end", "")),
        role=element.get("role", ""),
        columns=tuple(map(_column, element.get("columns", "").split("|"))) if element.get("columns") else (),
        picture=element.get("picture", ""),
        change=element.get("change", ""),
        was=_was(element),
        place=Place(reading.file, line.number, line.indent + 1),
    )


def _was(element: Element) -> Was:
    """Return the fields that the older text of a redline had otherwise."""
    return tuple((name, older) for name in WAS if (older := element.get(f"was-{name}")) is not None)


def _rows(element: Element, reading: Reading, place: Place) -> Block:
    widths = element.get("columns")
    columns = tuple(map(_column, widths.split("|"))) if widths else rows.COLUMNS
    told = rows.table(blocks(element, reading), columns)
    return replaced(told, id=element.get("id", ""), change=element.get("change", ""), was=_was(element), place=place)


def _column(words: str) -> Column:
    width, align = words.split(" ")
    return Column(int(width), "right" if align == "right" else "left")


# ------------------------------------------------------------------ words


def _content(element: Element, block: Element, reading: Reading) -> tuple[Inline, ...]:
    return stripped(normal(_inlines(element, block, reading)))


def _inlines(element: Element, block: Element, reading: Reading) -> Iterator[Inline]:
    yield from _texts(element.text or "", reading)
    for child in element:
        yield from _mark(child, block, reading)
        yield from _texts(child.tail or "", reading)


def _texts(words: str, reading: Reading) -> Iterator[Inline]:
    """Yield words, and what the tokens between them print."""
    for ordinal, part in enumerate(TOKEN.split(words)):
        if ordinal % 2:
            yield from reading.things(part)
        else:
            yield Text(part)


def _mark(element: Element, block: Element, reading: Reading) -> Iterator[Inline]:
    match element.tag:
        case "note":
            yield Note(reading.spelt(element.text or "").strip())
        case "blank":
            yield Blank(reading.spelt(element.text or "").strip())
        case "reference":
            yield _reference(element, block, reading)
        case "refused":
            message, remedy = FAULTS[element.get("sign", "")]
            _fault(element.text or "", block, reading, message, remedy)
        case _:
            yield HOLDERS[element.tag](normal(_inlines(element, block, reading)))


HOLDERS: Final[dict[str, Any]] = {"strong": Strong, "definition": Definition, "inserted": Inserted, "deleted": Deleted}


def _reference(element: Element, block: Element, reading: Reading) -> Reference:
    """Return a reference. Numbering may have left it odd words, or none; a lawyer may not."""
    written, label = element.get("target", ""), reading.spelt(element.text or "")
    label = label if reading.record else label.strip()
    target = reading.spelt(written)
    if not label and not reading.record:
        _fault("[](", block, reading, *FAULTS["link"])
    if not NAME.fullmatch(target):
        remedy = "A name is small letters, figures and hyphens, as in (#pooled-fund)."
        _fault(f"(#{written}", block, reading, f"“{target}” is no name.", remedy)
    was = element.get("was", "")
    if was and not reading.record:
        _fault("[", block, reading, *FAULTS["link"])
    return Reference(target, label, was)


def _fault(signs: str, block: Element, reading: Reading, message: str, remedy: str) -> None:
    """Note a fault where the signs next stand in the lines of the block, or else where the block begins."""
    first = int(block.get("at", "0"))
    before = reading.found.get(first, (first, -1))
    for sought in filter(None, (signs, signs[:1])):
        for line in reading.lines[before[0] : first + int(block.get("lines", "1"))]:
            offset = line.raw.find(sought, before[1] + 1 if line.index == before[0] else 0)
            if offset >= 0:
                reading.found[first] = (line.index, offset + len(sought) - 1)
                reading.fault(line, offset, message, remedy)
                return
    reading.fault(reading.lines[first], reading.lines[first].indent, message, remedy)


# ------------------------------------------------------------------ normal form


def normal(inlines: Iterable[Inline]) -> tuple[Inline, ...]:
    """Return inlines with neighbouring plain words and neighbouring bold words joined, and nothing empty.

    >>> normal([Text("the "), Text(""), Text(" Council "), Note("which?")])
    (Text(words='the Council', fact=''), Note(words='which?'))
    """
    joined: list[Inline] = []
    for inline in inlines:
        match joined[-1] if joined else None, inline:
            case _, Text(words=""):
                continue
            case Text(words=before, fact=""), Text(words=words, fact=""):
                joined[-1] = Text(before + words)
            case Strong(content=before_it), Strong(content=content):
                joined[-1] = Strong(normal((*before_it, *content)))
            case _:
                joined.append(inline)
    return tuple(inline for inline in _spaced(joined) if inline != Text(""))


def _spaced(inlines: list[Inline]) -> Iterator[Inline]:
    """Yield inlines with single spaces, and none before a note, which prints nothing in the line."""
    for inline, after in zip_longest(inlines, inlines[1:]):
        if isinstance(inline, Text) and not inline.fact:
            words = SPACES.sub(" ", inline.words)
            yield Text(words.rstrip(" ") if isinstance(after, Note) else words)
        else:
            yield inline


def stripped(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return content without the spaces at its two ends, notes left out of account."""
    printed = [number for number, inline in enumerate(content) if not isinstance(inline, Note)]
    if not printed:
        return content
    ends = list(content)
    for number, strip in ((printed[0], str.lstrip), (printed[-1], str.rstrip)):
        inline = ends[number]
        if isinstance(inline, Text) and not inline.fact:
            ends[number] = Text(strip(inline.words))
    return tuple(inline for inline in ends if inline != Text(""))
