"""What stands inside a paragraph, as runs: words, bold, definitions, blanks, references, notes, tracked changes.

In: inline content and the spot where it stands. Out: `Printed`, the runs as XML.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.document.tree import Blank, Both, Definition, Deleted, Inserted, Note, Reference, Strong, Text
from section75.document.typography import bind
from section75.writers.docx.comments import anchored
from section75.writers.docx.fields import field
from section75.writers.docx.xml import CHANGED, run, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from section75.document.references import Spot
    from section75.document.tree import Inline
    from section75.writers.docx.comments import Notes
    from section75.writers.docx.crossings import Crossings

BOLD: Final = frozenset({"Strong", "DefinedTerm"})
"""Character styles that are bold themselves."""
_HIGHLIGHT: Final = '<w:highlight w:val="yellow"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: a character style, bold beyond it, whether they are new (`ins`) or gone (`del`).

    `plain` takes away the bold of a heading.
    """

    style: str = ""
    bold: bool = False
    change: str = ""
    plain: bool = False

    def properties(self) -> str:
        """Return the run properties."""
        style = f'<w:rStyle w:val="{self.style}"/>' if self.style else ""
        bold = '<w:b w:val="0"/>' if self.plain else "<w:b/>" if self.bold and self.style not in BOLD else ""
        return f"{style}{bold}{_HIGHLIGHT if self.style == 'Blank' else ''}"


@dataclass(frozen=True, slots=True)
class Leaf:
    """Words that look alike; `field` is the instruction of the field that gives them, if one does."""

    words: str
    look: Look
    field: str = ""
    notes: tuple[int, ...] = ()

    def xml(self) -> str:
        """Return the runs."""
        if not self.words:
            return ""
        deleted = self.look.change == "del"
        if self.field:
            return field(self.field, self.words, self.look.properties(), deleted=deleted)
        return run(text(bind(self.words), deleted=deleted), self.look.properties())


@dataclass(frozen=True, slots=True)
class Printed:
    """The runs of a paragraph, and the properties of its mark if all of it is new or gone."""

    xml: str
    mark: str = ""


class Ink:
    """Turns inline content into runs; keeps the notes and the ids of tracked changes."""

    def __init__(self, notes: Notes, crossings: Crossings, ids: Iterator[int]) -> None:
        """Print notes into `notes` and references as `crossings` finds them."""
        self._notes = notes
        self._crossings = crossings
        self._ids = ids

    def printed(self, content: Sequence[Inline], spot: Spot, before: str = "", end: str = "", look: Look | None = None) -> Printed:
        """Return the runs of the content, between words before it and the punctuation that ends it."""
        look = look or Look()
        leaves = self._leaves(content, spot, look)
        first, last = (leaves[0].look.change, leaves[-1].look.change) if leaves else ("", "")
        leaves = [Leaf(before, replace(look, change=first)), *leaves, Leaf(end, replace(look, change=last))]
        leaves = _merged(leaf for leaf in leaves if leaf.words or leaf.notes)
        changes = {leaf.look.change for leaf in leaves}
        change = changes.pop() if len(changes) == 1 else ""
        mark = f'<w:{change} w:id="{next(self._ids)}" {CHANGED}/>' if change else ""
        return Printed("".join(self._runs(leaves)), mark)

    def _leaves(self, content: Sequence[Inline], spot: Spot, look: Look) -> list[Leaf]:
        leaves: list[Leaf] = []
        for inline in content:
            if isinstance(inline, Note):
                before = leaves.pop() if leaves else Leaf("", look)
                leaves.append(replace(before, notes=(*before.notes, self._notes.add(inline))))
            else:
                leaves += self._leaf(inline, spot, look)
        return leaves

    def _leaf(self, inline: Inline, spot: Spot, look: Look) -> list[Leaf]:
        match inline:
            case Text(words=words):
                return [Leaf(words, look)]
            case Strong(content=content):
                return self._leaves(content, spot, replace(look, style=look.style or "Strong", bold=True))
            case Definition(content=content):
                term = self._leaves(content, spot, replace(look, style="DefinedTerm", bold=True))
                return [Leaf("“", look), *term, Leaf("”", look)]
            case Blank(label=label):
                return [Leaf(f"[● {label}]", replace(look, style="Blank"))]
            case Both(new=new):
                return self._leaf(new, spot, look)
            case Reference():
                return [Leaf(words, look, field) for words, field in self._crossings.pieces(inline, spot)]
            case Inserted(content=content):
                return self._leaves(content, spot, replace(look, change="ins"))
            case Deleted(content=content):
                return self._leaves(content, spot, replace(look, change="del"))
            case _:
                return []

    def _runs(self, leaves: Sequence[Leaf]) -> Iterator[str]:
        for (change, notes), group in groupby(leaves, lambda leaf: (leaf.look.change, leaf.notes)):
            runs = "".join(leaf.xml() for leaf in group)
            if change and runs:
                runs = f'<w:{change} w:id="{next(self._ids)}" {CHANGED}>{runs}</w:{change}>'
            for note in notes:
                runs = anchored(note, runs)
            yield runs


def _merged(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Return the leaves with neighbouring plain words of one look as one, so that fixed spaces are found."""
    merged: list[Leaf] = []
    for leaf in leaves:
        before = merged[-1] if merged else None
        if before and before.look == leaf.look and not (before.field or leaf.field or before.notes or leaf.notes):
            merged[-1] = replace(before, words=before.words + leaf.words)
        else:
            merged.append(leaf)
    return merged
