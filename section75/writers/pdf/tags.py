"""What a PDF says to those who do not see it, beyond what the engine writes.

In: the pages as laid out, and the PDF as the engine is about to write it. Out: nothing; the PDF is changed in place. A link says its own
words, and not the name of the place that it leads to (PDF/UA-1, 7.18.5); a heading of a table says whether it heads a column or a row
(7.5); the head and foot of each page are marked as decoration, which the engine leaves outside the tree of tags unmarked (7.1).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydyf import PDF, Dictionary, Stream
    from weasyprint import Document as Pages


def complete(pages: Pages, pdf: PDF) -> None:
    """Complete the tags of a PDF that is about to be written."""
    _tell_links(pages, pdf)
    _tell_headings(pdf)
    _set_furniture_apart(pdf)


def _tell_links(pages: Pages, pdf: PDF) -> None:
    """Give each link its own words; the engine has given it the name of its target."""
    string = type(pdf.info["Producer"])
    for page in pages.pages:
        for box in page._page_box.descendants(placeholders=True):  # noqa: SLF001 - the engine has no other door to what was laid out
            if (link := getattr(box, "link_annotation", None)) is not None:
                link["Contents"] = string(" ".join("".join(box.element.itertext()).split()))


def _tell_headings(pdf: PDF) -> None:
    """Say of each heading of a table what it heads: those of its head their columns, all others their rows."""
    for cell in _elements(pdf, "/TH"):
        group = _at(pdf, _at(pdf, cell["P"])["P"])
        cell["A"]["Scope"] = "/Column" if group["S"] == "/THead" else "/Row"


def _set_furniture_apart(pdf: PDF) -> None:
    """Mark as decoration what the tree of tags does not reach: the engine puts nothing but heads and feet of pages there."""
    tree = _at(pdf, pdf.catalog["StructTreeRoot"])
    reached = set(_reached(pdf, tree["K"]))
    numbers = _at(pdf, tree["ParentTree"])["Nums"]
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


def _at(pdf: PDF, reference: bytes) -> Dictionary:
    return pdf.objects[_number(reference)]


def _number(reference: bytes) -> int:
    return int(reference.split()[0])
