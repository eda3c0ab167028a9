"""Two texts made comparable for a deed: without what no page prints, and with the names of the signed one.

In: Documents. Out: Documents without notes and paths of facts, in normal form; the newer one with the ids that the signed text gave to the
same places, and with further ids only where something refers to them. A deed cannot say that an id has changed: nobody can see it.
What is not used has no name.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING, TypeVar

from section75.comparison.addresses import Places, is_unused
from section75.comparison.atoms import joined
from section75.document.index import flat, walk
from section75.document.references import distinct, rewritten
from section75.document.tree import Blank, Block, Definition, Note, Part, Reference, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from section75.comparison.addresses import Path
    from section75.comparison.atoms import Content
    from section75.document.tree import Document, Inline

Holder = TypeVar("Holder", Part, Block)


def bare(document: Document) -> Document:
    """Return a document without notes and without the paths of the facts that it prints, its nodes shared with no other."""
    return distinct(rewritten(document, lambda content, _: joined(_bare(content))))


def _bare(content: Content) -> Iterator[Inline]:
    for inline in content:
        match inline:
            case Note():
                continue
            case Text(words=words):
                yield Text(words)
            case Blank(label=label):
                yield Blank(label)
            case Strong(content=held) | Definition(content=held):
                yield type(inline)(tuple(_bare(held)))
            case _:
                yield inline


def with_names_of(signed: Document, new: Document) -> Document:
    """Return the newer text with the names of the signed one."""
    old, places = Places(signed), Places(new)
    pairs = {path: old.at(old.paths[name]).id for path, name in places.names.items() if name in old.paths}
    renamed = {now: was for path, was in pairs.items() if was and (now := places.at(path).id) and now != was}
    new = rewritten(new, lambda content, _: _retargeted(content, renamed))
    wanted = {inline.target for part, block, _ in walk(new) for inline in _references(block or part)}

    def named(node: Holder, path: Path) -> Holder:
        if path not in pairs or is_unused(node):
            return node
        named = replace(node, id=pairs[path] or (node.id if node.id in wanted else ""))
        return _as_drawn(named, old.at(old.paths[places.names[path]]))

    return replace(new, parts=tuple(_named(part, (ordinal,), named) for ordinal, part in enumerate(new.parts)))


def _named(node: Holder, path: Path, named: Callable[[Holder, Path], Holder]) -> Holder:
    children = tuple(_named(child, (*path, ordinal), named) for ordinal, child in enumerate(node.children))  # type: ignore[arg-type]
    return replace(named(node, path), children=children)


def _as_drawn(node: Holder, signed: Part | Block) -> Holder:
    """Return a figure with the drawing of the signed text, if the two are one: a text of record knows a drawing by its fingerprint."""
    if isinstance(node, Block) and isinstance(signed, Block) and drawing(node.picture) == drawing(signed.picture):
        return replace(node, picture=signed.picture)
    return node


def drawing(picture: str) -> str:
    """Return the name of a picture, or the fingerprint by which a text of record knows a drawing."""
    return sha256(picture.encode()).hexdigest()[:16] if picture.startswith("<svg") else picture


def _references(node: Part | Block) -> Iterator[Reference]:
    content = (*node.heading, *(node.content if isinstance(node, Block) else ()))
    yield from (inline for inline in flat(content) if isinstance(inline, Reference))


def _retargeted(content: Content, renamed: dict[str, str]) -> Content:
    if not renamed:
        return content
    return tuple(_aimed(inline, renamed) for inline in content)


def _aimed(inline: Inline, renamed: dict[str, str]) -> Inline:
    match inline:
        case Reference(target=target) if target in renamed:
            return replace(inline, target=renamed[target])
        case Strong(content=content) | Definition(content=content):
            return type(inline)(_retargeted(content, renamed))
        case _:
            return inline
