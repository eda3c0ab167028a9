"""What stands inside a paragraph, as runs: words, bold, definitions, blanks, references, notes, tracked changes.

In: inline content and the spot where it stands. Out: `Printed`, the runs as XML.

A reference in words that stand in both texts is not tracked where its number alone differs: its field shows the newer.
It is tracked where its field differs, as it must when its target has moved: no field can point at both places.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.document.tree import Blank, Both, Definition, Deleted, Inserted, Note, Reference, Strong, Text
from section75.document.typography import bind
from section75.writers.docx.comments import anchored
from section75.writers.docx.fields import field
from section75.writers.docx.tracking import NOTHING, SIDES, Sided
from section75.writers.docx.xml import run, text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from section75.comparison.settling import Side
    from section75.document.references import Spot
    from section75.document.tree import Inline
    from section75.writers.docx.comments import Notes
    from section75.writers.docx.crossings import Crossings
    from section75.writers.docx.tracking import Change, Tracker

BOLD: Final = frozenset({"Strong", "DefinedTerm"})
"""Character styles that are bold themselves."""
_HIGHLIGHT: Final = '<w:highlight w:val="yellow"/>'


@dataclass(frozen=True, slots=True)
class Look:
    """How words look: a character style, bold beyond it, how they are tracked.

    `plain` takes away the bold of a heading.
    """

    style: str = ""
    bold: bool = False
    change: Change = ""
    plain: bool = False

    def tracked(self, change: Change) -> Look:
        """Return the look of words that are tracked so."""
        return self if change == self.change else replaced(self, change=change)

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
    """The runs of a paragraph, and how they all are tracked, if all alike."""

    xml: str
    change: Change = ""


class Ink:
    """Turns inline content into runs; keeps the notes."""

    def __init__(self, notes: Notes, crossings: Mapping[Side, Crossings], tracker: Tracker) -> None:
        """Print notes into `notes`, references as the `crossings` of their text find them, changes as `tracker` writes them."""
        self._notes = notes
        self._crossings = crossings
        self._tracker = tracker

    def printed(
        self, content: Sequence[Inline], spot: Spot, before: Sided[str] = NOTHING, end: Sided[str] = NOTHING, look: Look | None = None
    ) -> Printed:
        """Return the runs of the content, between words before it and the punctuation that ends it."""
        look = look or Look()
        leaves = [*_edge(before, look), *self._leaves(content, spot, look), *_edge(end, look)]
        leaves = _merged(leaf for leaf in leaves if leaf.words or leaf.notes)
        changes = {leaf.look.change for leaf in leaves if leaf.words}
        return Printed("".join(self._runs(leaves)), changes.pop() if len(changes) == 1 else look.change)

    def _leaves(self, content: Sequence[Inline], spot: Spot, look: Look) -> list[Leaf]:
        leaves: list[Leaf] = []
        for inline in content:
            if isinstance(inline, Note):
                if SIDES[look.change] == ("old",):
                    continue  # nobody is asked anything about words that are gone
                before = leaves.pop() if leaves else Leaf("", look)
                leaves.append(replaced(before, notes=(*before.notes, self._notes.add(inline))))
            else:
                leaves += self._leaf(inline, spot, look)
        return leaves

    def _leaf(self, inline: Inline, spot: Spot, look: Look) -> list[Leaf]:
        match inline:
            case Text(words=words):
                return [Leaf(words, look)]
            case Strong(content=content):
                return self._leaves(content, spot, replaced(look, style=look.style or "Strong", bold=True))
            case Definition(content=content):
                term = self._leaves(content, spot, replaced(look, style="DefinedTerm", bold=True))
                return [Leaf("“", look), *term, Leaf("”", look)]
            case Blank(label=label):
                return [Leaf(f"[● {label}]", replaced(look, style="Blank"))]
            case Both(new=new):
                return self._leaf(new, spot, look)
            case Reference():
                return self._reference(inline, spot, look)
            case Inserted(content=content):
                return self._changed(content, spot, look, "ins")
            case Deleted(content=content):
                return self._changed(content, spot, look, "del")
            case _:
                return []

    def _changed(self, content: Sequence[Inline], spot: Spot, look: Look, change: Change) -> list[Leaf]:
        """Return words of one text; within what stands in the other text only they stand nowhere."""
        if look.change:
            return self._leaves(content, spot, look) if SIDES[look.change] == SIDES[change] else []
        return self._leaves(content, spot, look.tracked(change))

    def _reference(self, reference: Reference, spot: Spot, look: Look) -> list[Leaf]:
        new = tuple(self._crossings["new"].pieces(reference, spot)) if "new" in SIDES[look.change] else ()
        if "old" not in self._crossings or "old" not in SIDES[look.change]:
            old = new
        else:
            old = tuple(self._crossings["old"].pieces(Reference(reference.target, reference.was or reference.label), spot))
        if not look.change and _fields(old) == _fields(new):
            old = new
        each = Sided(old, new).each(look.change)
        return [Leaf(words, look.tracked(change), field) for pieces, change in each for words, field in pieces]

    def _runs(self, leaves: Sequence[Leaf]) -> Iterator[str]:
        for (change, notes), group in groupby(leaves, lambda leaf: (leaf.look.change, leaf.notes)):
            runs = "".join(leaf.xml() for leaf in group)
            runs = self._tracker.around(change, runs)
            for note in notes:
                runs = anchored(note, runs)
            yield runs


def _edge(words: Sided[str], look: Look) -> list[Leaf]:
    return [Leaf(said, look.tracked(change)) for said, change in words.each(look.change) if said]


def _fields(pieces: Sequence[tuple[str, str]]) -> list[str]:
    """Return what stays of pieces when their numbers change: the fields, and the words between them."""
    return [field or words for words, field in pieces]


def _merged(leaves: Iterable[Leaf]) -> list[Leaf]:
    """Return the leaves with neighbouring plain words of one look as one, so that fixed spaces are found."""
    merged: list[Leaf] = []
    for (look, plain), alike in groupby(leaves, lambda leaf: (leaf.look, not (leaf.field or leaf.notes))):
        together = list(alike)
        merged += [Leaf("".join(leaf.words for leaf in together), look)] if plain and len(together) > 1 else together
    return merged
