"""Markdown: the text of record, which git shows, lawyers read in a diff, and `read_document` reads back.

In: a Document and its House (whose dress Markdown does not wear). Out: bytes, from which the same Document comes back but
for places, origins and the paths of facts.

One paragraph is one line, however long, so that a changed word is a changed line.
"""

from __future__ import annotations

import re
from hashlib import sha256
from typing import TYPE_CHECKING, Final

from section75.document.rows import holds_blocks
from section75.document.tree import Block, Definition, Document, Note, Part
from section75.text.markup.record import FIELDS, HEADED, kind_at
from section75.text.markup.signs import (
    DIVISION_NUMBER,
    ENDING,
    HEADING_NUMBER,
    PICTURE,
    SCHEDULE_NUMBER,
    STEP,
    WAS,
)
from section75.writers.markdown.marked import cell_words, guarded, marked, unmistaken

if TYPE_CHECKING:
    from section75.document.house import House

MOST: Final = 99
CLASS: Final = {kind: name for name, kind in HEADED.items()}
SAID: Final = ("words", "closing", "definition")


def write(document: Document, house: House) -> bytes:  # noqa: ARG001 - every writer is called alike
    """Return the document as Markdown of record."""
    fields = [f"{name}: {_line(value)}" for name in FIELDS if (value := getattr(document, name))]
    fields += [f"was-{name}: {_line(str(older))}".rstrip() for name, older in document.was]
    front = "\n".join(["---", *fields, "---"])
    return ("\n\n".join([front, *map(_part, document.parts)]) + "\n").encode()


def _line(words: str) -> str:
    return " ".join(words.split())


# ------------------------------------------------------------------ headings


def _part(part: Part) -> str:
    number = "" if part.fixed else part.number
    words = guarded(marked(part.heading))
    if part.kind == "schedule" and not number:
        words = unmistaken(words, SCHEDULE_NUMBER)
    heading = ": ".join(filter(None, [number, words]))
    tail = _tail(part.kind, part)
    return _joined(f"#{heading and ' '}{heading}{tail}", _blocks(part.children, part.kind, 2))


def _headed(block: Block, within: str, level: int) -> str:
    number = "" if block.fixed or not block.number else f"{block.number}{': ' if block.kind == 'division' else ' '}"
    words = guarded(marked(block.heading))
    if not number:
        words = unmistaken(words, DIVISION_NUMBER if block.kind == "division" else HEADING_NUMBER)
    told = block.kind == kind_at(within) and block.role.partition(" ")[0] not in HEADED and (number or words)
    said = "" if told else CLASS[block.kind]
    tail = _tail(f"{said} {block.role}", block)
    return _joined(f"{'#' * level} {number.rstrip() if not words else number}{words}{tail}", _blocks(block.children, block.kind, level + 1))


def _tail(roles: str, node: Part | Block, *widths: int) -> str:
    """Return the braces that hold the classes, the name, the stored number, in a redline the change, and the widths, or nothing."""
    stored = [f'number="{node.number}"' if " " in node.number else f"number={node.number}"] * bool(node.fixed and node.number)
    was = [f'was-{name}="{older}"' for name, older in node.was if name in WAS]
    marks = [f".{role}" for role in roles.split()] + [f"#{node.id}"] * bool(node.id) + stored
    inside = " ".join([*marks, *([f"change={node.change}"] * bool(node.change)), *was, *map(str, widths)])
    return f" {{{inside}}}" if inside else ""


def _joined(*texts: str) -> str:
    return "\n\n".join(filter(None, texts))


# ------------------------------------------------------------------ blocks


def _blocks(blocks: tuple[Block, ...], within: str, level: int, indent: int = 0) -> str:
    """Return sibling blocks, a bare heading sign where a headed one ends before words that stand beside it."""
    text = ""
    items = 0
    for before, block in zip((None, *blocks), blocks, strict=False):
        items += block.kind == "item"
        close = before and before.kind == block.kind and block.kind in ("item", "bullet") and not before.children
        text += "" if not before else "\n" if close else "\n\n"
        text += f"{'#' * level}\n\n" if before and before.kind in CLASS and block.kind not in CLASS else ""
        match block.kind:
            case "clause" | "division" | "paragraph" | "section":
                text += _headed(block, within, level)
            case "item" | "bullet":
                text += _marker(block, items, level, indent)
            case "table" if holds_blocks(block) and not indent:
                text += _told_in_rows(block, level)
            case "table":
                text += _indented(_table(block), indent)
            case "figure":
                text += _indented(_figure(block), indent)
            case "words" | "closing" | "definition":
                text += _paragraph(block, before, level, indent)
            case _:
                text += _container(block, level)
    return text


def _indented(text: str, indent: int) -> str:
    return re.sub("^", " " * indent, text, flags=re.MULTILINE)


def _ended(block: Block) -> str:
    """Return a block's words, its end and the notes on it; words that only look like an end are guarded."""
    last = len(block.content)
    while last and isinstance(block.content[last - 1], Note):
        last -= 1
    words = marked(block.content[:last])
    notes = marked(block.content[last:])
    ended = words + block.end if block.end else ENDING.sub(lambda end: f"\\{end[0]}", words)
    return " ".join(filter(None, [ended, notes]))


def _marker(block: Block, ordinal: int, level: int, indent: int) -> str:
    marker = f"{min(ordinal, MOST)}." if block.kind == "item" else "-"
    line = f"{' ' * indent}{marker} {guarded(_ended(block))}{_tail(block.role, block)}"
    return _joined(line, _blocks(block.children, block.kind, level, indent + STEP))


def _paragraph(block: Block, before: Block | None, level: int, indent: int) -> str:
    words = marked(block.content) if block.kind == "words" else _ended(block)
    placed = "closing" if indent or (before and before.kind in ("item", "closing")) else "words"
    meant = "definition" if isinstance(next(iter(block.content), None), Definition) else placed
    said = block.kind if block.kind != meant or block.role.partition(" ")[0] in SAID else ""
    line = " " * indent + guarded(words) + _tail(f"{said} {block.role}", block)
    return _joined(line, _blocks(block.children, block.kind, level, indent + STEP))


def _container(block: Block, level: int) -> str:
    opening = f"::: {block.kind}{_tail(block.role, block)}"
    if block.kind == "lines":
        lines = [f"{guarded(marked(line.content))}{_tail(line.role, line)}" for line in block.children]
        return "\n".join([opening, *lines, ":::"])
    lead_in = _paragraph(Block("words", block.content), None, level, 0) if block.content else ""
    return _joined(opening, lead_in, _blocks(block.children, block.kind, level), ":::")


# ------------------------------------------------------------------ tables and figures


def _table(table: Block) -> str:
    role = "" if table.role == "plain" else table.role
    widths = [column.width for column in table.columns] if any(column.width for column in table.columns) else []
    caption = f"{marked(table.heading)}{_tail(role, table, *widths)}".strip()
    header = table.children[0] if table.children and table.children[0].role == "header" else None
    rule = ["---:" if column.align == "right" else "---" for column in table.columns]
    rows = [_row([""] * len(rule)) if header is None else _cells(header), f"|{'|'.join(rule)}|"]
    rows += [_cells(row) for row in table.children if row is not header]
    return "\n".join([*([f"Table: {caption}"] if caption else []), *rows])


def _told_in_rows(table: Block, level: int) -> str:
    """Return a table whose cells hold more than words: a heading for each label, and what stands beside it under that."""
    opening = f"::: rows{_tail('', table, *(column.width for column in table.columns))}"
    lines = (_told(row, level) for row in table.children)
    return _joined(opening, *lines, ":::")


def _told(row: Block, level: int) -> str:
    label, beside = row.children
    first = (Block("words", beside.content),) if beside.content else ()
    words = unmistaken(guarded(marked(label.content)), HEADING_NUMBER)
    return _joined(f"{'#' * level} {words}{_tail('', row)}", _blocks((*first, *beside.children), "section", level + 1))


def _cells(row: Block) -> str:
    words = [cell_words(cell.content) for cell in row.children]
    if words and row.role == "total":
        words[0] = f"= {words[0]}".rstrip()
    elif words and row.role == "body":
        words[0] = re.sub(r"^=(?= |$)", r"\\=", words[0])
    return _row(words) + _tail("", row)


def _row(words: list[str]) -> str:
    return f"| {' | '.join(words)} |"


def _figure(figure: Block) -> str:
    """Return a picture by its name; a drawing stands in no text, so its fingerprint names it."""
    drawn = not PICTURE.fullmatch(figure.picture)
    name = sha256(figure.picture.encode()).hexdigest()[:16] if drawn else figure.picture
    caption = f"{marked(figure.heading)}{_tail(figure.role, figure)}".strip()
    return f"![{marked(figure.content)}](picture:{name})" + (f"\nFigure: {caption}" if caption else "")
