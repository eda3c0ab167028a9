"""Two views of a returned file: with every tracked change refused, and with every one accepted.

In: its paragraphs. Out: for either view the paragraphs that a reader would see, each with our bookmarks that stand in it. A paragraph whose
end is tracked as new runs into the next where changes are refused, and one whose end is tracked as deleted where they are accepted.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.returned.marks import shown, tidied
from section75.returned.runs import THING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from section75.returned.marks import Paragraph


@dataclass(frozen=True, slots=True)
class Standing:
    """One paragraph as a reader sees it: its bookmarks, each with the words after it, and the paragraphs of the file that make it."""

    pieces: tuple[tuple[str, str], ...]
    paragraphs: tuple[int, ...]
    row: int = 0
    read: bool = True
    """Whether it stands in the text itself; heads, feet, notes and the contents are not looked through for new paragraphs."""

    @property
    def keys(self) -> tuple[str, ...]:
        """Our bookmarks in it, in order, each once."""
        return tuple(dict.fromkeys(key for key, _ in self.pieces if key))

    @property
    def words(self) -> str:
        """Its words, live numbers as signs."""
        return tidied("".join(words for _, words in self.pieces))

    @property
    def empty(self) -> bool:
        """Whether a reader sees nothing in it but perhaps a picture."""
        return not shown(self.words).replace(THING, "").strip()


def refused(paragraphs: Sequence[Paragraph]) -> list[Standing]:
    """Return the paragraphs as they stood before any tracked change."""
    return _view(paragraphs, accepted=False)


def accepted(paragraphs: Sequence[Paragraph]) -> list[Standing]:
    """Return the paragraphs as they stand with every tracked change."""
    return _view(paragraphs, accepted=True)


def _view(paragraphs: Sequence[Paragraph], *, accepted: bool) -> list[Standing]:
    view: list[Standing] = []
    waiting: list[int] = []
    for number, one in enumerate(paragraphs):
        if one.row_gone if accepted else one.row_born:
            continue
        if waiting and not _runs_on(paragraphs[waiting[-1]], one):
            view += _standing(paragraphs, waiting, accepted=accepted)
            waiting = []
        waiting.append(number)
        if not (one.gone if accepted else one.born):
            view += _standing(paragraphs, waiting, accepted=accepted)
            waiting = []
    return [*view, *_standing(paragraphs, waiting, accepted=accepted)]


def _runs_on(before: Paragraph, after: Paragraph) -> bool:
    """Whether a paragraph whose end is gone runs into the next: never into another cell or story."""
    return (before.row, before.cell, before.where) == (after.row, after.cell, after.where)


def _standing(paragraphs: Sequence[Paragraph], numbers: list[int], *, accepted: bool) -> list[Standing]:
    """Return what some paragraphs of the file make in a view: nothing, where they are gone from it with all their words."""
    if not numbers:
        return []
    pieces = [entry for number in numbers for entry in _pieces(paragraphs[number], accepted=accepted)]
    last = paragraphs[numbers[-1]]
    away = (last.gone if accepted else last.born) and not tidied("".join(words for _, words in pieces))
    if away:
        return []
    return [Standing(tuple(pieces), tuple(numbers), last.row, last.where == "text")]


def _pieces(one: Paragraph, *, accepted: bool) -> list[tuple[str, str]]:
    """Return the words of a paragraph by bookmark; a bookmark whose words are gone with the paragraph's end stands here no more."""
    said = [(piece.key, piece.new if accepted else piece.old) for piece in one.pieces]
    gone = (one.gone if accepted else one.born) and not tidied("".join(words for _, words in said))
    return [] if gone else said
