"""What pydantic found, as problems with places.

In: a `ValidationError` and the raw tree. Out: `Problem`s.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.context import RULE
from section75.facts.faults import BlankChoice, Fault, Silent
from section75.facts.raw import List, Map
from section75.problems import Place, Problem, one_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic import ValidationError
    from pydantic_core import ErrorDetails

    from section75.facts.raw import Node

_OTHERS = {
    "too_short": ("Too few are stated here.", "State at least one."),
    "too_long": ("Too many are stated here.", "State fewer."),
    "tuple_type": ("A list is expected here.", "Begin each item with a dash on its own line."),
    "dict_type": ("Entries with a key each are expected here.", "Write each as “key: …” on its own line."),
}


def problems_of(error: ValidationError, tree: Map) -> Iterator[Problem]:
    """Yield each fault once, at its place; leave out those that only follow from others."""
    for found in error.errors(include_url=False, include_input=False):
        cause = found.get("ctx", {}).get("error")
        if isinstance(cause, Silent):
            continue
        if isinstance(cause, BlankChoice) and error.error_count() > 1:
            continue
        place = _said(cause) or _place(tree, found["loc"], cause.at if isinstance(cause, Fault) else "")
        yield Problem(place, RULE, "error", *_sentences(found, cause))


def _said(cause: object) -> Place | None:
    return cause.place if isinstance(cause, Fault) else None


def _sentences(found: ErrorDetails, cause: object) -> tuple[str, str]:
    if isinstance(cause, Fault | BlankChoice):
        return cause.message, cause.remedy
    kind, last = found["type"], str(found["loc"][-1]) if found["loc"] else ""
    if kind == "missing":
        return f"“{last}” is missing.", f"Add a line “{last}: …”."
    if kind == "variant":
        return found["msg"], "Write each as one entry with one of these words."
    if kind == "literal_error":
        choices = [word.strip(" '") for word in found["ctx"]["expected"].replace(" or ", ", ").split(",")]
        return "This is not one of the choices.", one_of("", choices)
    if kind in _OTHERS:
        return _OTHERS[kind]
    return f"{found['msg'].removeprefix('Value error, ')}.".replace("..", "."), "Correct it."


def _place(tree: Map, parts: tuple[int | str, ...], at: str) -> Place:
    """Walk the raw tree; a field that is missing is placed at the key of the thing it is missing from."""
    node: Node = tree
    for part in parts:
        if part == "[key]":
            return node.key_at or Place("")
        inner = _inner(node, part)
        if inner is not None:
            node = inner
        elif isinstance(part, str) and not part.endswith(":"):
            return node.key_at or node.place or Place("")
    stated = node.get(at) if at and isinstance(node, Map) else None
    if stated is not None:
        return stated.place or Place("")
    whole = isinstance(node, Map)
    return (node.key_at if whole else node.place) or node.place or Place("")


def _inner(node: Node, part: int | str) -> Node | None:
    if isinstance(node, Map) and isinstance(part, str):
        return node.get(part)
    if isinstance(node, List) and isinstance(part, int) and part < len(node):
        return node[part]
    return None
