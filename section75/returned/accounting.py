"""Whether every tracked change of a file is accounted for.

In: a returned file and the events it made. Out: a problem for each tracked change that no event explains: better a question too many than
a change that nobody has read. What Word marks when it works out the contents afresh is counted, and no change of anybody's.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Place, Problem
from section75.returned.marks import shown
from section75.returned.paragraphs import marks_in
from section75.returned.runs import THING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.returned.event import Event
    from section75.returned.marks import Mark, Paragraph
    from section75.returned.paragraphs import Returned

RULE: Final = "tracked-change"
REMEDY: Final = "Look at it in Word, and make the change in the facts or the clause by hand."
SHAPES: Final = ("added", "removed", "moved", "joined", "split", "lost", "duplicated")
"""The events that explain a change of where paragraphs end."""


def unaccounted(returned: Returned, events: Iterable[Event], shown_as: str) -> tuple[Problem, ...]:
    """Return a problem for each tracked change that no event explains."""
    told = list(events)
    worded = {number for event in told for number in event.paragraphs if event.kind != "comment"}
    shaped = {number for event in told if event.kind in SHAPES for number in event.paragraphs}
    found = dict.fromkeys(_problem(mark, one, shown_as) for mark, one in _left(returned.paragraphs, worded, shaped))
    return tuple(found)


def _left(paragraphs: tuple[Paragraph, ...], worded: set[int], shaped: set[int]) -> Iterator[tuple[Mark, Paragraph]]:
    for number, mark in marks_in(paragraphs):
        one = paragraphs[number]
        if one.where == "contents":
            continue
        if mark.of == "words":
            explained = number in worded or _without_effect(one, mark)
        elif mark.of == "row":
            explained = number in shaped or any(other in shaped for other in _row_of(paragraphs, number))
        else:
            explained = bool({number, number + 1} & shaped) or _joins_nothing(paragraphs, number)
        if not explained:
            yield mark, one


def _without_effect(one: Paragraph, mark: Mark) -> bool:
    """Whether a change of words leaves the paragraph saying what it said: spaces, or the same words typed again."""
    return one.where == "text" and shown(one.old) == shown(one.new) and THING not in mark.words


def _row_of(paragraphs: tuple[Paragraph, ...], number: int) -> Iterator[int]:
    row = paragraphs[number].row
    return (other for other, one in enumerate(paragraphs) if one.row == row)


def _joins_nothing(paragraphs: tuple[Paragraph, ...], number: int) -> bool:
    """Whether one of the two paragraphs between which an end is tracked has no words at all: an empty line, or the end of a row."""
    one = paragraphs[number]
    if one.row_born or one.row_gone:
        return True
    after = paragraphs[number + 1] if number + 1 < len(paragraphs) else one
    empty = not (one.old or one.new)
    return one.where == "text" and (empty or after.cell != one.cell or not (after.old or after.new))


def _problem(mark: Mark, one: Paragraph, shown_as: str) -> Problem:
    where = {"text": "in the text", "head or foot": "in the head or foot of the pages", "note": "in a note at the foot of a page"}
    said = f"“{mark.words}”" if mark.words else "the end of a paragraph" if mark.of == "paragraph" else "something"
    by = f" by {mark.who}" if mark.who else ""
    beside = f", beside “{shown(one.new or one.old)[:60]}”" if one.new or one.old else ""
    message = f"A tracked change{by} ({mark.kind}: {said}) {where.get(one.where, 'in a text box')}{beside}, is not accounted for."
    return Problem(Place(shown_as), RULE, "error", message, REMEDY)
