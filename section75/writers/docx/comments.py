"""Drafting notes as Word comments, numbered through the document.

In: the words of each note, in the order of the text. Out: where a comment is anchored, and the comments part.
"""

from __future__ import annotations

from typing import Final

from section75.writers.docx.xml import DECLARED, HEADER, Paragraph, run, text

AUTHOR: Final = 'w:author="Drafting notes" w:initials="DN" w:date="2000-01-01T00:00:00Z"'
REFERENCE: Final = '<w:rStyle w:val="CommentReference"/>'


class Notes:
    """The drafting notes met so far."""

    def __init__(self) -> None:
        """Begin without notes."""
        self._words: list[str] = []

    def add(self, words: str) -> int:
        """Keep a note and return the id of its comment."""
        self._words.append(words)
        return len(self._words) - 1

    def part(self) -> bytes | None:
        """Return the comments part, or nothing when there are no notes."""
        if not self._words:
            return None
        comments = "".join(_comment(number, words) for number, words in enumerate(self._words))
        return f"{HEADER}<w:comments {DECLARED}>{comments}</w:comments>".encode()


def _comment(number: int, words: str) -> str:
    sign = run("<w:annotationRef/>", REFERENCE)
    note = run(text(f"Drafting note {number + 1}. {words}"))
    paragraph = Paragraph("CommentText", sign + note)
    return f'<w:comment w:id="{number}" {AUTHOR}>{paragraph.xml()}</w:comment>'


def anchored(number: int, content: str) -> str:
    """Return content, already XML, with the comment of that id upon it."""
    sign = run(f'<w:commentReference w:id="{number}"/>', REFERENCE)
    return f'<w:commentRangeStart w:id="{number}"/>{content}<w:commentRangeEnd w:id="{number}"/>{sign}'
