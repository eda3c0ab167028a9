"""A comparison as Markdown for a pull request: the summary as a table, then what changed, each under its heading.

In: a `Comparison`. Out: bytes. It is the Markdown that forges show, not the house's: words that came are `<ins>`, words that went `<del>`,
which forges and screen readers tell apart. Its words stand in templates/comparison.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.comparison.showing import shown
from section75.document.tree import Blank, Both, Definition, Deleted, Inline, Inserted, Note, Reference, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.commands.comparison import Comparison
    from section75.document.tree import Block, Part

HEADED: Final = ("clause", "division", "paragraph", "section")
DEEPEST: Final = 6
SIGNS: Final = re.compile(r"[\\`*_{}\[\]<>#|~]")
FIRST: Final = re.compile(r"^(?=[-+](?: |$))|^(?=\d+[.)] )")


def write(comparison: Comparison) -> bytes:
    """Return the page. Raises `Refused` with every fault of its texts."""
    document = shown(comparison.page())
    pieces = [piece for part in document.parts for piece in _part(part)]
    return ("\n\n".join(pieces) + "\n").encode()


def _part(part: Part) -> Iterator[str]:
    heading = ": ".join(filter(None, [escaped(part.number), marked(part.heading)]))
    if heading:
        yield f"## {heading}"
    yield from _blocks(part.children, 3 if heading else 2)


def _blocks(blocks: tuple[Block, ...], level: int) -> Iterator[str]:
    run: list[str] = []
    for block in blocks:
        if block.kind in ("item", "bullet", "definition"):
            run += _listed(block, 0)
            continue
        if run:
            yield "\n".join(run)
            run = []
        yield from _block(block, level)
    if run:
        yield "\n".join(run)


def _block(block: Block, level: int) -> Iterator[str]:
    if block.kind in HEADED:
        depth = 1 if block.role == "title" else min(level, DEEPEST)
        number = f"{block.number}:" if block.kind == "division" and block.number else block.number
        yield " ".join(filter(None, ["#" * depth, escaped(number), marked(block.heading)]))
        yield from _blocks(block.children, level + (block.role != "title"))
    elif block.kind == "table":
        yield from filter(None, [_caption(block)])
        yield _table(block)
    elif block.kind == "figure":
        yield _caption(block)
    else:
        yield from filter(None, [FIRST.sub(r"\\", marked(block.content) + escaped(block.end))])
        yield from _blocks(block.children, level)


def _listed(block: Block, depth: int) -> Iterator[str]:
    number = f"**{escaped(block.number)}** " if block.number else ""
    yield f"{'  ' * depth}- {number}{FIRST.sub(_escape, marked(block.content) + escaped(block.end))}"
    for child in block.children:
        if child.kind == "table":
            yield from ("", *(f"{'  ' * (depth + 1)}{line}" for line in _table(child).split("\n")), "")
        else:
            yield from _listed(child, depth + 1)


def _caption(block: Block) -> str:
    words = ": ".join(filter(None, [escaped(block.number), marked(block.heading)]))
    return f"**{words}**" if words else ""


def _table(table: Block) -> str:
    width = max([len(table.columns), *(len(row.children) for row in table.children)])
    head = [row for row in table.children if row.role == "header"][:1]
    rule = [("---:" if column.align == "right" else "---") for column in table.columns] + ["---"] * (width - len(table.columns))
    lines = [_row(head[0], width) if head else f"|{'  |' * width}", f"| {' | '.join(rule)} |"]
    return "\n".join([*lines, *(_row(row, width) for row in table.children if row not in head)])


def _row(row: Block, width: int) -> str:
    cells = [_cell(cell) for cell in row.children] + [""] * (width - len(row.children))
    return f"| {' | '.join(cells)} |"


def _cell(cell: Block) -> str:
    own = marked(cell.content) + escaped(cell.end)
    below = (" ".join(filter(None, [escaped(child.number), _cell(child)])) for child in cell.children)
    return "<br>".join(filter(None, [own, *below]))


# ------------------------------------------------------------------ words


def marked(content: tuple[Inline, ...]) -> str:
    """Return words as a forge shows them; drafting notes are left out."""
    return "".join(map(_marks, content))


def _marks(inline: Inline) -> str:
    match inline:
        case Text(words=words) | Reference(label=words):
            return escaped(words)
        case Strong(content=content):
            return f"<b>{marked(content)}</b>"
        case Definition(content=content):
            return f"“<b>{marked(content)}</b>”"
        case Blank(label=label):
            return escaped(f"[● {label}]")
        case Both(new=new):
            return _marks(new)
        case Inserted(content=content):
            return f"<ins>{marked(content)}</ins>"
        case Deleted(content=content):
            return f"<del>{marked(content)}</del>"
        case Note():
            return ""


def escaped(words: str) -> str:
    r"""Return words in which no sign means anything to a forge.

    >>> escaped("5 * 3 [x] <b>")
    '5 \\* 3 \\[x\\] \\<b\\>'
    """
    return SIGNS.sub(_escape, words)


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"
