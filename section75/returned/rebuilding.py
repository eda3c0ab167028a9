"""The text as it came back: the Document that was sent, with everything in it that the other side did.

In: the text as sent, and the events. Out: a Document in which untouched facts and references are still facts and references; numbers and
labels are those of the text as sent, to be given afresh. What was added is of the kind of what stands before it.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Final, cast

from section75.comparison.atoms import joined
from section75.document.tree import Block, Document, Part, Text
from section75.returned.rereading import parted
from section75.returned.sent import HEADED, Sent, canonical

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.references import Numbered
    from section75.document.tree import Ending, Inline, Kind
    from section75.returned.event import Event

IN_HEADING: Final = (*HEADED, "table", "figure")
WORDED: Final = ("value", "text", "reference")


@dataclass(slots=True, eq=False)
class _Branch:
    """A part or block being rebuilt."""

    node: Numbered
    above: _Branch | None = None
    held: list[_Branch] = field(default_factory=list)

    def grown(self) -> Numbered:
        """Return it with all that it holds."""
        return replace(self.node, children=tuple(cast("Block", one.grown()) for one in self.held))

    def detach(self) -> None:
        """Take it out of what holds it."""
        if self.above:
            self.above.held.remove(self)
            self.above = None

    def put(self, above: _Branch, at: int) -> None:
        """Put it at a place in another."""
        self.detach()
        self.above = above
        above.held.insert(at, self)

    @property
    def kind(self) -> str:
        """What it is: the kind of its block, or nothing for a part."""
        return self.node.kind if isinstance(self.node, Block) else ""


def as_returned(document: Document, events: tuple[Event, ...]) -> Document:
    """Return the document as it came back."""
    return _Rebuilding(document).done(events)


class _Rebuilding:
    """One text being rebuilt."""

    def __init__(self, document: Document) -> None:
        self.sent = Sent(document)
        self.branches: dict[int, _Branch] = {}
        self.roots = [self._branch(part, None) for part in self.sent.document.parts]
        self.last: dict[str, _Branch] = {}
        """What was put last after a line."""

    def _branch(self, node: Numbered, above: _Branch | None) -> _Branch:
        branch = _Branch(node, above)
        self.branches[self.sent.places[id(node)]] = branch
        branch.held = [self._branch(child, branch) for child in node.children]
        return branch

    def _of(self, key: str) -> _Branch:
        return self.branches[int(key.rstrip("w"))]

    def done(self, events: tuple[Event, ...]) -> Document:
        for event in events:
            if event.kind in WORDED:
                self._say(event.key, event.content, cast("Ending", event.end))
        for event in events:
            if event.kind == "split":
                self._split(event)
            elif event.kind == "joined":
                self._join(event)
        self._move(events)
        for event in events:
            if event.kind in ("added", "duplicated"):
                self._add(event)
        for event in events:
            if event.kind == "removed":
                self._remove(event)
        parts = tuple(cast("Part", root.grown()) for root in self.roots)
        return replace(self.sent.document, parts=parts)

    # ------------------------------------------------------------------ words

    def _say(self, key: str, content: tuple[Inline, ...], end: Ending) -> None:
        branch = self._of(key)
        node = branch.node
        if isinstance(node, Part) or (node.kind in IN_HEADING and not key.endswith("w")):
            branch.node = replace(node, heading=joined((*content, Text(end))))
        else:
            branch.node = replace(node, content=content, end=end)

    def _split(self, event: Event) -> None:
        first, *rest = map(_ended, event.cells)
        self._say(event.key, *first)
        branch = self._of(event.key)
        for content, end in reversed(rest):
            more = _Branch(Block(cast("Kind", _kind_beside(branch)), content, end=end))
            if branch.above is None or branch.kind in IN_HEADING:
                more.put(branch, 0)
            else:
                more.held, branch.held = branch.held, []
                for one in more.held:
                    one.above = more
                more.put(branch.above, branch.above.held.index(branch) + 1)

    def _join(self, event: Event) -> None:
        self._say(event.after_key, *_ended(event.content))
        holder, gone = self._of(event.after_key), self._of(event.key)
        for one in list(gone.held):
            one.put(holder, len(holder.held))
        gone.detach()

    # ------------------------------------------------------------------ what stands elsewhere

    def _move(self, events: tuple[Event, ...]) -> None:
        moved: list[_Branch] = []
        after = ""
        for event in events:
            if event.kind != "moved":
                continue
            branch = self._of(event.key)
            above = list(_above(branch))
            if event.follows and any(one in above for one in moved):
                continue
            after = event.after_key
            if after and (branch is self._of(after) or branch in _above(self._of(after))):
                continue
            self._put(branch, after)
            moved.append(branch)

    def _put(self, branch: _Branch, after: str) -> None:
        """Put something after a line, at the level where things of its kind stand."""
        line = self.last.get(after) or (self._of(after) if after else None)
        if line is None:
            branch.put(self.roots[0], 0)
            return
        if line.held and line.held[0].kind == branch.kind and line is not self.last.get(after):
            branch.put(line, 0)
            self.last[after] = branch
            return
        one: _Branch | None = line
        while one is not None and one.above is not None:
            if one.kind == branch.kind:
                branch.put(one.above, one.above.held.index(one) + 1)
                self.last[after] = branch
                return
            one = one.above
        self._beside(branch, line)
        self.last[after] = branch

    def _beside(self, branch: _Branch, line: _Branch) -> None:
        """Put something that has no like above a line after it, or first in it where it is a heading."""
        if line.above is None or line.kind in HEADED or line.kind == "cell":
            branch.put(line, 0)
        else:
            branch.put(line.above, line.above.held.index(line) + 1)

    # ------------------------------------------------------------------ new and gone

    def _add(self, event: Event) -> None:
        line = self._of(event.after_key) if event.after_key else self.roots[0]
        if event.cells:
            cells = [_Branch(Block("cell", content)) for content in event.cells]
            self._put(_row(cells), event.after_key)
            return
        content, end = _ended(event.content)
        self._put(_Branch(Block(cast("Kind", _kind_beside(line)), content, end=end)), event.after_key)

    def _remove(self, event: Event) -> None:
        """Take something out with all it holds; where only its own words are gone, it stands without words."""
        if not event.nodes:
            self._say(event.key, (), "")
            return
        branch = self.branches[event.nodes[0]]
        if branch in self.roots:
            self.roots.remove(branch)
        branch.detach()


def _row(cells: list[_Branch]) -> _Branch:
    row = _Branch(Block("row", role="body"))
    for cell in cells:
        cell.put(row, len(row.held))
    return row


def _ended(content: tuple[Inline, ...]) -> tuple[tuple[Inline, ...], Ending]:
    """Return content of a paragraph of the file and the punctuation that ends it."""
    return parted(canonical(content))


def _kind_beside(branch: _Branch) -> str:
    """Return of what kind something new is that stands after a line."""
    if branch.kind in HEADED or not branch.kind:
        return branch.held[0].kind if branch.held and branch.held[0].kind in ("item", "words", "bullet", "definition") else "words"
    return branch.kind if branch.kind in ("item", "words", "bullet", "definition", "closing") else "words"


def _above(branch: _Branch) -> Iterator[_Branch]:
    one = branch.above
    while one is not None:
        yield one
        one = one.above
