"""The style sheets of a page, as one text that goes into it.

In: a document and its house. Out: the house's sheets in order, then the words of header and footer as
literals, then, for the screen, the sheet that only browsers see. Facts of a document cannot leave a literal.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from section75.document.house import House
    from section75.document.tree import Document

UNSAFE = frozenset('\\"<>&')


def sheets(document: Document, house: House, *, screen: bool) -> str:
    """Return all that styles a page."""
    files = [*house.sheets, *([house.screen] if screen and house.screen else [])]
    texts = [path.read_text(encoding="utf-8") for path in files]
    texts.insert(len(house.sheets), furniture(document))
    return "\n".join(texts).replace("</", "<\\/")


IN_FORCE = '"\\a "string(in-force,start)'
"""The line below the short title: the clause or schedule to which the top of the page belongs, nothing before the first."""


def furniture(document: Document) -> str:
    """Return the header and footer of every page: short title with the clause in force, state, reference."""
    boxes = (
        ("top-left", f"{literal(document.running)} {IN_FORCE}"),
        ("top-right", literal(document.state)),
        ("bottom-left", literal(document.reference)),
    )
    return "@page{" + "".join(f"@{box}{{content:{content}}}" for box, content in boxes) + "}"


def literal(words: str) -> str:
    r"""Return words as a string of CSS that nothing in them can end.

    >>> literal('a "b"</style>')
    '"a \\22 b\\22 \\3c /style\\3e "'
    """
    return '"' + "".join(_sign(sign) for sign in words) + '"'


def _sign(sign: str) -> str:
    return f"\\{ord(sign):x} " if sign in UNSAFE or not sign.isprintable() else sign
