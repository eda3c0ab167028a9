"""A returned file read against the text as it was sent.

In: the bytes of the file, how its name is shown, and the Document that was sent. Out: `Read`: what was done, what could not be
accounted for, and what is only remarked.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.returned.accounting import unaccounted
from section75.returned.changes import Changes, Seen
from section75.returned.event import Read, Remark
from section75.returned.owners import own
from section75.returned.package import opened
from section75.returned.paragraphs import read
from section75.returned.remarks import remarks
from section75.returned.sent import Sent
from section75.returned.views import accepted, refused

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document
    from section75.returned.event import Event
    from section75.returned.package import Package
    from section75.returned.paragraphs import Returned


def read_returned(data: bytes, shown: str, document: Document) -> Read:
    """Return what was done to a document in a Word file. Raises `Refused` where the file cannot be read."""
    return compared(opened(data, shown), document)


def compared(package: Package, document: Document) -> Read:
    """Return what was done to a document in a Word file that is open."""
    returned, sent = read(package), Sent(document)
    before, after = (Seen(view, own(view, sent)) for view in (refused(returned.paragraphs), accepted(returned.paragraphs)))
    changes = Changes(returned, sent, before, after)
    events = [*changes.events(), *remarks(returned, sent, after)]
    problems = unaccounted(returned, events, package.shown)
    return Read(tuple(sorted(events, key=changes.place_of)), problems, tuple(_remarks(returned, changes, events)))


def _remarks(returned: Returned, changes: Changes, events: list[Event]) -> Iterator[Remark]:
    if returned.formatted:
        yield Remark("formats", count=returned.formatted)
    if listed := sum(len(one.marks) for one in returned.paragraphs if one.where == "contents"):
        yield Remark("contents", count=listed)
    if not {event.kind for event in events} & {"added", "removed", "moved", "joined", "split"}:
        yield from changes.retyped()
