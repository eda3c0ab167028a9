"""The HTML writer: one page that stands alone, accessible on a screen, and the base of the PDF.

In: a numbered Document and its House. Out: an HTML page with its styles in it. Paragraphs are flat, their
class is their level, their number is text; nothing is fetched from anywhere.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.comparison.showing import shown
from section75.document.references import targets
from section75.writers.html import contents, parts
from section75.writers.html.cover import cover
from section75.writers.html.kinds import KINDS
from section75.writers.html.marks import attributes, element, escape, printed
from section75.writers.html.printer import Printer
from section75.writers.html.sheets import sheets

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document

MAIN = "_main"
"""The id of the text; ids of documents do not begin with an underline."""
ALONE = (
    '<meta http-equiv="Content-Security-Policy" '
    "content=\"default-src 'none'; style-src 'unsafe-inline'; img-src data:; font-src data:; form-action 'none'; base-uri 'none'\">\n"
)
"""What a browser is told before anything else: the page stands alone, whatever a house's sheet or a picture may ask for."""
REPORTS = ("report", "equality", "figures", "compliance", "departures", "register")


def write(document: Document, house: House) -> bytes:
    """Return the document as a page for the screen, in UTF-8."""
    return page(document, house, screen=True).encode()


def page(document: Document, house: House, *, screen: bool) -> str:
    """Return the document as a page; without `screen` it has only what is printed."""
    document = shown(document)
    head = _head(document, sheets(document, house, screen=screen), ALONE if screen else "")
    return f'<!DOCTYPE html>\n<html lang="en-GB">\n{head}{_body(document, screen=screen)}</html>\n'


def _head(document: Document, styles: str, alone: str) -> str:
    metadata = (
        ("author", document.author),
        ("description", document.subject),
        ("generator", document.source),
        ("viewport", "width=device-width, initial-scale=1"),
    )
    lines = "".join(f'<meta name="{name}" content="{escape(words)}">\n' for name, words in metadata if words)
    title = f"<title>{escape(document.title)}</title>\n"
    return f'<head>\n<meta charset="utf-8">\n{alone}{title}{lines}<style>\n{styles}\n</style>\n</head>\n'


def _body(document: Document, *, screen: bool) -> str:
    printer = Printer(KINDS, _linked(document), screen=screen)
    front, text = _text(document, printer)
    listed = printer.contents if document.kind == "agreement" and front else []
    side = contents.for_screen(listed) if screen else ""
    main = f"<main{attributes('report' if document.kind in REPORTS else '', MAIN)}>\n{text}</main>\n"
    column = front + contents.for_paper(listed) + main
    if not screen:
        return f"<body>\n{column}</body>\n"
    skip = f'<a class="skip" href="#{MAIN}">Skip to the text</a>\n'
    paged = attributes("paged" if side else "")
    return f"<body{paged}>\n{skip}{side}{element('div', chr(10) + column, 'column')}</body>\n"


def _linked(document: Document) -> frozenset[str]:
    """Return the ids that a link can lead to: those of all blocks, and of parts that begin with a heading."""
    unseen = {part.id for part in document.parts if not part.heading and not part.number}
    return frozenset(targets(document)) - unseen


def _text(document: Document, printer: Printer) -> tuple[str, str]:
    """Return the cover and the rest; a strip goes onto the cover, or else before the rest."""
    strip = front = rest = ""
    for part in document.parts:
        match part.kind:
            case "strip":
                strip += parts.strip(part, printer)
            case "cover":
                front += cover(part, strip, printer)
                strip = ""
            case _:
                rest += parts.part(part, printer)
    unseen = "" if printer.titled else element("h1", printed(document.title), "vh")
    return front, unseen + strip + rest
