"""Assumptions: `{assumed: …, because: …}` at any place where a value may stand.

In: a raw tree. Out: the same tree with each assumption replaced by what is assumed, and the list of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.context import RULE
from section75.facts.fact import Assumption
from section75.facts.raw import Map, Node, Words, name_paths, parts
from section75.problems import Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator


def unwrap(tree: Map) -> list[Problem]:
    """Replace each assumption in the tree by what is assumed, and return what is wrong with any of them."""
    return list(_unwrap(tree))


def _unwrap(node: Node) -> Iterator[Problem]:
    for part, inner in parts(node):
        if isinstance(inner, Map) and "assumed" in inner:
            yield from _faults(inner)
            node[part] = _assumed(inner)  # type: ignore[index] # a part of this very node
    for _, inner in parts(node):
        yield from _unwrap(inner)


def _assumed(wrapped: Map) -> Node:
    value = wrapped["assumed"]
    because = wrapped.get("because", "")
    value.because = str(because) if isinstance(because, Words) else ""
    value.key_at = wrapped.key_at
    name_paths(value, wrapped.path)
    return value


def _faults(wrapped: Map) -> Iterator[Problem]:
    place = wrapped.key_at or Place("")
    for word in set(wrapped) - {"assumed", "because"}:
        remedy = "Write {assumed: …, because: …} and nothing else."
        yield Problem(wrapped.keys_at[word], RULE, "error", f"“{word}” is no part of an assumption.", remedy)
    because = wrapped.get("because")
    if not isinstance(because, Words) or because.unknown:
        remedy = "Write because: and the reason in one line; it is printed as a drafting note."
        yield Problem(place, RULE, "error", f"The assumption of “{wrapped.path}” gives no reason.", remedy)


def assumptions(node: Node) -> Iterator[Assumption]:
    """Yield what is only inferred, in the order of the file."""
    if node.because:
        yield Assumption(node.path, ", ".join(_leaves(node)), node.because, node.place)
    for _, inner in parts(node):
        yield from assumptions(inner)


def _leaves(node: Node) -> Iterator[str]:
    if isinstance(node, Words):
        yield str(node)
    for _, inner in parts(node):
        yield from _leaves(inner)
