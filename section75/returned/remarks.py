"""The comments of the other side, each at its clause; our own drafting notes are not among them.

In: a returned file, the text as sent, and where its lines stand. Out: events of kind `comment`, in the order of the file.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from section75.document.index import index
from section75.document.tree import FINDING, Note
from section75.returned.event import Event
from section75.returned.marks import tidied

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.returned.changes import Seen
    from section75.returned.marks import Comment
    from section75.returned.paragraphs import Returned
    from section75.returned.sent import Line, Sent

NUMBERED: Final = re.compile(r"Drafting note \d+\. ")


def remarks(returned: Returned, sent: Sent, after: Seen) -> Iterator[Event]:
    """Yield the comments that were not in the file as it was sent."""
    ours = {tidied(found.inline.words.removeprefix(FINDING)) for found in index(sent.document).notes if isinstance(found.inline, Note)}
    holders = {number: key for key, at in reversed(after.owned.at.items()) for number in after.view[at].paragraphs}
    words = {one.id: NUMBERED.sub("", one.words) for one in returned.comments}
    places = {one.id: one.paragraph for one in returned.comments}
    for one in sorted(returned.comments, key=lambda one: (max(places.get(one.answers, -1), one.paragraph), bool(one.answers))):
        if words[one.id] and words[one.id] not in ours:
            place = one.paragraph if one.paragraph >= 0 else places.get(one.answers, -1)
            yield _event(replace(one, paragraph=place), words.get(one.answers, ""), _line(place, holders, sent))


def _line(paragraph: int, holders: dict[int, str], sent: Sent) -> Line | None:
    key = next((holders[number] for number in range(paragraph, -1, -1) if number in holders), "")
    return sent.lines.get(key)


def _event(one: Comment, answers: str, line: Line | None) -> Event:
    place, name, key = (line.place, line.clause.id, line.key) if line else ("", "", "")
    at = (one.paragraph,) if one.paragraph >= 0 else ()
    said = Event("comment", place, name, key, new=one.words, tracked=True, who=one.who, when=one.when, paragraphs=at)
    return replace(said, on=one.on, answers=answers, done=one.done)
