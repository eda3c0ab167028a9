"""The block structure of house Markdown: numbered lines, bullets, paragraphs, tables and figures, under headings.

In: the lines of a text. Out: a tree of elements, one a block, named by its kind; headings become nested `section`s.
Nothing is guessed: a line that could be read in two ways is a fault, and reading goes on so that all faults show at once.

A block stands at 0, 4, 8 or 12 spaces. What stands at one level holds what stands one level deeper.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from section75.text.markup.frames import Frame, Standing
from section75.text.markup.headings import fence, heading
from section75.text.markup.paragraphs import WORDS, Paragraph, begun, named, spoken
from section75.text.markup.signs import BULLET, DEEPEST_MARKER, DEFINED, ITEM, PICTURE, STEP
from section75.text.markup.tables import CAPTION, Table
from section75.text.markup.tails import parted

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from section75.text.markup.reading import Line, Reading

FIGURE: Final = re.compile(r"!\[(?P<words>[^\[\]]*)\]\(picture:(?P<name>[^()\s]*)\)$")
SAID_TO_DEFINE: Final = re.compile(r"\{[^{}]*\.definition(?![a-z-])[^{}]*\}$")
FIGURE_CAPTION: Final = "Figure:"


def outline(root: Element, reading: Reading) -> None:
    """Read every line into elements under a root, then see that nothing is left open."""
    standing = Standing(reading, [Frame(root)])
    for line in reading.lines:
        _take(standing, line)
    standing.close()
    for frame in standing.frames[1:]:
        if frame.fence:
            standing.fault(frame.fence, f"“::: {frame.holder.tag}” is not closed.", "Write ::: on a line of its own where it ends.")


def _take(standing: Standing, line: Line) -> None:
    words = line.words
    if not words:
        standing.close()
        standing.fresh = True
        return
    if line.indent % STEP:
        spaces = "space" if line.indent == 1 else "spaces"
        standing.fault(line, f"The line is indented by {line.indent} {spaces}.", "Indent by four spaces a level: 0, 4, 8 or 12.")
    if words.startswith(":::") and not line.indent:
        fence(standing, line, words)
    elif standing.frame.holder.tag == "lines":
        _short(standing, line, words)
    else:
        take = next((take for shape, take in _SHAPES if shape.match(words)), _words)
        take(standing, line, words)


def _item(standing: Standing, line: Line, words: str) -> None:
    _marked(standing, line, words, ITEM, "item")


def _bullet(standing: Standing, line: Line, words: str) -> None:
    _marked(standing, line, words, BULLET, "bullet")


def _marked(standing: Standing, line: Line, words: str, marker: re.Pattern[str], tag: str) -> None:
    standing.close()
    depth = standing.depth(line, DEEPEST_MARKER)
    parent = standing.frame.parent(depth)
    element = standing.add(line, depth, tag)
    rest = begun(marker.sub("", words, count=1), line, standing.reading, marked=True)
    standing.going = Paragraph(element, parent, line, line.indent + STEP, [rest])
    standing.frame.open.append(element)


def _words(standing: Standing, line: Line, words: str) -> None:
    rest = begun(words, line, standing.reading, marked=False)
    going = standing.going if isinstance(standing.going, Paragraph) else None
    stray = not standing.fresh and rest == words
    if stray and going and (line.indent == going.further or line.indent % STEP):
        going.words.append(words)
        return
    if stray:
        also = f", or indent it by {going.further} spaces to go on" if going else ""
        standing.fault(line, "The line neither goes on from the one above nor begins a paragraph.", f"Put an empty line above it{also}.")
    standing.close()
    depth = standing.depth(line, DEEPEST_MARKER + STEP, quiet=stray)
    parent = standing.frame.parent(depth)
    element = standing.add(line, depth, WORDS)
    standing.going = Paragraph(element, parent, line, depth * STEP, [rest])
    if DEFINED.match(words) or SAID_TO_DEFINE.search(words):
        standing.frame.open.append(element)


def _short(standing: Standing, line: Line, words: str) -> None:
    """Take a line of `::: lines`: words, each a paragraph of its own."""
    if line.indent:
        standing.fault(line, "A line in “::: lines” stands at the margin.", "Take the spaces away.")
    element = standing.add(line, 0, "words")
    rest = begun(words, line, standing.reading, marked=True)
    Paragraph(element, standing.frame.holder, line, 0, [rest]).close(standing.reading)


# ---------------------------------------------------------------- tables and figures


def _table(standing: Standing, line: Line, words: str) -> None:
    caption = words.startswith(CAPTION)
    if not caption and isinstance(standing.going, Table) and line.indent == standing.going.further:
        standing.going.rows.append(line)
        return
    standing.close()
    element = standing.add(line, standing.depth(line, DEEPEST_MARKER), "table")
    standing.going = Table(element, line, line.indent, line if caption else None, [] if caption else [line])


def _figure(standing: Standing, line: Line, words: str) -> None:
    standing.close()
    found = FIGURE.match(words)
    name = standing.reading.spelt(found["name"]) if found else ""
    if not found or not PICTURE.fullmatch(name):
        standing.fault(line, "A picture is wanted here.", "Write ![what it shows](picture:name) on a line of its own.")
        return
    element = standing.add(line, standing.depth(line, DEEPEST_MARKER), "figure")
    element.set("picture", name)
    spoken(element, "words", found["words"])


def _caption(standing: Standing, line: Line, words: str) -> None:
    standing.close()
    parent = standing.frame.parent(standing.depth(line, DEEPEST_MARKER))
    standing.fresh = False
    if not len(parent) or parent[-1].tag != "figure" or parent[-1].find("heading") is not None:
        standing.fault(line, "No picture stands above this caption.", "Put it directly below the picture.")
        return
    rest, tail = parted(words.removeprefix(FIGURE_CAPTION), line, standing.reading)
    named(parent[-1], tail, " ".join(tail.roles))
    spoken(parent[-1], "heading", rest)


Take = Callable[[Standing, "Line", str], None]
_SHAPES: Final[tuple[tuple[re.Pattern[str], Take], ...]] = (
    (re.compile(r"#{1,6}(?: |$)"), heading),
    (ITEM, _item),
    (BULLET, _bullet),
    (re.compile(rf"\||{CAPTION}(?: |$)"), _table),
    (re.compile(r"!\["), _figure),
    (re.compile(rf"{FIGURE_CAPTION}(?: |$)"), _caption),
)
