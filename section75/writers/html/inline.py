"""The words inside a paragraph, and the drafting notes that they carry.

In: inline content. Out: HTML; notes are held back until the paragraph is closed, and then printed after it.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING
from urllib.parse import quote

from section75.document.tree import Blank, Both, Definition, Deleted, Inserted, Note, Reference, Strong, Text
from section75.writers.html.marks import classes, element, escape, printed

if TYPE_CHECKING:
    from collections.abc import Container

    from section75.document.tree import Inline


def changed(content: tuple[Inline, ...]) -> bool:
    """Whether a redline marks any of the words."""
    return any(isinstance(inline, Inserted | Deleted) or changed(_inner(inline)) for inline in content)


def _inner(inline: Inline) -> tuple[Inline, ...]:
    return inline.content if isinstance(inline, Strong | Definition | Inserted | Deleted) else ()


def kept(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    """Return the words without those that a redline shows as gone."""
    return tuple(inline for inline in content if not isinstance(inline, Deleted))


class Words:
    """Prints inline content; knows which ids can be linked to, and counts the notes of the document."""

    def __init__(self, known: Container[str]) -> None:
        """Remember the ids that references may point at."""
        self._known = known
        self._count = 0
        self._waiting: list[str] = []

    def content(self, content: tuple[Inline, ...]) -> str:
        """Return the words as HTML, in their order; a line may break between what went and what came, so that sums fit their cells."""
        pieces = list(map(self._inline, content))
        for number, (before, after) in enumerate(pairwise(content), 1):
            if isinstance(before, Deleted) and isinstance(after, Inserted):
                pieces[number] = f"<wbr>{pieces[number]}"
        return "".join(pieces)

    def notes(self, *, keep: bool = False) -> str:
        """Return the notes on what was printed since the last call; `keep` holds them to what follows."""
        waiting, self._waiting = self._waiting, []
        return "".join(element("p", note, classes("note", "lead" if keep else "")) for note in waiting)

    def _inline(self, inline: Inline) -> str:
        match inline:
            case Text(words=words):
                return printed(words)
            case Strong(content=content):
                return f"<b>{self.content(content)}</b>"
            case Definition(content=content):
                return f"“<b>{self.content(content)}</b>”"
            case Reference(target=target, label=label):
                return self._reference(target, label)
            case Blank(label=label):
                return f'<mark class="blank">[● {printed(label)}]</mark>'
            case Both(new=new):
                return self._inline(new)
            case Note(words=words):
                return self._note(words)
            case Inserted(content=content):
                return f"<ins>{_heard('[inserted: ')}{self.content(content)}{_heard(']')}</ins>"
            case Deleted(content=content):
                return f"<del>{_heard('[deleted: ')}{self.content(content)}{_heard(']')}</del>"

    def _reference(self, target: str, label: str) -> str:
        if target not in self._known:
            return printed(label)
        return f'<a href="#{escape(quote(target))}">{printed(label)}</a>'

    def _note(self, words: str) -> str:
        self._count += 1
        self._waiting.append(f"<b>Drafting note {self._count}.</b> {printed(words)} <i>Remove before signature.</i>")
        return ""


def _heard(words: str) -> str:
    """Return words that only a screen reader gives."""
    return f'<span class="vh">{words}</span>'
