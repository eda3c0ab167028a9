"""The text of record: a whole document as Markdown, read back into the Document it was written from.

In: what `section75.writers.markdown` wrote, perhaps mended by hand. Out: the Document; or `Refused` with every fault.

It begins with what is known of the document, one line each between `---` lines. A heading of one sign is a part, its
class the part's kind. Printed numbers before headings are there for people, and come back as `Block.number`; numbers
that were stored when a document was signed stand in braces, `{#name number=14A.}`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, cast, get_args

from section75.document.replacing import replaced
from section75.document.tree import Block, Document, Part, PartKind
from section75.problems import Place, Problem, Refused, one_of
from section75.text.markup.blocks import blocks
from section75.text.markup.extension import elements
from section75.text.markup.reading import Line, Reading

if TYPE_CHECKING:
    from section75.document.tree import Kind

FIELDS: Final = ("kind", "title", "running", "state", "reference", "subject", "author", "source")
NEEDED: Final = ("kind", "title")
WAS_FIELDS: Final = tuple(f"was-{name}" for name in FIELDS)
"""What a redline says of the older text, where that differs."""
FIELD: Final = re.compile(r"([a-z-]+): *(.*)$")
PART_KINDS: Final = get_args(PartKind)
HEADED: Final[dict[str, Kind]] = {"clause": "clause", "part": "division", "paragraph": "paragraph", "section": "section"}
"""The classes that say what a heading is, where its place does not."""


def read_document(source: str, file: str) -> Document:
    """Return the Document that a text of record holds; raises `Refused` with all its faults."""
    reading = Reading(file, record=True)
    front, body = _parted(source.removeprefix("\ufeff").replace("\r\n", "\n").split("\n"))
    fields = _fields(front, reading)
    reading.take("\n".join([*([""] * len(front)), *body]))
    found = blocks(elements(reading), reading)
    parts = tuple(part for block in found if (part := _part(block, reading)))
    if reading.problems:
        raise Refused(reading.problems)
    kind, title, running, state, reference, subject, author, source = (fields.get(name, "") for name in FIELDS)
    was = tuple((name, fields[f"was-{name}"]) for name in FIELDS if f"was-{name}" in fields)
    return Document(kind, title, parts, running, state, reference, subject, author, source, was)


def _parted(lines: list[str]) -> tuple[list[str], list[str]]:
    """Return the lines about the document, with those around them, and its text."""
    last = lines.index("---", 1) + 1 if lines[0] == "---" and "---" in lines[1:] else 0
    return lines[:last], lines[last:]


def _fields(front: list[str], reading: Reading) -> dict[str, str]:
    fields: dict[str, str] = {}
    for number, words in enumerate(front[1:-1], 2):
        found = FIELD.match(words)
        if not found or found[1] not in (*FIELDS, *WAS_FIELDS) or found[1] in fields:
            word = found[1] if found else words
            reading.fault(Line(0, number, words, words), 0, f"“{word}” is no field of a document, or stands twice.", one_of(word, FIELDS))
        else:
            fields[found[1]] = found[2]
    for name in NEEDED:
        if not fields.setdefault(name, ""):
            reading.fault(Line(0, 1, "", ""), 0, f"The document has no {name}.", f"Begin with ---, a line “{name}: …”, and ---.")
    return fields


def _part(block: Block, reading: Reading) -> Part | None:
    if block.kind != "section" or block.role not in PART_KINDS:
        place = block.place or Place(reading.file)
        remedy = "Write a heading of one sign with the part’s class above it: # Parties {.parties}."
        reading.problems.append(Problem(place, "markup", "error", "This stands in no part of the document.", remedy))
        return None
    return Part(
        kind=cast("PartKind", block.role),
        heading=block.heading,
        children=tuple(_headed(child, block.role) for child in block.children),
        id=block.id,
        number=block.number,
        fixed=block.fixed,
        change=block.change,
        was=block.was,
        place=block.place,
    )


def _headed(block: Block, within: str) -> Block:
    """Return a block with every heading in it made what its class or its place says."""
    if block.kind != "section":
        return replaced(block, children=tuple(_headed(child, block.kind) for child in block.children))
    said, _, role = block.role.partition(" ")
    if said not in HEADED:
        said, role = "", block.role
    kind = HEADED[said] if said else kind_at(within)
    return replaced(block, kind=kind, role=role, children=tuple(_headed(child, kind) for child in block.children))


def kind_at(within: str) -> Kind:
    """Return what a heading is without a class, by the kind of part or block that holds it."""
    if within == "operative":
        return "clause"
    return "paragraph" if within in ("schedule", "division") else "section"
