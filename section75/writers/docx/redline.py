"""The redline as a Word file with tracked changes, proved each time it is written.

In: the two Documents that were compared, their redline, a House, the author of the changes and their day. Out: the
bytes of a .docx file: who accepts all its changes has the newer text, who rejects them all the older.

The finished file is read by `settled`, which knows nothing of how it was written, once with all changes accepted and once
with all rejected. Either must be what the same writer prints of that Document alone, number by number and word by word.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Final

from section75.comparison.settling import settle
from section75.document.references import distinct, rewritten
from section75.document.tree import Definition, Deleted, Inserted, Note, Strong
from section75.writers import Unprintable
from section75.writers.docx.by_hand import by_hand
from section75.writers.docx.printing import printed
from section75.writers.docx.settled import Opened, paragraphs
from section75.writers.docx.trackable import trackable
from section75.writers.docx.tracking import Reviser
from section75.writers.docx.views import marked, views

if TYPE_CHECKING:
    import datetime as dt

    from section75.comparison.settling import Side
    from section75.document.house import House
    from section75.document.tree import Document, Inline

LONGEST: Final = 80
"""Signs of a paragraph that a message quotes at most."""
BOTH: Final[tuple[Side, Side]] = ("old", "new")
SETTLED: Final = {"old": "rejected", "new": "accepted"}


def write_redline(old: Document, new: Document, redline: Document, house: House, author: str, day: dt.date) -> bytes:
    """Return the redline of two documents in Word; raise `Unprintable` if it does not give exactly these two.

    Drafting notes are left out: they are no words of either text, and a redline goes to the other side.
    """
    bare_old, bare_new, bare = map(without_notes, (old, new, redline))
    return _proved(bare_old, bare_new, bare, house, Reviser(author, day.isoformat()))


def write_tracked(document: Document, house: House) -> bytes:
    """Return a document that shows two texts with tracked changes that give them; raise `Unprintable` if they would not.

    The changes are those of the body that issues the document, without a day of their own. Where nobody but its author has
    marked it (`{++ ++}`, `{-- --}`), a paragraph all of whose words are new or gone is new or gone itself.
    """
    tree = document if marked(document) else by_hand(document, house.scheme)
    old, new = (without_notes(settle(tree, side)) for side in BOTH)
    return _proved(old, new, tree, house, Reviser(document.author) if document.author else Reviser())


def _proved(old: Document, new: Document, redline: Document, house: House, reviser: Reviser) -> bytes:
    """Return the redline, if it gives the words of both documents, which bear no notes."""
    data = printed(views(trackable(redline)), house, reviser)
    file = Opened(data)
    for side, document in zip(BOTH, (old, new), strict=True):
        _prove(file, side, printed(views(document), house, reviser))
    return data


def _prove(file: Opened, side: Side, alone: bytes) -> None:
    """Raise `Unprintable` unless the redline, settled, says what the document alone says."""
    for place, (got, due) in enumerate(zip_longest(paragraphs(file, side), paragraphs(alone, side)), 1):
        if got != due:
            raise Unprintable(
                f"The Word redline was not written: with all changes {SETTLED[side]} it would not give the {side} text. "
                f"Paragraph {place} would be {_quoted(got)} in place of {_quoted(due)}."
            )


def _quoted(words: str | None) -> str:
    return "missing" if words is None else f"“{words[:LONGEST]}…”" if len(words) > LONGEST else f"“{words}”"


def without_notes(document: Document) -> Document:
    """Return the document without its drafting notes, and with no two blocks that are the same object."""
    return distinct(rewritten(document, lambda content, _: _bare(content)))


def _bare(content: tuple[Inline, ...]) -> tuple[Inline, ...]:
    return tuple(_without(inline) for inline in content if not isinstance(inline, Note))


def _without(inline: Inline) -> Inline:
    if isinstance(inline, Strong | Definition | Inserted | Deleted):
        return type(inline)(_bare(inline.content))
    return inline
