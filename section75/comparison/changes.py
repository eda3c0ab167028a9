"""The changes between two documents, one by one, in the order in which a reader of the redline meets them.

In: `Pairs`. Out: `Change`s. Of what was added or removed only the whole is told, not all that it holds. A number is renumbered only
if its own last label differs: that clause 9 became 10 is no change of 9.2. References that lead to the same place, words that another
fact prints, drafting notes, and the look of tables are no changes.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, fields, replace
from typing import TYPE_CHECKING, Final, Literal

from section75.comparison.atoms import joined, key, spelt
from section75.comparison.order import line
from section75.comparison.places import called, identity, place
from section75.comparison.redline import redrawn
from section75.comparison.words import aligned, marked
from section75.document.tree import Blank, Block, Document, Inline, Note, Part, Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.comparison.atoms import Content
    from section75.comparison.entries import Entry
    from section75.comparison.pairs import Pairs
    from section75.comparison.words import Run

WORDED: Final = ("definition", "closing", "cell")
"""Kinds of blocks whose words are told apart from other words."""

SPELT: Final = ("Part ", "Table ", "Figure ")
"""How numbers begin that stand before a heading with a colon."""

ChangeKind = Literal["added", "removed", "replaced", "moved", "renumbered"]


@dataclass(frozen=True, slots=True)
class Change:
    """One change.

    `what` is the kind of block that was added, removed, moved or renumbered (`clause`, `item`, `definition`, `row`, …; for a part its
    kind), or what of it was replaced: `heading`, `words`, `definition`, `closing`, `cell`, `ending`, `value` (what one fact prints),
    `title` or another field of the document. `id` is that of the block or of the nearest that holds it. A place is a printed address
    (`clause 9.2`), empty where the thing is not. `name` tells what stands there: a term, a heading, a row and column. `old` and `new` are
    words, of several paragraphs one a line. `fact` is the path of a value. `content` holds replaced words as a redline.
    """

    kind: ChangeKind
    what: str
    id: str = ""
    old_place: str = ""
    new_place: str = ""
    old: str = ""
    new: str = ""
    fact: str = ""
    name: str = ""
    content: tuple[Inline, ...] = ()

    @property
    def slight(self) -> bool:
        """Whether it only follows from another change: a number, or the punctuation of a list unless “and” became “or”."""
        joins = {self.old.rpartition(" ")[2], self.new.rpartition(" ")[2]}
        return self.kind == "renumbered" or (self.what == "ending" and joins != {"and", "or"})


def changes(pairs: Pairs) -> tuple[Change, ...]:
    """Return every change between two documents."""
    return (*_of_document(pairs), *_below(pairs.old, pairs.new))


def _of_document(pairs: Pairs) -> Iterator[Change]:
    """Yield how the fields of the document differ; the short title and others that only repeat the title are told with it."""
    old, new = pairs.old.node, pairs.new.node
    told: set[tuple[str, str]] = set()
    for field in fields(new):
        before, now = getattr(old, field.name), getattr(new, field.name)
        if isinstance(before, str) and before != now and (before, now) not in told:
            told.add((before, now))
            yield Change("replaced", field.name, old=before, new=now)


def _below(old: Entry, new: Entry) -> Iterator[Change]:
    for entry in line(old, new):
        if entry.stable and entry.partner:
            yield from _of_pair(entry.partner, entry)
        elif entry.parent is not old:
            yield from _came(entry)
        elif entry.partner is None:
            yield Change("removed", _sort(entry), identity(entry), place(entry), "", told(entry), name=called(entry))


def _came(entry: Entry) -> Iterator[Change]:
    """Yield that something was added, with what in it moved there; or that it moved, and how it changed beside."""
    if entry.partner is None:
        yield Change("added", _sort(entry), identity(entry), "", place(entry), "", told(entry), name=called(entry))
        yield from _moved_into(entry)
        return
    known = (identity(entry), place(entry.partner), place(entry), told(entry.partner), told(entry))
    yield Change("moved", _sort(entry), *known, name=called(entry))
    yield from _of_pair(entry.partner, entry)


def _moved_into(entry: Entry) -> Iterator[Change]:
    for child in entry.children:
        yield from _came(child) if child.partner else _moved_into(child)


def _of_pair(old: Entry, new: Entry) -> Iterator[Change]:
    found = list(_of_itself(old, new))
    if found:
        known = Change("replaced", "", identity(new), place(old), place(new), name=called(new))
        yield from (replace(change, id=known.id, old_place=known.old_place, new_place=known.new_place, name=known.name) for change in found)
    yield from _below(old, new)


def _of_itself(old: Entry, new: Entry) -> Iterator[Change]:
    """Yield how a node differs from its partner, not yet where."""
    before, now = old.node, new.node
    if isinstance(before, Document) or isinstance(now, Document):
        return
    if new.stable and before.number != now.number and _own_label(before.number) != _own_label(now.number):
        yield Change("renumbered", _sort(new), old=before.number, new=now.number)
    yield from _of_words("heading", before.heading, now.heading)
    if not isinstance(before, Block) or not isinstance(now, Block):
        return
    if redrawn(old, new):
        yield Change("replaced", "figure", old=plain(before.content), new=plain(now.content))
        return
    yield from _of_words(now.kind if now.kind in WORDED else "words", before.content, now.content)
    if before.end != now.end:
        yield Change("replaced", "ending", old=before.end, new=now.end)


def _own_label(number: str) -> str:
    """Return the last label of a number.

    >>> [_own_label(number) for number in ("9.", "9.2", "(a)", "Schedule 4", "14A.1")]
    ['9', '2', '(a)', '4', '1']
    """
    return re.split(r"[. ]", number.rstrip("."))[-1]


def _sort(entry: Entry) -> str:
    node = entry.node
    return "document" if isinstance(node, Document) else node.kind


def told(entry: Entry) -> str:
    """Return all words of a node, one paragraph a line, each after its number."""
    return "\n".join(_told(entry))


def _told(entry: Entry) -> Iterator[str]:
    node = entry.node
    if isinstance(node, Part):
        yield from filter(None, [": ".join(filter(None, [node.number, plain(node.heading)]))])
    elif isinstance(node, Block) and node.kind == "row":
        yield " | ".join(" ".join(_told(cell)) for cell in entry.children)
        return
    elif isinstance(node, Block):
        words = " ".join(filter(None, [plain(node.heading), plain(node.content) + node.end]))
        number = f"{node.number}:" if node.number.startswith(SPELT) and words else node.number
        yield from filter(None, [" ".join(filter(None, [number, words]))])
    for child in entry.children:
        yield from _told(child)


# ------------------------------------------------------------------ words


def _of_words(what: str, old: Content, new: Content) -> Iterator[Change]:
    if old == new or spelt(old) == spelt(new):
        return
    runs = [run for run in aligned(_spoken(old), _spoken(new)) if not run.equal]
    values = [_values(run) for run in runs]
    for before, now in (value for some in values for value in some or ()):
        yield Change("replaced", "value", old=plain((before,)), new=plain((now,)), fact=now.fact)
    if not all(values):
        yield Change("replaced", what, old=plain(old), new=plain(new), content=marked(old, new))


def _spoken(content: Content) -> Content:
    return joined(inline for inline in content if not isinstance(inline, Note))


Printed = Text | Blank


def _values(run: Run) -> list[tuple[Printed, Printed]]:
    """Return what facts printed otherwise, if a run differs in nothing else; or else nothing."""
    found: list[tuple[Printed, Printed]] = []
    if len(run.old) != len(run.new):
        return found
    for before, now in zip(run.old, run.new, strict=True):
        if key(before) == key(now):
            continue
        if not isinstance(before, Text | Blank) or not isinstance(now, Text | Blank) or not now.fact or before.fact != now.fact:
            return []
        found.append((before, now))
    return found
