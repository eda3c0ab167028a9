"""What stands between a draft and a final copy: blanks, drafting notes, assumptions.

In: a drafted document. Out: the problems that a final copy refuses, or the document without its guidance notes and its draft marks.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from section75.document.index import index, place_words
from section75.document.references import rewritten
from section75.document.tree import Blank, Note
from section75.problems import ONLY_TOLD, Place, Problem
from section75.rules import at

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.document.index import Found
    from section75.document.tree import Document
    from section75.facts.fact import Assumption


def unfinished(document: Document, assumptions: Iterable[Assumption] = ()) -> list[Problem]:
    """Return a problem for each blank, assumption and open note, saying where it stands and what to do."""
    found = index(document)
    return [
        *map(_blank, found.distinct_blanks()),
        *(_assumption(assumption) for assumption in assumptions),
        *_notes(found.notes),
    ]


def _blank(found: Found) -> Problem:
    blank = found.inline
    label, fact = (blank.label, blank.fact) if isinstance(blank, Blank) else ("", "")
    remedy = f"State {fact}." if fact else "Complete it in the text, or in a bespoke one."
    message = f"“{label}” is not known: {place_words(found.holder, found.spot)}."
    return Problem(at(found), "blank", "information", message, remedy)


def _assumption(assumption: Assumption) -> Problem:
    message = f"“{assumption.words}” is only assumed."
    remedy = f"State {assumption.path} plainly once it is settled. {assumption.because}"
    return Problem(assumption.place or Place("facts"), "assumption", "information", message, remedy)


def _notes(notes: Iterable[Found]) -> Iterator[Problem]:
    for found in notes:
        note = found.inline
        if isinstance(note, Note) and not note.guidance and not note.words.startswith("Assumption"):
            message = f"A drafting note is open: {place_words(found.holder, found.spot)}: {note.words}"
            yield Problem(at(found), "note", "information", message, "Settle it and take it out.")


def graver(problems: Iterable[Problem]) -> list[Problem]:
    """Return problems as a final copy sees them: errors, but for what is only told."""
    return [problem if problem.level in ONLY_TOLD else replace(problem, level="error") for problem in problems]


def finished(document: Document) -> Document:
    """Return the document without guidance notes, draft strip and draft state."""
    kept = tuple(part for part in document.parts if part.kind not in ("strip", "blanks"))
    return rewritten(
        replace(document, parts=kept, state="", source=""),
        lambda content, _: tuple(inline for inline in content if not isinstance(inline, Note)),
    )
