"""What a summary shows of a redline: the changed words with a few round them, and only what was touched.

In: redlined content, or a redline. Out: shorter content, or the same document without what nobody changed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Final, TypeVar

from section75.comparison.atoms import Content, atoms, is_word, joined
from section75.comparison.settling import settled_content
from section75.document.index import flat
from section75.document.tree import Block, Deleted, Document, Inline, Inserted, Note, Part, Text

CONTEXT: Final = 6
"""Words that are shown on either side of a change."""
MOST: Final = 40
"""Words of a change that are shown."""
CUT: Final = Text("…")
OPENED: Final = ("division", "clause", "paragraph", "section", "box", "item")
"""Blocks of which only what was touched is shown; lists, tables and all others are shown whole."""

Node = TypeVar("Node", Part, Block)


def excerpt(content: Content) -> Content:
    """Return redlined words with those cut out that stand far from any change."""
    spoken: list[Inline] = [inline for inline in content if not isinstance(inline, Note)]
    changed = [number for number, inline in enumerate(spoken) if isinstance(inline, Inserted | Deleted)]
    return joined(_with_context(spoken, changed)) if changed else shortened(tuple(spoken))


def _with_context(spoken: list[Inline], changed: list[int]) -> list[Inline]:
    pieces: list[Inline] = []
    at = 0
    for number in (*changed, len(spoken)):
        pieces += _between(tuple(spoken[at:number]), after=at > 0, before=number < len(spoken))
        if number < len(spoken):
            one = spoken[number]
            pieces.append(type(one)(shortened(one.content)) if isinstance(one, Inserted | Deleted) else one)
        at = number + 1
    return pieces


def _between(content: Content, *, after: bool, before: bool) -> Content:
    """Return unchanged words that stand after a change, before one, or both; the middle is cut if it is long."""
    every = atoms(content)
    most = CONTEXT * (after + before)
    if sum(map(is_word, every)) <= most + 1:
        return content
    head = _first(every, CONTEXT) if after else ()
    tail = _first(every[::-1], CONTEXT)[::-1] if before else ()
    return (*head, *((Text(" "),) if head else ()), CUT, *((Text(" "),) if tail else ()), *tail)


def shortened(content: Content, most: int = MOST) -> Content:
    """Return the first words of content, and a sign that more follow."""
    every = atoms(settled_content(content, "new"))
    return content if sum(map(is_word, every)) <= most else joined((*_first(every, most), Text(" "), CUT))


def _first(every: Content, words: int) -> Content:
    """Return atoms up to a number of words."""
    counted = 0
    for number, atom in enumerate(every):
        counted += is_word(atom)
        if counted == words:
            return every[: number + 1]
    return every


# ------------------------------------------------------------------ what was touched


def touched(document: Document) -> Document:
    """Return a redline without the cover and without what nobody changed; of lists and tables all is kept, so that they can be read."""
    kept = (part for part in document.parts if part.kind != "cover" and _touched(part))
    return replace(document, parts=tuple(part if part.change else _opened(part) for part in kept))


def _opened(node: Node) -> Node:
    children = node.children
    definitions = any(child.kind == "definition" for child in children)
    if not isinstance(node, Part) and (node.kind not in OPENED or (node.kind == "item" and not definitions)):
        return node
    return replace(node, children=tuple(child if child.change else _opened(child) for child in children if _touched(child)))


def _touched(node: Part | Block) -> bool:
    words = (*node.heading, *(node.content if isinstance(node, Block) else ()))
    own = node.change or "end" in dict(node.was) or any(_shows(inline) for inline in flat(words))
    return bool(own) or any(map(_touched, node.children))


def _shows(inline: Inline) -> bool:
    return isinstance(inline, Inserted | Deleted) and not all(isinstance(one, Note) for one in inline.content)
