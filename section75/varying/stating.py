"""Amendments as the facts of a deed state them.

In: `Operation`s. Out: `Stated`: for each amendment the fields of its YAML, and the texts that stand beside the file, each by its name. What
`operations_of` reads from them does the same.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.comparison.addresses import Places
from section75.document.tree import Block, Document, Part, Reference, plain

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.comparison.atoms import Content
    from section75.comparison.operation import Operation

Value = str | Sequence[str] | Mapping[str, str] | bool
TEXT: Final = "amendment"
"""The kind of document that a text beside a deed is."""


@dataclass(frozen=True, slots=True)
class Stated:
    """The amendments of a deed as fields, the texts beside them, and the names that references need."""

    amendments: list[dict[str, Value]] = field(default_factory=list)
    texts: dict[str, Document] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)


def stated(operations: Iterable[Operation], signed: Document) -> Stated:
    """Return amendments as facts."""
    made = Stated()
    places = Places(signed)
    for one in operations:
        if one.kind == "name":
            made.names[one.place] = one.id
        else:
            made.amendments.append({"target": one.place, **_fields(one, made, places)})
    return made


def _fields(one: Operation, made: Stated, places: Places) -> dict[str, Value]:
    match one.kind:
        case "words":
            return {**_within(one, places), **_quoted(one), **_references(one.content)}
        case "heading":
            return {"within": "heading", "do": "substitute", "old": one.old, "new": plain(one.content), **_references(one.content)}
        case "ending":
            return {"within": "end", **_changed(one.old, one.end)}
        case "cell":
            column = {"column": one.column} if one.column else {}
            return {"row": one.row, **column, **_changed(one.old, plain(one.content)), **_references(one.content)}
        case "text":
            own = _within(one, places) or {"within": "words"}
            block = Block("item", one.content, end=one.end)
            return {**own, "do": "replace", "text": (_beside(one, (block,), made),)}
        case "delete":
            return {**({"row": one.row} if one.row else {}), "do": "omit"}
        case "not-used":
            return {"do": "not used"}
        case _:
            return _set_out(one, made, places)


def _within(one: Operation, places: Places) -> dict[str, Value]:
    """Return that the opening words of a place are meant, where more stands under them."""
    node = places.at(places.paths[one.place])
    return {"within": "opening words"} if node.children else {}


def _quoted(one: Operation) -> dict[str, Value]:
    new = plain(one.content)
    match one.way:
        case "after" | "before":
            return {"do": "insert", one.way: one.old, "new": new}
        case "omitting":
            return {"do": "omit", "old": one.old}
        case _:
            return {"do": "substitute", "old": one.old, "new": new}


def _changed(old: str, new: str) -> dict[str, Value]:
    if old and new:
        return {"do": "substitute", "old": old, "new": new}
    return {"do": "insert", "new": new} if new else {"do": "omit", "old": old}


def _references(content: Content) -> dict[str, Value]:
    found = {one.label: one.target for one in content if isinstance(one, Reference)}
    return {"references": found} if found else {}


def _set_out(one: Operation, made: Stated, places: Places) -> dict[str, Value]:
    where: dict[str, Value] = {"row": one.row} if one.row else {"at": one.way} if one.way in ("beginning", "alphabetical") else {}
    do = "replace" if one.kind == "substitute" else "insert"
    if one.parts:
        names = tuple(
            _named(_slug(part.number or plain(part.heading) or part.kind), Document(TEXT, _title(part), (part,)), made)
            for part in one.parts
        )
        return {**where, "do": do, "text": names, "annexed": True}
    blocks = one.blocks
    if blocks and blocks[0].kind == "row":
        table = places.at(places.paths[one.place])
        blocks = (_table(table, blocks),) if isinstance(table, Block) else blocks
    return {**where, "do": do, "text": (_beside(one, blocks, made),)}


def _table(table: Block, rows: Sequence[Block]) -> Block:
    """Return new rows as a table with the headings of the old."""
    heading = tuple(row for row in table.children[:1] if row.role == "header")
    return Block("table", children=(*heading, *rows), role=table.role, columns=table.columns)


def _beside(one: Operation, blocks: Sequence[Block], made: Stated) -> str:
    """Keep what is set out as a text beside the deed, and return its name."""
    before = "after-" if one.kind == "insert" and one.way == "after" else "in-" if one.kind == "insert" else ""
    document = Document(TEXT, one.place, (Part("operative", children=tuple(blocks)),))
    return _named(f"{before}{_slug(one.place)}", document, made)


def _named(name: str, document: Document, made: Stated) -> str:
    free = next(
        tried for number in range(1, len(made.texts) + 2) if (tried := f"{name}-{number}" if number > 1 else name) not in made.texts
    )
    made.texts[free] = document
    return free


def _title(part: Part) -> str:
    return part.number or plain(part.heading) or part.kind


def _slug(words: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", words.casefold()).strip("-")
