"""What the other side did, thing by thing: the shape in which it is told.

In: nothing; `reading` builds them. Out: `Event`, `Remark` and `Read`.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from section75.document.tree import Inline
    from section75.problems import Problem

EventKind = Literal[
    "value",  # words that a fact printed are others, and the fact can be stated so
    "text",  # words of the text itself are others
    "reference",  # a cross-reference is typed over, or points elsewhere
    "comment",
    "added",  # a new paragraph or row
    "removed",
    "moved",
    "joined",  # a paragraph runs on from the one before it
    "split",
    "lost",  # the paragraph stands there, but its bookmark is gone
    "duplicated",
]
KINDS: tuple[EventKind, ...] = (
    "value", "text", "reference", "added", "removed", "moved", "joined", "split", "duplicated", "lost", "comment",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Event:
    """One thing that the other side did.

    `place` says where in words, `id` names the clause, schedule or part; `key` is the bookmark of the line, or of the one it stands
    after. `tracked` is whether Word has kept it as a tracked change; what is not tracked was changed in silence, or accepted. `fact` is the
    path of the value changed and `proposed` what the facts may have to say for it; `target` is what a changed reference pointed at. `after`
    is the place that something new or moved stands after, and `after_key` the bookmark there; `follows` says that a line has moved with
    the one before it. `content` and `end` are what a changed line says now, with facts and references live. `on` are the words a comment
    stands on and `answers` those of the comment that it answers.
    """

    kind: EventKind
    place: str
    id: str = ""
    key: str = ""
    old: str = ""
    new: str = ""
    tracked: bool = False
    who: str = ""
    when: str = ""
    fact: str = ""
    proposed: tuple[str, ...] = ()
    target: str = ""
    after: str = ""
    after_key: str = ""
    follows: bool = False
    content: tuple[Inline, ...] = ()
    end: str = ""
    on: str = ""
    answers: str = ""
    done: bool = False
    nodes: tuple[int, ...] = ()
    """The place in the walk of what is taken out with all that it holds."""
    cells: tuple[tuple[Inline, ...], ...] = ()
    """What the cells of a new row say, or the paragraphs that a line was divided into."""
    paragraphs: tuple[int, ...] = field(default=(), compare=False)
    """The paragraphs of the file that it explains."""


@dataclass(frozen=True, slots=True)
class Remark:
    """What is no event, and is told so that nobody is misled: what was not compared, and what will not last."""

    kind: Literal["formats", "contents", "number"]
    place: str = ""
    words: str = ""
    count: int = 1


@dataclass(frozen=True, slots=True)
class Read:
    """What came of reading a returned file: the events in the order of the text, what is unexplained, and what is only remarked."""

    events: tuple[Event, ...]
    problems: tuple[Problem, ...] = ()
    remarks: tuple[Remark, ...] = ()
