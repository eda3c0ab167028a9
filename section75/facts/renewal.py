"""Renewals: the newer facts laid over the older ones.

In: two raw trees, and the model that says what is never inherited. Out: one tree, each value with its own place.
What you do not mention stays. A field you mention replaces; maps merge field by field. A list replaces the whole
list. The plain word `removed` takes a thing away, and is a fault if there was none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, get_args

from section75.facts.fact import Fact
from section75.facts.kinds import Afresh
from section75.facts.many import By
from section75.facts.raw import Map, Node, Words
from section75.problems import Place, Problem, did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterator

RULE = "renewal"


def overlay(older: Map, newer: Map) -> tuple[Map, tuple[Problem, ...]]:
    """Lay the newer facts over the older; neither tree is changed."""
    problems: list[Problem] = []
    return _merged(older, newer, problems), tuple(problems)


def _merged(older: Map, newer: Map, problems: list[Problem]) -> Map:
    merged = Map(older, newer.path, newer.place)
    merged.key_at, merged.because = newer.key_at, newer.because
    merged.keys_at = dict(older.keys_at)
    for key, value in newer.items():
        if _removed(value):
            merged.pop(key, None)
            if key not in older:
                problems.append(_nothing(older, newer, key))
        else:
            there = older.get(key)
            merged[key] = _laid(there if isinstance(there, Map) else Map(), value, problems)
            merged.keys_at[key] = newer.keys_at.get(key) or value.key_at or Place("")
    return merged


def _laid(older: Map, value: Node, problems: list[Problem]) -> Node:
    return _merged(older, value, problems) if isinstance(value, Map) else value


def _removed(value: Node) -> bool:
    return isinstance(value, Words) and value == "removed" and not value.quoted


def _nothing(older: Map, newer: Map, key: str) -> Problem:
    path = f"{newer.path}.{key}".lstrip(".")
    remedy = did_you_mean(key, older) or "Take the line out."
    place = newer.keys_at.get(key) or newer.place or Place("")
    return Problem(place, RULE, "error", f"There is no {path} to remove.", remedy)


def without_afresh(tree: Map, model: type[Fact]) -> Map:
    """Return the older facts without what a renewal must state afresh (fields marked `Afresh`, at any depth)."""
    kept = Map(tree, tree.path, tree.place)
    kept.key_at, kept.because, kept.keys_at = tree.key_at, tree.because, tree.keys_at
    for name, field in model.model_fields.items():
        value = kept.get(name)
        if Afresh in field.metadata:
            kept.pop(name, None)
        elif isinstance(value, Map):
            kept[name] = _inner(value, field.annotation)
    return kept


def _inner(value: Map, kind: object) -> Map:
    for model in _models(kind):
        value = without_afresh(value, model)
    for things in _maps(kind):
        value = _each(value, get_args(things)[-1])
    return value


def _each(value: Map, kind: object) -> Map:
    kept = Map(value, value.path, value.place)
    kept.key_at, kept.because, kept.keys_at = value.key_at, value.because, value.keys_at
    for key, inner in value.items():
        if isinstance(inner, Map):
            kept[key] = _inner(inner, kind)
    return kept


def _models(kind: object) -> Iterator[type[Fact]]:
    """Yield the models that a type names, outside maps."""
    if isinstance(kind, type) and issubclass(kind, Fact):
        yield kind
    elif not _is_map(kind):
        for inner in get_args(kind):
            yield from _models(inner)


def _maps(kind: object) -> Iterator[object]:
    if _is_map(kind):
        yield kind
    else:
        for inner in get_args(kind):
            yield from _maps(inner)


def _is_map(kind: object) -> bool:
    origin = getattr(kind, "__origin__", None)
    return isinstance(origin, type) and issubclass(origin, By)
