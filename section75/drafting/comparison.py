"""A comparison, drafted: its summary, the changed provisions as a redline, and both texts side by side.

In: two paired documents, what the two are called, and the texts of `templates/comparison`. Out: a Document. Its words stand in the
texts; its numbers are those of the two documents.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from section75.comparison.changes import changes
from section75.comparison.excerpts import excerpt, shortened, touched
from section75.comparison.redline import redline_of
from section75.comparison.sides import sides
from section75.comparison.summary import summary
from section75.document.tree import Deleted, Document, Inserted, Part, Reference, Text, plain
from section75.drafting.writing import Writing
from section75.problems import Refused
from section75.text.printing import Said

if TYPE_CHECKING:
    from section75.comparison.changes import Change
    from section75.comparison.pairs import Pairs
    from section75.comparison.summary import Line
    from section75.document.tree import Inline
    from section75.text.library import Template

MOST_PLACES: Final = 3
"""Places of one change that a line of the summary names; the others are counted."""
MOST_OF_A_NAME: Final = 12
"""Words of a heading, or of the cells that name a row, that are shown."""


@dataclass(frozen=True, slots=True)
class Told:
    """A line of the summary, as the text prints it."""

    kind: str
    what: str
    name: str
    places: tuple[Said, ...]
    more: int
    shown: Said


@dataclass(frozen=True, slots=True)
class Beside:
    """A row of the texts side by side; words are nothing in the text that has the paragraph not."""

    place: str
    old: Said | None
    new: Said | None


def draft_comparison(pairs: Pairs, older: str, newer: str, page: Template, beside: Template | None = None) -> Document:
    """Return the comparison of two documents; `beside` is the text of both side by side, if they are wanted.

    Raises `Refused` with every fault of its texts.
    """
    told = summary(changes(pairs))
    document = redline_of(pairs)
    writing = Writing(
        {
            "title": document.title,
            "older": older,
            "newer": newer,
            "lines": tuple(map(_told, told.lines)),
            "count": told.count,
            "renumbered": told.renumbered,
            "endings": told.endings,
            "slight": told.renumbered + told.endings,
            "sides": tuple(Beside(side.new_place or side.old_place, _said(side.old), _said(side.new)) for side in sides(pairs)),
        }
    )
    front = Part("body", children=writing.blocks(page.body, page.id))
    last = (Part("body", children=writing.blocks(beside.body, beside.id)),) if beside and told.lines else ()
    if writing.problems:
        raise Refused(writing.problems)
    title = next((plain(block.heading) for block in front.children if block.role == "title"), "")
    shown = touched(document).parts if told.lines else ()
    return replace(document, kind="comparison", title=title, running=title, state="", was=(), parts=(front, *shown, *last))


def draft_state(older: str, newer: str, line: Template) -> str:
    """Return the line at the head of a redline's pages, which says what it compares. Raises `Refused` with every fault of its text."""
    writing = Writing({"older": older, "newer": newer})
    blocks = writing.blocks(line.body, line.id)
    if writing.problems:
        raise Refused(writing.problems)
    return " ".join(plain(block.content) for block in blocks)


def _said(content: tuple[Inline, ...]) -> Said | None:
    return Said(content) if content else None


def _told(line: Line) -> Told:
    every: dict[str, Said] = {}
    for change in line.changes:
        every.setdefault(_where(change), _place(change))
    places = list(every.values())
    named = line.kind != "renamed" and line.what != "cell" and len(line.changes) == 1
    name = plain(shortened((Text(line.first.name),), MOST_OF_A_NAME)) if named else ""
    return Told(line.kind, line.what, name, tuple(places[:MOST_PLACES]), len(places) - len(places[:MOST_PLACES]), Said(_shown(line)))


def _where(change: Change) -> str:
    """Return where something stands, or stood, in words; of a cell also its row and column. The whole document has no place."""
    where = change.new_place or change.old_place or "the document"
    return f"{where}: {change.name}" if change.what == "cell" and change.name else where


def _place(change: Change) -> Said:
    """Return that as a link, if there is something to lead to."""
    where = _where(change)
    return Said((Reference(change.id, where) if change.id and change.new_place else Text(where),))


def _shown(line: Line) -> tuple[Inline, ...]:
    """Return the words that went and those that came, cut short."""
    first = line.first
    if first.content and len(line.changes) == 1:
        return excerpt(first.content)
    old, new = (line.old, line.new) if line.kind != "moved" else ("", "")
    if line.kind == "moved":
        return (Text(f"{first.old_place} → {first.new_place}"),)
    marks = ((Deleted, old), (Inserted, new))
    return tuple(mark(shortened((Text(" ".join(words.split())),))) for mark, words in marks if words)
