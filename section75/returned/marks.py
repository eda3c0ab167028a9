"""What Word keeps of a change: the words that were there, those that are there now, and who changed them when.

In: nothing; the reader of paragraphs builds them. Out: `Mark`, `Comment`, `Paragraph`, and the sign that stands for a live number.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from typing import Final, Literal

FIELD_OPEN: Final = "\ue000"
FIELD_SHOWS: Final = "\ue001"
FIELD_CLOSE: Final = "\ue002"
FIELD: Final = re.compile("\ue000([0-9]+)\ue001([^\ue000-\ue002]*)\ue002")
"""A field that prints the number of a bookmarked paragraph: its place in the walk, and the words last shown."""
_OWN_SIGNS: Final = re.compile("[\ue000-\uf8ff]")
_SPACES: Final = re.compile(r"[\s\u00a0\u2007\u202f\u200b\ufeff]+")

Where = Literal["text", "contents", "head or foot", "note", "text box"]


@dataclass(frozen=True, slots=True)
class Mark:
    """One tracked change: of words, of a paragraph's end, or of a whole row."""

    kind: Literal["inserted", "deleted", "moved here", "moved away"]
    of: Literal["words", "paragraph", "row"]
    who: str
    when: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Comment:
    """A comment: on which words it stands, what it says, what it answers, and whether it is marked as done."""

    id: str
    who: str
    when: str
    words: str
    on: str = ""
    answers: str = ""
    done: bool = False
    paragraph: int = -1
    """The number of the paragraph in which it begins; -1 if it stands nowhere."""


@dataclass(frozen=True, slots=True)
class Piece:
    """Words that follow one of our bookmarks, or none: with all changes refused, and with all accepted."""

    key: str
    old: str
    new: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph of the file.

    `keys` are our bookmarks that begin in it (`12`, or `12w` for the words below a heading). `born` and `gone` say that its end is
    tracked as new or as deleted, so that it runs into the next. `row` and `cell` are the numbers of the row and the cell of a table that it
    stands in, counted through the file, or nothing; `row_born` and `row_gone` say that the row is tracked.
    """

    pieces: tuple[Piece, ...]
    marks: tuple[Mark, ...] = ()
    born: bool = False
    gone: bool = False
    row: int = 0
    cell: int = 0
    row_born: bool = False
    row_gone: bool = False
    where: Where = "text"

    @property
    def keys(self) -> tuple[str, ...]:
        """Our bookmarks that begin in it, in order."""
        return tuple(piece.key for piece in self.pieces if piece.key)

    @property
    def old(self) -> str:
        """Its words with every change refused."""
        return "" if self.row_born else tidied("".join(piece.old for piece in self.pieces))

    @property
    def new(self) -> str:
        """Its words with every change accepted."""
        return "" if self.row_gone else tidied("".join(piece.new for piece in self.pieces))


def tidied(words: str) -> str:
    r"""Return words as they are compared: composed, with plain single spaces and none at either end.

    >>> tidied(" clause\u00a09.2  of it ")
    'clause 9.2 of it'
    """
    return _SPACES.sub(" ", unicodedata.normalize("NFC", words)).strip()


def guarded(words: str) -> str:
    """Return words from a file with a visible sign for each that could be taken for one of ours."""
    return _OWN_SIGNS.sub("\ufffd", words)


def shown(words: str) -> str:
    """Return words as a reader of the page sees them: a live number as the words it shows."""
    return tidied(FIELD.sub(lambda found: found[2], words))
