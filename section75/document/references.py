"""Cross-references: what a reference to an id prints, seen from where it stands.

In: a numbered Document. Out: the Document with `Reference` labels resolved; and, for writers that make
live fields, the pieces of each label with the block whose number each piece is.

A reference reads `clause 9.2.1(a)`, `Schedule 4`, `paragraph 3.1 of Part 2 of Schedule 4`, and within one
schedule `paragraph 3.1`; in a report `section 6` for a heading and `paragraph 6.2` for the words under it. References to nothing keep
the words the lawyer typed; a drafting rule reports them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from operator import is_
from typing import Final, TypeVar

from section75.document.replacing import replaced
from section75.document.tree import (
    Block,
    Definition,
    Deleted,
    Document,
    Inline,
    Inserted,
    Part,
    Reference,
    Strong,
    plain,
)

Numbered = Block | Part
DECIMAL: Final = re.compile(r"[A-Z]?[0-9]+[A-Z]*(?:\.[A-Z]?[0-9]+[A-Z]*)*")


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a label; `of` is the thing whose number they are, or nothing for plain words."""

    words: str
    of: Numbered | None = None


@dataclass(frozen=True, slots=True)
class Spot:
    """Where something stands: its part, the division of a schedule, and the numbered blocks above it."""

    part: Part
    division: Block | None = None
    above: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class Target:
    """Something with an id, and where it stands."""

    node: Numbered
    spot: Spot


def targets(document: Document) -> dict[str, Target]:
    """Return everything that has an id, by id; of two with one id the first is kept."""
    found: dict[str, Target] = {}
    for part in document.parts:
        spot = Spot(part)
        if part.id:
            found.setdefault(part.id, Target(part, spot))
        for block in part.children:
            _gather(block, spot, found)
    return found


def _gather(block: Block, spot: Spot, found: dict[str, Target]) -> None:
    if block.id:
        found.setdefault(block.id, Target(block, spot))
    inner = inside(block, spot)
    for child in block.children:
        _gather(child, inner, found)


def inside(block: Block, spot: Spot) -> Spot:
    """Return the spot of what stands inside a block."""
    if block.kind == "division":
        return Spot(spot.part, block)
    return Spot(spot.part, spot.division, (*spot.above, block)) if block.number else spot


def pieces(target: Target, seen_from: Spot) -> tuple[Piece, ...]:
    """Return the label of a target as pieces, relative to where the reference stands."""
    node, spot = target.node, target.spot
    if isinstance(node, Part):
        return (Piece(node.number, node),) if node.number else (Piece(plain(node.heading)),)
    if node.kind == "division":
        return (Piece(node.number, node), *_of_schedule(spot.part, seen_from))
    if node.kind in ("table", "figure"):
        return (Piece(node.number, node), *_of_schedule(spot.part, seen_from))
    if not node.number:
        return (Piece(f"“{plain(node.heading or node.content)}”"),)
    match spot.part.kind:
        case "operative":
            return (Piece("clause "), Piece(_full(node, spot), node))
        case "schedule":
            return (Piece("paragraph "), *_chain(node, spot), *_of_division(spot, seen_from))
        case "background":
            return (Piece("recital "), Piece(_full(node, spot), node))
        case "parties":
            return (Piece("party "), Piece(_full(node, spot), node))
        case _:
            return (Piece("section " if node.kind == "section" else "paragraph "), Piece(_full(node, spot), node))


def _bare(number: str) -> str:
    return number.rstrip(".")


def _decimal(number: str) -> bool:
    """Return whether a number tells those above it: `9.2`, and after signing `14A.1`, `8.2A` or `A1`."""
    return DECIMAL.fullmatch(_bare(number)) is not None


def _steps(node: Block, spot: Spot) -> list[Block]:
    """Return the blocks whose labels together name the node: the last decimal one, then those below it."""
    steps = [node]
    for block in reversed(spot.above):
        if _decimal(steps[0].number):
            break
        steps.insert(0, block)
    return steps


def _full(node: Block, spot: Spot) -> str:
    return "".join(_bare(block.number) for block in _steps(node, spot))


def _chain(node: Block, spot: Spot) -> tuple[Piece, ...]:
    return tuple(Piece(_bare(block.number), block) for block in _steps(node, spot))


def _of_schedule(part: Part, seen_from: Spot) -> tuple[Piece, ...]:
    if part.kind != "schedule" or part is seen_from.part:
        return ()
    return (Piece(" of "), Piece(part.number, part))


def _of_division(spot: Spot, seen_from: Spot) -> tuple[Piece, ...]:
    same = spot.division is seen_from.division and spot.part is seen_from.part
    division = (Piece(" of "), Piece(spot.division.number, spot.division)) if spot.division and not same else ()
    return (*division, *_of_schedule(spot.part, seen_from))


def words(found: tuple[Piece, ...], written: str) -> str:
    """Return the label as words, with a capital letter if the lawyer's words began with one."""
    label = "".join(piece.words for piece in found)
    return label[:1].upper() + label[1:] if written[:1].isupper() else label


Change = Callable[[tuple[Inline, ...], Spot], tuple[Inline, ...]]


def resolve(document: Document) -> Document:
    """Return the document with the label of every reference that has a target."""
    known = targets(document)

    def relabelled(inline: Inline, spot: Spot) -> Inline:
        match inline:
            case Reference(target=target, label=label) if target in known:
                now = words(pieces(known[target], spot), label)
                return inline if now == label and not inline.was else Reference(target, now)
            case Strong(content=content) | Definition(content=content):
                return inline if (inner := content_of(content, spot)) is content else type(inline)(inner)
            case Inserted(content=content) | Deleted(content=content):
                return inline if (inner := content_of(content, spot)) is content else type(inline)(inner)
            case _:
                return inline

    def content_of(content: tuple[Inline, ...], spot: Spot) -> tuple[Inline, ...]:
        return same(content, tuple(relabelled(inline, spot) for inline in content))

    return rewritten(document, content_of)


Thing = TypeVar("Thing")
Holder = TypeVar("Holder", bound=Part | Block)


def rewritten(document: Document, change: Change) -> Document:
    """Return the document with `change` applied to every heading and content, each with its spot; what stays the same is not copied."""
    return replaced(document, parts=tuple(_part(part, change) for part in document.parts))


def _part(part: Part, change: Change) -> Part:
    spot = Spot(part)
    heading = change(part.heading, spot)
    children = same(part.children, tuple(_block(block, spot, change) for block in part.children))
    if heading is part.heading and children is part.children:
        return part
    return replaced(part, heading=heading, children=children)


def _block(block: Block, spot: Spot, change: Change) -> Block:
    heading = change(block.heading, spot) if block.heading else ()
    content = change(block.content, spot) if block.content else ()
    inner = inside(block, spot) if block.children else spot
    children = same(block.children, tuple(_block(child, inner, change) for child in block.children))
    if heading is block.heading and content is block.content and children is block.children:
        return block
    return replaced(block, heading=heading, content=content, children=children)


def distinct(document: Document) -> Document:
    """Return the document with no two parts or blocks that are the same object, for what knows them by their identity."""
    every = [id(node) for node in each(document.parts)]
    if len(every) == len(set(every)):
        return document

    def copied(block: Block) -> Block:
        return replaced(block, children=tuple(map(copied, block.children)))

    return replaced(document, parts=tuple(replaced(part, children=tuple(map(copied, part.children))) for part in document.parts))


def each(nodes: Iterable[Holder]) -> Iterator[Holder | Block]:
    """Yield parts or blocks, each before what it holds."""
    for node in nodes:
        yield node
        yield from each(node.children)


def same(was: tuple[Thing, ...], now: tuple[Thing, ...]) -> tuple[Thing, ...]:
    """Return the older of two tuples, if they hold the same things."""
    return was if len(was) == len(now) and all(map(is_, was, now)) else now
