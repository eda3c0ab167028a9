"""Reads an HTML page back, as a browser and a reader do, for the tests of writers.

In: a page. Out: its elements in order, each with its attributes and its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

EMPTY = {"meta", "col", "img", "link", "wbr"}
UNSEEN = {"style", "title", "script"}


@dataclass
class Element:
    name: str
    attributes: dict[str, str | None]
    words: str = ""
    inside: tuple[str, ...] = field(default=())

    @property
    def classes(self) -> set[str]:
        return set((self.attributes.get("class") or "").split())

    @property
    def seen(self) -> str:
        return squeezed(self.words)


class Page(HTMLParser):
    """All elements of a page; words count for every element around them."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self._open: list[Element] = []
        self.feed(page)
        self.close()
        assert not self._open, f"never closed: {[element.name for element in self._open]}"

    def handle_starttag(self, tag, attrs):
        element = Element(tag, dict(attrs), inside=tuple(around.name for around in self._open))
        self.elements.append(element)
        if tag not in EMPTY:
            self._open.append(element)

    def handle_endtag(self, tag):
        assert self._open[-1].name == tag, f"</{tag}> closes <{self._open[-1].name}>"
        self._open.pop()

    def handle_data(self, data):
        if self._open and self._open[-1].name in UNSEEN:
            self._open[-1].words += data
        elif not any("vh" in element.classes for element in self._open):
            for element in self._open:
                element.words += data

    def named(self, *names):
        return [element for element in self.elements if element.name in names]

    def of_class(self, name):
        return [element for element in self.elements if name in element.classes]

    def by_id(self, name):
        (found,) = [element for element in self.elements if element.attributes.get("id") == name]
        return found

    @property
    def text(self) -> str:
        return squeezed(self.named("body")[0].words)


def squeezed(words: str) -> str:
    """Return words with every run of white space, fixed spaces too, as one plain space."""
    return re.sub(r"\s+", " ", words).strip()


def solid(words: str) -> str:
    """Return words without any white space, as lines on paper may break anywhere."""
    return re.sub(r"\s+", "", words)
