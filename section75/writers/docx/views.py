"""The two texts that a tree holds, each as a Document of its own, and which node of the tree each of their nodes is.

In: a Document, a redline or not. Out: `Views`. Numbers and references are worked out in each text apart and printed
together; in a Document that is no redline both are the Document itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from section75.comparison.settling import OF_ONE_SIDE, settle
from section75.document.references import Spot, each
from section75.document.tree import Both, Definition, Deleted, Inserted, Part, Reference, Strong

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from typing import TypeVar

    from section75.comparison.settling import Side
    from section75.document.references import Numbered
    from section75.document.tree import Block, Document, Inline

    Node = TypeVar("Node", bound=Block | Part)


@dataclass(frozen=True, slots=True)
class View:
    """One text: its document, and each of its nodes by the identity of the tree's node."""

    document: Document
    nodes: Mapping[int, Numbered]

    def spot(self, spot: Spot) -> Spot:
        """Return a spot of the tree as the spot of this text that references are seen from."""
        return Spot(self._known(spot.part), self._known(spot.division) if spot.division else None)

    def _known(self, node: Node) -> Node:
        found = self.nodes.get(id(node), node)
        return found if isinstance(found, type(node)) else node


@dataclass(frozen=True, slots=True)
class Views:
    """The older and the newer text of a tree; the older is nothing where the tree holds one text only."""

    tree: Document
    new: View
    old: View | None = None

    def each(self) -> tuple[tuple[Side, View], ...]:
        """Return the texts that there are."""
        return (("new", self.new),) if self.old is None else (("new", self.new), ("old", self.old))

    def of(self, side: Side) -> View:
        """Return the text of a side."""
        return self.old if side == "old" and self.old else self.new

    def node(self, node: Node, side: Side) -> Node:
        """Return a node of the tree as a text has it; as the other text has it, if this one does not."""
        found = self.of(side).nodes.get(id(node)) or self.new.nodes.get(id(node)) or self.of("old").nodes.get(id(node))
        return found if isinstance(found, type(node)) else node


def views(document: Document) -> Views:
    """Return the texts of a tree, no two of whose nodes may be the same object."""
    if not changed(document):
        return Views(document, View(document, {id(node): node for node in each(document.parts)}))
    return Views(document, _view(document, "new"), _view(document, "old"))


def _view(document: Document, side: Side) -> View:
    settled = settle(document, side)
    nodes = dict(zip(map(id, _of(document.parts, side)), each(settled.parts), strict=True))
    return View(settled, nodes)


def _of(nodes: Iterable[Numbered], side: Side) -> Iterator[Numbered]:
    """Yield the nodes that stand in a text, in the same order."""
    for node in nodes:
        if side_of(node) in ("", side):
            yield node
            yield from _of(node.children, side)


def side_of(node: Numbered) -> Side | Literal[""]:
    """Return the only text in which a part or block stands, if its mark says that it stands in one."""
    return OF_ONE_SIDE.get(node.change.partition(":")[0], "")


def changed(document: Document) -> bool:
    """Return whether a document holds two texts."""
    return any(node.change or node.was or holds_two(node) for node in each(document.parts))


def marked(document: Document) -> bool:
    """Return whether whole blocks or parts of a document are marked as changed, as only comparing does."""
    return any(node.change or node.was for node in each(document.parts))


def holds_two(node: Numbered) -> bool:
    """Return whether the own words of a part or block are others in either text."""
    return _two(node.heading) or (not isinstance(node, Part) and _two(node.content))


def _two(content: Iterable[Inline]) -> bool:
    for inline in content:
        match inline:
            case Inserted() | Deleted() | Both():
                return True
            case Strong(content=held) | Definition(content=held) if _two(held):
                return True
            case Reference(was=was) if was:
                return True
    return False
