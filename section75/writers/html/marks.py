"""The smallest pieces of a page: escaped words, elements, classes.

In: words of a document. Out: HTML in which those words can be nothing but words. Everything that a
document says passes through `escape`, and through `printed` where a reader sees it.
"""

from __future__ import annotations

from html import escape as _escape

from section75.document.typography import bind


def escape(words: str) -> str:
    """Return words as HTML text or as the value of an attribute."""
    return _escape(words, quote=True)


def printed(words: str) -> str:
    """Return words as they stand on the page: bound where they must not part, then escaped."""
    return escape(bind(words))


def element(name: str, content: str, classes: str = "", anchor: str = "", in_force: str = "") -> str:
    """Return an element on a line of its own, with its classes and its id if it has any, and what it puts at the head of pages."""
    heads = f' data-in-force="{printed(in_force)}"' if in_force else ""
    return f"<{name}{attributes(classes, anchor)}{heads}>{content}</{name}>\n"


def attributes(classes: str = "", anchor: str = "") -> str:
    """Return the class and id attributes, each only if there is something to say."""
    kind = f' class="{escape(classes)}"' if classes else ""
    return kind + (f' id="{escape(anchor)}"' if anchor else "")


def classes(*names: str) -> str:
    """Return the names that are not empty, as one class attribute holds them."""
    return " ".join(name for name in names if name)


def number(label: str) -> str:
    """Return a printed number and the space after it; nothing where there is no number."""
    return f'<span class="n">{printed(label)}</span> ' if label else ""
