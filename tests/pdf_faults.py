"""What page-validation lets pass and a reader of a PDF would still miss: our own checks of its tags, links, bookmarks and fonts.

In: the bytes of a PDF, and the page that it is made of. Out: `faults`, as sentences; none if it is sound.
"""

from __future__ import annotations

import re
from html import unescape
from itertools import pairwise
from typing import TYPE_CHECKING

from reading import squeezed
from tagged_pdf import Link, Tag, Tagged

if TYPE_CHECKING:
    from collections.abc import Iterator

HEADINGS = ("H1", "H2", "H3", "H4", "H5", "H6")
AS_WIDE_AS_ARIAL = ("Liberation-Sans", "Arimo", "Arial")
XMP_PART = "pdfuaid:part"


def faults(data: bytes, page: str) -> list[str]:
    """Return every fault of a PDF."""
    read = Tagged(data)
    return [fault for check in CHECKS for fault in check(read, page)]


def titled(read: Tagged, page: str) -> Iterator[str]:
    """The window shows the title, which is that of the page; the language is British English."""
    title = unescape(re.search("<title>(.*?)</title>", page)[1])
    root = read.pdf.Root
    if root.get("/Lang") != "en-GB":
        yield "the language is not en-GB"
    if not root.get("/ViewerPreferences", {}).get("/DisplayDocTitle"):
        yield "a window would show the name of the file and not the title"
    if not (title and read.pdf.docinfo.get("/Title") == title):
        yield f"the title is “{read.pdf.docinfo.get('/Title')}” and not “{title}”"
    with read.pdf.open_metadata() as told:
        if told.get("dc:title") != title or told.get(XMP_PART) != "1":
            yield f"the metadata tell another title, “{told.get('dc:title')}”, or do not claim PDF/UA-1"


def marked(read: Tagged, _page: str) -> Iterator[str]:
    """All words are tagged or decoration, and the pages are walked in the order of the tags."""
    if not read.pdf.Root.get("/MarkInfo", {}).get("/Marked"):
        yield "it is not marked as tagged"
    yield from (f"“{words[:60]}” is neither tagged nor decoration" for words in read.untagged)
    yield from (
        f"page {number} is not walked in the order of its tags" for number, one in enumerate(read.pdf.pages, 1) if one.get("/Tabs") != "/S"
    )


def in_order(read: Tagged, page: str) -> Iterator[str]:
    """The tags hold the words of the page, all of them and in their order.

    Heads of tables may come again on each page, and lines of the contents end with the number of a page.
    """
    expected, at = _solid(_words_of(page)), 0
    for words, again in _pieces(read.root):
        said = _solid(words)
        if expected.startswith(said, at):
            at += len(said)
        elif not again:
            yield f"the tags say “{words[:80]}” where “{expected[at : at + 80]}” is due"
            return
    if at < len(expected):
        yield f"the tags end before “{expected[at : at + 80]}”"


def _pieces(tag: Tag) -> Iterator[tuple[str, bool]]:
    """Yield the pieces of words in order, and whether it may come again; pictures and numbers of pages are left out."""
    for one in tag.holds:
        if isinstance(one, str):
            yield one, False
        elif isinstance(one, Tag) and one.role == "THead":
            yield one.words, True
        elif isinstance(one, Tag) and one.role != "Figure" and not (tag.role == "Link" and one.words.isdecimal()):
            yield from _pieces(one)


def _words_of(page: str) -> str:
    return unescape(re.sub(r"<[^>]*>", "", page.partition("<body")[2].partition(">")[2]))


def _solid(words: str) -> str:
    """Return words without white space, and without the capitals in which a house may dress them."""
    return re.sub(r"\s+", "", words).casefold()


def headed(read: Tagged, _page: str) -> Iterator[str]:
    """Headings begin with one first, skip no level, and each has its bookmark, as deep as it stands."""
    found = read.root.named(*HEADINGS)
    levels = [int(tag.role[1]) for tag in found]
    if levels.count(1) != 1 or levels[0] != 1:
        yield f"the headings do not begin with the only first one: {levels[:5]}"
    yield from (f"“{tag.words}” skips a level" for tag, (above, own) in zip(found[1:], pairwise(levels), strict=True) if own > above + 1)
    bookmarks = read.bookmarks()
    said = [(_solid(tag.words), level) for tag, level in zip(found, levels, strict=True)]
    told = [(_solid(mark.words), mark.depth) for mark in bookmarks]
    yield from (f"the bookmark of the heading {one} is {other}" for one, other in zip(said, told, strict=False) if one != other)
    if len(said) != len(told):
        yield f"{len(said)} headings have {len(told)} bookmarks"
    pairs = zip(found, bookmarks, strict=False)
    yield from (f"the bookmark “{mark.words}” leads to another page" for tag, mark in pairs if mark.page != tag.page)


def tabled(read: Tagged, _page: str) -> Iterator[str]:
    """Each table is regular, has headings that say what they head, and each of its cells names its headings."""
    for table in read.root.named("Table"):
        name = f"the table “{table.words[:40]}” on page {table.page + 1}"
        rows = [[cell for cell in row.holds if isinstance(cell, Tag)] for row in table.named("TR")]
        if len({sum(int(str(cell.attributes.get("ColSpan", 1))) for cell in row) for row in rows}) != 1:
            yield f"{name} has rows of different length"
        if any(cell.role not in ("TH", "TD") for row in rows for cell in row):
            yield f"{name} has something else than cells in its rows"
        heads = {str(cell.attributes.get("ID")) for row in rows for cell in row if cell.role == "TH"}
        if not heads:
            yield f"{name} has no headings"
        if any(cell.attributes.get("Scope") not in ("/Column", "/Row") for cell in table.named("TH")):
            yield f"{name} has a heading that does not say what it heads"
        for cell in table.named("TD"):
            named = cell.attributes.get("Headers") or []
            if heads and not (named and set(named) <= heads):
                yield f"{name} has a cell, “{cell.words[:30]}”, that names no heading"


def linked(read: Tagged, _page: str) -> Iterator[str]:
    """Each link stands in the tags, with words, and says these words of itself."""
    count = 0
    for tag in read.root.named("Link"):
        links = [one for one in tag.holds if isinstance(one, Link)]
        count += len(links)
        words = squeezed("".join(one for one in tag.holds if isinstance(one, str)))
        for link in links:
            if not words or _solid(words) not in _solid(link.contents):
                yield f"the link “{words}” on page {tag.page + 1} says “{link.contents}” of itself"
    if count != len(read.links):
        yield f"of {len(read.links)} links {count} stand in the tags"


def pictured(read: Tagged, page: str) -> Iterator[str]:
    """Each picture is told, as on the page."""
    told = [tag.attributes.get("Alt", "") for tag in read.root.named("Figure")]
    asked = [unescape(words) for words in re.findall(r'<img alt="([^"]*)"', page)]
    if told != asked or not all(told):
        yield f"the pictures are told as {told} and not as {asked}"


def embedded(read: Tagged, _page: str) -> Iterator[str]:
    """Every font is in the file, and as wide as Arial."""
    for font in read.fonts:
        name = str(font.get("/FontName", "")).partition("+")[2]
        if not name.startswith(AS_WIDE_AS_ARIAL):
            yield f"it is printed in {name}"
        if not any(key in font for key in ("/FontFile", "/FontFile2", "/FontFile3")):
            yield f"the font {name} is not in the file"


CHECKS = (titled, marked, in_order, headed, tabled, linked, pictured, embedded)
