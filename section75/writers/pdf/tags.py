"""What a PDF says to those who do not see it, beyond what the engine writes.

In: the pages as laid out, and the PDF as the engine is about to write it. Out: nothing; the PDF is changed in place. A link says its own
words, and not the name of the place that it leads to (PDF/UA-1, 7.18.5); a heading of a table says whether it heads a column or a row
(7.5); a line of the contents is one link, whose dots are not read out; and what stands outside the tree of tags is marked as decoration
(7.1): the head and foot of each page, and those dots.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydyf import PDF, Dictionary, Stream
    from weasyprint import Document as Pages


def complete(pages: Pages, pdf: PDF) -> None:
    """Complete the tags of a PDF that is about to be written."""
    _tell_links(pages, pdf)
    _tell_headings(pdf)
    _close_up_contents(pdf)
    _set_decoration_apart(pdf)


def _tell_links(pages: Pages, pdf: PDF) -> None:
    """Give each link its own words; the engine has given it the name of its target."""
    string = type(pdf.info["Producer"])  # a string as PDF writes it
    for page in pages.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001 - the engine has no other door to what was laid out
            if (link := getattr(box, "link_annotation", None)) is not None:
                link["Contents"] = string(" ".join("".join(box.element.itertext()).split()))


def _tell_headings(pdf: PDF) -> None:
    """Say of each heading of a table what it heads: those of its head their columns, all others their rows."""
    for cell in _elements(pdf, "/TH"):
        group = _above(pdf, _above(pdf, cell))
        cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _close_up_contents(pdf: PDF) -> None:
    """Make one link of each line of the contents.

    The engine makes one of the words, in it one of the number of the page, and in that one of the leader. The second stays to be clicked
    on, but as a part of the first; the third goes.
    """
    inner = [link for link in _elements(pdf, "/Link") if _above(pdf, link)["S"] == "/Link"]
    leaders = [link for link in inner if _above(pdf, _above(pdf, link))["S"] == "/Link"]
    gone, owners = {leader.number for leader in leaders}, _owners(pdf)
    for leader in leaders:
        _above(pdf, leader)["K"].remove(leader.reference)
        for mark in _marks(pdf, leader):
            _at(pdf, mark["Pg"])["Annots"].remove(mark["Obj"])
            owners[2 * _at(pdf, mark["Obj"])["StructParent"] + 1] = "null"
    for number in (link for link in inner if link.number not in gone):
        number["S"] = "/Span"
        for mark in _marks(pdf, number):
            number["K"].remove(mark.reference)
            _above(pdf, number)["K"].append(mark.reference)
            owners[2 * _at(pdf, mark["Obj"])["StructParent"] + 1] = number["P"]


def _marks(pdf: PDF, link: Dictionary) -> list[Dictionary]:
    """Return what ties a link to the areas of pages that can be clicked on."""
    held = [_at(pdf, one) for one in link["K"] if isinstance(one, bytes)]
    return [one for one in held if one["Type"] == "/OBJR"]


def _set_decoration_apart(pdf: PDF) -> None:
    """Mark as decoration what the tree of tags does not reach: the engine leaves heads and feet of pages there, and we the leaders."""
    tree = _at(pdf, pdf.catalog["StructTreeRoot"])
    reached = set(_reached(pdf, tree["K"]))
    numbers = _owners(pdf)
    pages = [_at(pdf, reference) for reference in pdf.page_references]
    for page, owners in zip(pages, numbers[1::2], strict=False):  # after those of the pages come those of links
        apart = {piece for piece, owner in enumerate(owners) if _number(owner) not in reached}
        _mark(_at(pdf, page["Contents"]), apart)
        for piece in apart:
            _at(pdf, owners[piece]).clear()
            owners[piece] = "null"


def _reached(pdf: PDF, held: list[object]) -> Iterator[int]:
    """Yield the numbers of all objects of the tree; what else it holds are the pieces of a page, as plain numbers."""
    for one in held:
        if isinstance(one, bytes):
            yield _number(one)
            yield from _reached(pdf, _at(pdf, one).get("K", []))


def _mark(stream: Stream, apart: set[int]) -> None:
    """Turn the named pieces of a page into decoration."""
    written = stream.stream
    for at, operator in enumerate(written):
        if operator == b"BDC" and written[at - 1].get("MCID") in apart:
            written[at - 2], written[at - 1] = "/Artifact", type(written[at - 1])({"Type": "/Pagination"})


def _elements(pdf: PDF, role: str) -> Iterator[Dictionary]:
    return (one for one in pdf.objects if isinstance(one, dict) and one.get("S") == role)


def _above(pdf: PDF, element: Dictionary) -> Dictionary:
    return _at(pdf, element["P"])


def _owners(pdf: PDF) -> list[Any]:
    """Return, after its number, the elements that hold the pieces of each page, and after those the element that holds each link."""
    owners: list[Any] = _at(pdf, _at(pdf, pdf.catalog["StructTreeRoot"])["ParentTree"])["Nums"]
    return owners


def _at(pdf: PDF, reference: bytes) -> Dictionary:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
