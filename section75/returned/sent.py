"""The text as it was sent: the words that each of our bookmarks held.

In: the Document that was sent, numbered. Out: `Sent`, its printed lines by bookmark, in order; and the words of a returned paragraph
with its live numbers recognised as the cross-references they are.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Final

from section75.document.index import place_words, walk
from section75.document.references import Spot, Target, distinct, pieces, targets
from section75.document.tree import Block, Definition, Inline, Part, Reference, Strong, plain
from section75.returned.marks import FIELD, shown, tidied

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.document.references import Numbered
    from section75.document.tree import Document

TO: Final = "\ue003"
SAYS: Final = "\ue004"
END: Final = "\ue005"
CROSSING: Final = re.compile("\ue003([^\ue003-\ue005]*)\ue004([^\ue003-\ue005]*)\ue005")
"""A cross-reference as it is compared: the name of what it points at, and its label."""
LIVE: Final = "\ue000[0-9]+\ue001[^\ue000-\ue002]*\ue002"
HEADED: Final = ("clause", "division", "paragraph", "section")
HELD: Final = ("lines", "aside", "execution")
"""Kinds whose paragraphs are printed side by side: their order in the file is not that of the text."""


@dataclass(frozen=True, slots=True)
class Line:
    """One printed paragraph of the text as sent.

    `leads` is what Word may print before the words as typed words: a number that no list can count. `above` are the blocks
    that hold it, the outermost first. `fixed` says that its place on the page is its place in the text.
    """

    key: str
    node: Numbered
    content: tuple[Inline, ...]
    end: str
    words: str
    place: str
    spot: Spot
    leads: tuple[str, ...] = ("",)
    above: tuple[Block, ...] = ()
    part: Part = field(default_factory=lambda: Part("body"))
    fixed: bool = True

    @property
    def row(self) -> Block | None:
        """The row of the table that it stands in."""
        return next((one for one in reversed(self.above) if one.kind == "row"), None)

    @property
    def clause(self) -> Numbered:
        """The clause that it belongs to, or else its part."""
        return next((one for one in (*self.above, self.node) if isinstance(one, Block) and one.kind == "clause"), self.part)


class Sent:
    """The lines of a document by the bookmarks that its Word file has."""

    def __init__(self, document: Document) -> None:
        """Walk the document as the Word writer does."""
        self.document = distinct(document)
        self.nodes: dict[int, Numbered] = {}
        self.lines: dict[str, Line] = {}
        self._spots: dict[int, Spot] = {}
        self._within: dict[int, tuple[Block, ...]] = {}
        self._patterns: dict[tuple[str, int, int], tuple[re.Pattern[str], str]] = {}
        for place, (part, block, spot) in enumerate(walk(self.document), 1):
            node = block or part
            self.nodes[place] = node
            self._spots[id(node)] = spot
            for line in self._lines(place, part, block, spot):
                self.lines[line.key] = line

    @cached_property
    def targets(self) -> Mapping[str, Target]:
        """What references may point at."""
        return targets(self.document)

    @cached_property
    def places(self) -> Mapping[int, int]:
        """The place in the walk of each part and block, by its identity."""
        return {id(node): place for place, node in self.nodes.items()}

    def line(self, node: Numbered) -> Line | None:
        """Return the line that bears the bookmark of a part or block, if it prints one."""
        return self.lines.get(str(self.places[id(node)]))

    # ------------------------------------------------------------------ lines

    def _lines(self, place: int, part: Part, block: Block | None, spot: Spot) -> Iterator[Line]:
        node: Numbered = block or part
        for child in node.children:
            self._within[id(child)] = (*self._within.get(id(node), ()), *([block] if block else ()))
        for sign, content, end, leads in _printed(part, block):
            yield self._made(f"{place}{sign}", (node, part, spot), (content, end, leads))

    def _made(self, key: str, at: tuple[Numbered, Part, Spot], said: tuple[tuple[Inline, ...], str, tuple[str, ...]]) -> Line:
        (node, part, spot), (content, end, leads) = at, said
        above = self._within.get(id(node), ())
        fixed = part.kind not in ("strip", "cover") and not any(one.kind in HELD for one in above)
        words = tidied(canonical(content) + end)
        return Line(key, node, content, end, words, _place(node, above, spot), spot, leads, above, part, fixed)

    # ------------------------------------------------------------------ words from a file

    def recognised(self, words: str, line: Line | None = None) -> str:
        """Return words of a file with live numbers, and what the line's own references print, as cross-references."""
        spot = line.spot if line else Spot(Part("body"))
        found = self._live(words, spot)
        return shown(_typed(_unled(found, line), line.content) if line else found)

    def _live(self, words: str, spot: Spot) -> str:
        """Put references for live numbers, those of the most numbers first."""
        nodes = (self.nodes.get(int(found[1])) for found in FIELD.finditer(words))
        names = dict.fromkeys(node.id for node in nodes if node and node.id in self.targets)
        patterns = [(name, *self._pattern(name, spot)) for name in names]
        for name, pattern, label in sorted(patterns, key=lambda entry: -entry[1].pattern.count("\ue000")):
            words = pattern.sub(lambda found, name=name, label=label: crossing(name, _capital(label, found[0])), words)  # type: ignore[misc]
        return words

    def _pattern(self, name: str, spot: Spot) -> tuple[re.Pattern[str], str]:
        """Return how a reference is printed in the file, seen from a spot, and its label."""
        seen = (name, id(spot.part), id(spot.division))
        if seen not in self._patterns:
            self._patterns[seen] = self._compiled(self.targets[name], spot)
        return self._patterns[seen]

    def _compiled(self, target: Target, spot: Spot) -> tuple[re.Pattern[str], str]:
        found = pieces(target, spot)
        parts = []
        for place, piece in enumerate(found):
            words = re.escape(piece.words)
            if place == 0 and piece.words[:1].isalpha():
                words = f"[{piece.words[0].upper()}{piece.words[0].lower()}]{re.escape(piece.words[1:])}"
            own = f"\ue000{self.places[id(piece.of)]}\ue001[^\ue000-\ue002]*\ue002" if piece.of and id(piece.of) in self.places else ""
            steps = f"(?:{LIVE})*?" if own else ""
            parts.append(f"(?:{steps}{own}|{words})" if own and piece.of is not target.node else f"{steps}{own}" if own else words)
        return re.compile("".join(parts)), "".join(piece.words for piece in found)


def crossing(name: str, label: str) -> str:
    """Return a cross-reference as it is compared."""
    return f"{TO}{name}{SAYS}{label}{END}"


def canonical(content: tuple[Inline, ...]) -> str:
    """Return the words of content as they are compared: plain, with references as what they point at.

    >>> canonical((Reference("term", "clause 3"),)) == crossing("term", "clause 3")
    True
    """
    words = ""
    for inline in content:
        match inline:
            case Reference(target=target, label=label):
                words += crossing(target, label)
            case Strong(content=inner):
                words += canonical(inner)
            case Definition(content=inner):
                words += f"“{canonical(inner)}”"
            case _:
                words += plain((inline,))
    return words


def visible(words: str) -> str:
    """Return words that are compared as a reader sees them."""
    return tidied(CROSSING.sub(lambda found: found[2], shown(words)))


def _printed(part: Part, block: Block | None) -> Iterator[tuple[str, tuple[Inline, ...], str, tuple[str, ...]]]:
    """Yield what is printed of a part or block: the sign of its bookmark, its content, its end, and what may be typed before it."""
    if block is None:
        if (part.heading or part.number) and part.kind not in ("strip", "cover"):
            yield "", part.heading, "", _leads(part.number, ": ") if part.number else ("",)
        return
    kind = block.kind
    if kind in HEADED:
        before = ": " if kind == "division" else ""
        yield "", block.heading, "", _leads(block.number, before)
        if block.content and part.kind != "cover":
            yield "w", block.content, block.end, ("",)
    elif kind in ("table", "figure"):
        if block.heading:
            yield "", block.heading, "", _leads(block.number, ": ")
    elif kind in ("item", "bullet", "definition", "words", "closing") or (kind == "cell" and (block.content or not block.children)):
        yield "", block.content, block.end, _leads(block.number, "")
    elif kind in ("recommendations", "execution") and block.content:
        yield "", block.content, block.end, ("",)


def _leads(number: str, before: str) -> tuple[str, ...]:
    """Return what may be printed before the words: with a number that is typed, or without one."""
    if not number:
        return ("",)
    return (f"{number}{before or ' '}", before) if before else (f"{number} ", "")


def _unled(words: str, line: Line) -> str:
    """Return words without a number that is typed before them."""
    for lead in line.leads:
        if lead and tidied(words).startswith(lead.strip()) and not line.words.startswith(lead.strip()):
            return tidied(words)[len(lead.strip()) :]
    return words


def _typed(words: str, content: tuple[Inline, ...]) -> str:
    """Return words in which labels of the line's references that are printed as plain words are references."""
    labels = Counter((inline.target, inline.label) for inline in _references(content))
    found = Counter(CROSSING.findall(words))
    for (name, label), times in (labels - found).items():
        pattern = re.compile(rf"(?<![\w.(\ue004]){re.escape(tidied(label))}(?![\w(]|\.\d|\ue005)")
        words = pattern.sub(lambda _, name=name, label=label: crossing(name, label), tidied(words), count=times)  # type: ignore[misc]
    return words


def _references(content: tuple[Inline, ...]) -> Iterator[Reference]:
    for inline in content:
        if isinstance(inline, Reference):
            yield inline
        elif isinstance(inline, Strong | Definition):
            yield from _references(inline.content)


def _capital(label: str, written: str) -> str:
    first = FIELD.sub("", written)[:1]
    return label[:1].upper() + label[1:] if first.isupper() else label


def _place(node: Numbered, above: tuple[Block, ...], spot: Spot) -> str:
    """Return where a line stands, in words: `clause 1.1, “Board”`."""
    words = place_words(node, spot)
    if isinstance(node, Block) and node.kind == "definition":
        term = next((inline.term for inline in node.content if isinstance(inline, Definition)), "")
        return f"{words}, “{term}”" if term else words
    row = next((one for one in reversed(above) if one.kind == "row"), None)
    table = next((one for one in reversed(above) if one.kind == "table"), None)
    if row is None or table is None:
        return words
    names = [plain(row.children[0].content)] if row.children else []
    column = next((number for number, cell in enumerate(row.children) if cell is node or cell in above), 0)
    header = next((one for one in table.children if one.role == "header"), None)
    if header and header is not row and column and column < len(header.children):
        names.append(plain(header.children[column].content))
    return ", ".join([words, *(f"“{name}”" for name in names if name)])
