"""The contents: a field that Word can build again, printed with the entries that it would find.

In: the flow and a numbered Document. Out: heading and entries; each entry is a link to the bookmark of its heading.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.tree import plain
from section75.document.typography import bind
from section75.writers.docx.fields import begin, end, field
from section75.writers.docx.xml import Paragraph, run, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from section75.document.references import Numbered
    from section75.document.tree import Document
    from section75.writers.docx.flow import Flow

FIELD: Final = r'TOC \h \z \t "heading 1,1,Schedule Heading,2,Execution Heading,2"'
HEADING: Final = "Contents"
UNKNOWN_PAGE: Final = "–"
"""Stands for the number of a page until Word updates the field, which a lawyer does with F9."""


def contents(flow: Flow, pages: Mapping[str, str]) -> str:
    """Print the contents on a page of their own; `pages` gives the page of each bookmark, where it is known.

    Those of a redline list what the newer text holds, and nothing in them is tracked.
    """
    entries = list(_entries(flow.texts.new.document))
    if not entries:
        return ""
    heading = Paragraph("TOCHeading", run(text(HEADING)), breaks=True).xml()
    links = [_link(flow, node, words, pages) for node, words, _ in entries]
    links[0] = begin(FIELD) + links[0]
    links[-1] += end()
    lines = (Paragraph(style, link).xml() for (_, _, style), link in zip(entries, links, strict=True))
    return heading + "".join(lines)


def _entries(document: Document) -> Iterable[tuple[Numbered, str, str]]:
    """Return what the contents list, the words of its line, and their style."""
    for part in document.parts:
        if part.kind == "schedule":
            yield part, ": ".join(filter(None, (part.number, plain(part.heading)))), "TOC2"
        elif part.kind == "execution" and part.heading:
            yield part, plain(part.heading), "TOC2"
        elif part.kind == "operative":
            for block in part.children:
                if block.kind == "clause":
                    yield block, f"{block.number}\t{plain(block.heading)}", "TOC1"


def _link(flow: Flow, node: Numbered, words: str, pages: Mapping[str, str]) -> str:
    name = flow.bookmarks.name(node)
    page = field(f"PAGEREF {name} \\h", pages.get(name, UNKNOWN_PAGE))
    inside = run(text(bind(words))) + run("<w:tab/>") + page
    return f'<w:hyperlink w:anchor="{name}" w:history="1">{inside}</w:hyperlink>'
