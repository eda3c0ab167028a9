"""The words of a drafted paper as other programs take them: plain Markdown for pandoc, plain data and a template for docxtemplater.

In: a Document. Out: text and bytes. Numbers stand in the words, since neither program makes them.
"""

from __future__ import annotations

import io
from typing import TYPE_CHECKING, Final

from docx import Document as WordFile

from section75.document.index import walk
from section75.document.tree import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Block, Document

KINDS: Final = {"heading": "Heading 1", "words": "Normal", "bullet": "List Bullet", "row": "Normal"}
"""The kinds of line that a template repeats, with the style of each."""


def lines(document: Document) -> Iterator[tuple[str, str]]:
    """Yield the kind and the words of each heading, paragraph and row."""
    for part, block, spot in walk(document):
        holder = block or part
        if any(above.kind in ("table", "row") for above in spot.above) or (block and block.kind in ("row", "cell")):
            continue
        number = f"{holder.number} " if holder.number else ""
        if holder.heading:
            yield "heading", f"{number}{plain(holder.heading)}"
        if block and block.content:
            yield "bullet" if block.kind == "bullet" else "words", f"{'' if block.heading else number}{plain(block.content)}{block.end}"
        if block and block.kind == "table":
            yield from (("row", " | ".join(_cells(row))) for row in block.children)


def _cells(row: Block) -> list[str]:
    return [" ".join((plain(cell.content), *(plain(inner.content) for inner in cell.children))) for cell in row.children]


def markdown(document: Document) -> str:
    """Return the words as Markdown that every reader of Markdown takes: headings, paragraphs, bullets and tables."""
    return "\n".join(_markdown(document)) + "\n"


def _markdown(document: Document) -> Iterator[str]:
    before = ""
    for kind, words in lines(document):
        if kind != before or kind != "row":
            yield ""
        yield {"heading": f"# {words}", "bullet": f"- {words}", "row": f"| {words} |"}.get(kind, words)
        if kind == "row" != before:
            yield "|" + "---|" * (words.count(" | ") + 1)
        before = kind


def data(document: Document) -> dict[str, list[dict[str, str]]]:
    """Return the words as docxtemplater takes them."""
    return {"lines": [{kind: words} for kind, words in lines(document)]}


def template() -> bytes:
    """Return a template that repeats a styled paragraph for each kind of line."""
    made = WordFile()
    made.add_paragraph("{#lines}")
    for kind, style in KINDS.items():
        made.add_paragraph(f"{{#{kind}}}")
        made.add_paragraph(f"{{{kind}}}", style=style)
        made.add_paragraph(f"{{/{kind}}}")
    made.add_paragraph("{/lines}")
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()
