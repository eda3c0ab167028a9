"""Small documents as pages, for the tests of the HTML writer.

In: parts of a tree. Out: the page read back, and what is printed in it.
"""

from __future__ import annotations

from reading import Page

from section75.document.house import House, Scheme
from section75.document.numbering import number
from section75.document.tree import Block, Document, Part
from section75.writers import html

BARE = House("bare", Scheme())


def page_of(*parts: Part, house: House = BARE, screen: bool = False) -> Page:
    document = number(Document("agreement", "A title", parts), house.scheme)
    return Page(html.page(document, house, screen=screen))


def terms(*blocks: Block) -> Part:
    return Part("operative", children=blocks)


def printed(found: Page) -> list[tuple[str, str]]:
    """Return the flat paragraphs and headings of the text: what they are, and their words."""
    return [
        (f"{element.name} {element.attributes.get('class', '')}".strip(), element.seen) for element in found.named("p", "h2", "h3", "h4")
    ]
