"""Checks of paragraphs, tables and pictures.

In: a `Package`. Out: faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.writers.docx.xml import NAMESPACES, tag

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml.etree import _Element

    from section75.writers.docx.lint_package import Package

WORDS: Final = frozenset(map(tag, ("t", "delText", "instrText", "delInstrText")))
DRAWN: Final = f"{{{NAMESPACES['wp']}}}docPr"
SHAPE: Final = f"{{{NAMESPACES['v']}}}shape"


def stray_text(package: Package) -> Iterator[str]:
    """Words stand in runs only."""
    for name, root in package.stories():
        for element in root.iter(f"{{{NAMESPACES['w']}}}*"):
            own = "" if element.tag in WORDS else element.text or ""
            for words in (own.strip(), (element.tail or "").strip()):
                if words:
                    yield f"{name}: the words “{words[:40]}” stand outside a run."


def styles(package: Package) -> Iterator[str]:
    """Every style that is used is there, in the text and among the styles."""
    root = package.roots["word/styles.xml"]
    known = {style.get(tag("styleId")) for style in root.iter(tag("style"))}
    uses = [*package.each("pStyle", "rStyle", "tblStyle")]
    uses += [("word/styles.xml", one) for one in root.iter(*map(tag, ("basedOn", "next", "link")))]
    uses += [("word/numbering.xml", one) for one in _numbering(package).iter(tag("pStyle"))]
    for missing in sorted({(name, one.get(tag("val"), "")) for name, one in uses if one.get(tag("val")) not in known}):
        yield f"{missing[0]}: the style {missing[1]} is missing."


def _numbering(package: Package) -> _Element:
    return package.roots.get("word/numbering.xml", package.roots["word/styles.xml"])


def lists(package: Package) -> Iterator[str]:
    """Every list and level that is used is there."""
    numbering = _numbering(package)
    levels = {
        one.get(tag("abstractNumId")): {level.get(tag("ilvl")) for level in one.iter(tag("lvl"))}
        for one in numbering.iter(tag("abstractNum"))
    }
    known: dict[str | None, set[str | None]] = {"0": set()}
    for one in numbering.iter(tag("num")):
        kind = _value(one, "abstractNumId")
        if kind not in levels:
            yield f"word/numbering.xml: list {one.get(tag('numId'))} is of a kind {kind}, which is missing."
        known[one.get(tag("numId"))] = levels.get(kind, set())
    uses = [*package.each("numPr")]
    uses += [("word/styles.xml", one) for one in package.roots["word/styles.xml"].iter(tag("numPr"))]
    for name, one in uses:
        number, level = _value(one, "numId"), _value(one, "ilvl") or "0"
        if number not in known:
            yield f"{name}: the list {number} is missing."
        elif number != "0" and level not in known[number]:
            yield f"{name}: level {level} of list {number} is missing."


def _value(element: _Element, name: str) -> str | None:
    found = element.find(tag(name))
    return None if found is None else found.get(tag("val"))


def cells(package: Package) -> Iterator[str]:
    """Every cell ends with a paragraph, and every row has a cell."""
    for name, cell in package.each("tc"):
        if len(cell) == 0 or cell[-1].tag != tag("p"):
            yield f"{name}: a cell does not end with a paragraph."
    for name, row in package.each("tr"):
        if row.find(tag("tc")) is None:
            yield f"{name}: a row has no cell."


def tables(package: Package) -> Iterator[str]:
    """Every table is named and described, marks its header, and stands apart from the next."""
    for name, table in package.each("tbl"):
        properties = table.find(tag("tblPr"))
        title = None if properties is None else _value(properties, "tblCaption")
        if not title or properties is None or not _value(properties, "tblDescription"):
            yield f"{name}: a table has no caption or no description for a screen reader."
        yield from (f"{name}: the table “{title}” {fault}" for fault in _rows(table))
        after = table.getnext()
        if after is not None and after.tag == tag("tbl"):
            yield f"{name}: the table “{title}” touches the next one."


def _rows(table: _Element) -> Iterator[str]:
    rows = table.findall(tag("tr"))
    headers = [row.find(f"{tag('trPr')}/{tag('tblHeader')}") is not None for row in rows]
    look = table.find(f"{tag('tblPr')}/{tag('tblLook')}")
    if look is not None and int(look.get(tag("val"), "0"), 16) & 0x20 and headers[:1] != [True]:
        yield "does not mark its header row."
    if headers != sorted(headers, reverse=True):
        yield "marks a header row that is not at its top."
    columns = len(table.findall(f"{tag('tblGrid')}/{tag('gridCol')}"))
    if any(len(row.findall(tag("tc"))) != columns for row in rows):
        yield "has a row with more or fewer cells than columns."


def pictures(package: Package) -> Iterator[str]:
    """Every picture has an alternative text, and an id of its own."""
    for name, root in package.stories():
        drawn = list(root.iter(DRAWN))
        if any(not one.get("descr") for one in drawn) or any(not one.get("alt") for one in root.iter(SHAPE)):
            yield f"{name}: a picture has no alternative text."
        if len({one.get("id") for one in drawn}) < len(drawn):
            yield f"{name}: two pictures have the same id."
