"""What a deed sets out whole: new provisions in their boxes, and annexes, both as words that are quoted and no terms of the deed.

In: the blocks of a deed with an empty box for each provision, and the texts beside its facts, by name. Out: the blocks with the boxes
filled, and the annexes. A quotation has the numbers of the agreement, but no names: a reference in it leads into the agreement, and is
words here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.comparison.atoms import joined
from section75.document.numbering import letters
from section75.document.tree import Block, Definition, Part, Reference, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from section75.comparison.atoms import Content
    from section75.document.tree import Document, Inline

BOX: Final = "provision-"
ANNEX: Final = "annex-"
HEADED: Final = ("clause", "paragraph", "division", "section")


def with_provisions(parts: tuple[Part, ...], texts: Mapping[str, Document], annexed: Sequence[str]) -> tuple[Part, ...]:
    """Return the parts with each box of a provision filled from the text of its name, and the annexes before those who sign."""
    filled = tuple(replace(part, children=tuple(_filled(block, texts) for block in part.children)) for part in parts)
    execution = next((place for place, part in enumerate(filled) if part.kind == "execution"), len(filled))
    return (*filled[:execution], *_annexes(annexed, texts), *filled[execution:])


def _filled(block: Block, texts: Mapping[str, Document]) -> Block:
    name = block.id.removeprefix(BOX)
    if block.kind == "box" and name != block.id and name in texts:
        held = tuple(child for part in texts[name].parts for child in part.children)
        return replace(block, id="", children=tuple(_listed(_quoted(held))))
    return replace(block, children=tuple(_filled(child, texts) for child in block.children)) if block.children else block


def _annexes(names: Sequence[str], texts: Mapping[str, Document]) -> Iterator[Part]:
    """Yield an annex for each text of whole parts: lettered, if there are several."""
    known = [name for name in names if name in texts]
    for ordinal, name in enumerate(known, 1):
        number = f"Annex {letters(ordinal).upper()}" if len(known) > 1 else "Annex"
        for part in texts[name].parts:
            title = (Text(f"{part.number}: "), *part.heading) if part.number and part.heading else part.heading or (Text(part.number),)
            yield Part("schedule", _words(title), tuple(_quoted(part.children)), f"{ANNEX}{name}", number, fixed=True)


def _quoted(blocks: tuple[Block, ...]) -> Iterator[Block]:
    """Yield blocks as words of another paper: without names, terms and references; what has no number there is plain words here."""
    for block in blocks:
        content = _words(block.content)
        if block.kind == "definition" or (block.kind == "item" and not block.number):
            yield Block("words", joined((*content, Text(block.end))))
            yield from _quoted(block.children)
        else:
            inner = tuple(_quoted(block.children))
            yield replace(block, id="", heading=_words(block.heading), content=content, children=inner)


def _listed(blocks: Iterable[Block]) -> Iterator[Block]:
    """Yield headed blocks as lines with bold words, numbered if they are, so that no contents list them as the deed's own."""
    for block in blocks:
        inner = tuple(_listed(block.children))
        if block.kind not in HEADED:
            yield replace(block, children=inner)
            continue
        own = (Block("words", block.content),) if block.content else ()
        if block.number:
            yield replace(block, kind="item", content=(Strong(block.heading),), heading=(), children=(*own, *inner))
        else:
            yield from (Block("words", (Strong(block.heading),)), *own, *inner)


def _words(content: Content) -> Content:
    return joined(inline for one in content for inline in _plain(one))


def _plain(inline: Inline) -> tuple[Inline, ...]:
    match inline:
        case Reference(label=label):
            return (Text(label),)
        case Definition(content=content):
            return (Text("“"), Strong(_words(content)), Text("”"))
        case Strong(content=content):
            return (Strong(_words(content)),)
        case _:
            return (inline,)
