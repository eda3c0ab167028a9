"""Short ways to build a tree by hand, and the two houses, for the sample documents.

In: words. Out: blocks as a drafter makes them, without numbers.
"""

from __future__ import annotations

from pathlib import Path

from section75.document.house import House, Scheme
from section75.document.tree import (
    Block,
    Column,
    Ending,
    Inline,
    Kind,
    Reference,
    Strong,
    Text,
)

HOUSES = Path(__file__).parent.parent / "templates" / "houses"
HOUSE = House(
    name="default",
    scheme=Scheme(),
    sheets=(HOUSES / "default" / "print.css",),
    screen=HOUSES / "default" / "screen.css",
)
LANCASHIRE = House(
    name="lancashire",
    scheme=Scheme(sections=("", ""), section_items=("", "(a)"), recommendations=("(i)", "(a)")),
    sheets=(HOUSES / "default" / "print.css", HOUSES / "lancashire" / "print.css"),
    screen=HOUSES / "default" / "screen.css",
)

HOSTILE = "<b>&{{ 7*7 }}\"'</style><script>"

Said = str | Inline


def said(*words: Said) -> tuple[Inline, ...]:
    return tuple(Text(word) if isinstance(word, str) else word for word in words)


def bold(words: str) -> Strong:
    return Strong(said(words))


def to(target: str) -> Reference:
    return Reference(target, "clause")


def block(kind: Kind, *words: Said, end: Ending = "", name: str = "", role: str = "", holds: tuple[Block, ...] = ()):
    return Block(kind, content=said(*words), children=holds, id=name, end=end, role=role)


def headed(kind: Kind, heading: str, *children: Block, name: str = "", role: str = "") -> Block:
    return Block(kind, heading=said(heading), children=children, id=name, role=role)


def item(*words: Said, end: Ending = "", name: str = "", holds: tuple[Block, ...] = ()) -> Block:
    return block("item", *words, end=end, name=name, holds=holds)


def words(*content: Said, role: str = "") -> Block:
    return block("words", *content, role=role)


def lines(*each: Said) -> Block:
    return block("lines", holds=tuple(words(line) for line in each))


def row(*cells: Said, role: str = "body", name: str = "") -> Block:
    return Block("row", children=tuple(Block("cell", content=said(cell)) for cell in cells), role=role, id=name)


def table(caption: str, *rows: Block, widths: str = "", name: str = "", role: str = "plain") -> Block:
    """Build a table; `widths` reads `40 30> 30>`, where `>` aligns a column right."""
    columns = tuple(Column(int(width.rstrip(">") or 0), "right" if width.endswith(">") else "left") for width in widths.split())
    return Block("table", heading=said(caption) if caption else (), children=rows, id=name, role=role, columns=columns)
