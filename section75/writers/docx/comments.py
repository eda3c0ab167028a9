"""Drafting notes as Word comments, numbered through the document; what rules have found, as comments of the author “Check”.

In: each note, in the order of the text. Out: where a comment is anchored, and the comments part.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.document.tree import FINDING
from section75.document.writing_time import writing_time
from section75.writers.docx.xml import DECLARED, HEADER, Paragraph, run, text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Note

AUTHOR: Final = 'w:author="Drafting notes" w:initials="DN"'
CHECK: Final = 'w:author="Check" w:initials="C"'
REFERENCE: Final = '<w:rStyle w:val="CommentReference"/>'


class Notes:
    """The drafting notes met so far."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._notes: list[Note] = []

    def add(self, note: Note) -> int:
        """Keep a note and return the id of its comment."""
        self._notes.append(note)
        return len(self._notes) - 1

    def part(self) -> bytes | None:
        """Return the comments part, or nothing when there are no notes."""
        if not self._notes:
            return None
        comments = "".join(self._comments())
        return f"{HEADER}<w:comments {DECLARED}>{comments}</w:comments>".encode()

    def _comments(self) -> Iterator[str]:
        drafting = 0
        for number, note in enumerate(self._notes):
            if note.finding:
                yield _comment(number, CHECK, note.words.removeprefix(FINDING))
            else:
                drafting += 1
                yield _comment(number, AUTHOR, f"Drafting note {drafting}. {note.words}")


def _comment(number: int, author: str, words: str) -> str:
    sign = run("<w:annotationRef/>", REFERENCE)
    paragraph = Paragraph("CommentText", sign + run(text(words)))
    return f'<w:comment w:id="{number}" {author} w:date="{writing_time():%Y-%m-%dT%H:%M:%SZ}">{paragraph.xml()}</w:comment>'


def anchored(number: int, content: str) -> str:
    """Return content, already XML, with the comment of that id upon it."""
    sign = run(f'<w:commentReference w:id="{number}"/>', REFERENCE)
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{sign}'
