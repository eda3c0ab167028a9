"""What a name of a template may hold, told from the models alone, without any facts.

In: annotations of the models. Out: `Kinds`: every kind of thing that a name may hold, each a class of the facts, a list, a fixed choice
of words, a thing with named fields, or `Blank`. That a thing may be absent is left out: a template asks about it when it is rendered.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Mapping
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from importlib import import_module
from types import NoneType, UnionType
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeVar, Union, get_args, get_origin, get_type_hints

from section75 import facts
from section75.facts import values
from section75.facts.base import Blank, Choice, Fact
from section75.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable

    from pydantic.fields import FieldInfo

Kinds = frozenset[Any]
"""Classes, `Listed`, `Chosen` and `Named`; with `object` among them nothing is certain, and nothing is refused."""

ANY: Final[Kinds] = frozenset({object})
WORDS: Final[Kinds] = frozenset({str})
NUMBER: Final[Kinds] = frozenset({int})
YES_OR_NO: Final[Kinds] = frozenset({bool})
OF_THE_FILE: Final = ("assumptions", "warnings", "path")
"""What every model knows of its file, which is no fact."""


@dataclass(frozen=True, slots=True)
class Listed:
    """A list; a map reads as the list of its things."""

    items: Kinds


@dataclass(frozen=True, slots=True)
class Chosen:
    """One of a few words."""

    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Named:
    """A thing that is no model: the same kinds under each of its names."""

    noun: str
    names: frozenset[str]
    kinds: Kinds = WORDS


def stated(kinds: Kinds) -> Kinds:
    """Return the kinds of a fact that is known."""
    return kinds - {Blank} or ANY


def listed(kinds: Kinds) -> Kinds:
    """Return the kinds of a list of things."""
    return frozenset({Listed(kinds)})


def items(kinds: Kinds) -> Kinds | None:
    """Return the kinds of what a list holds; nothing where it is certainly no list."""
    if object in kinds:
        return ANY
    found = [kind.items for kind in kinds if isinstance(kind, Listed)]
    return frozenset().union(*found) if found else None


def kinds_of(hint: object) -> Kinds:
    """Return the kinds that an annotation admits."""
    origin, arguments = get_origin(hint), get_args(hint)
    if origin is Annotated:
        return _chosen(arguments[1:]) or kinds_of(arguments[0])
    if origin in (Union, UnionType):
        return frozenset().union(*(kinds_of(one) for one in arguments if one is not NoneType))
    held = origin or hint
    if not isinstance(held, type) or held is NoneType:
        return ANY
    if issubclass(held, Mapping):
        return listed(ANY if _is_map(arguments[-1]) else kinds_of(arguments[-1])) if arguments else ANY
    if issubclass(held, tuple):
        base = hint if arguments else next(iter(getattr(held, "__orig_bases__", ())), tuple)
        return listed(kinds_of(get_args(base)[0])) if get_args(base) else ANY
    return frozenset({held})


def _is_map(hint: object) -> bool:
    """Whether things are maps again: a loop over the outer one gives an inner one, whose own loop gives its keys."""
    held = get_origin(hint) or hint
    return isinstance(held, type) and issubclass(held, Mapping)


def _chosen(marks: Iterable[object]) -> Kinds:
    return frozenset(Chosen(mark.choices) for mark in marks if isinstance(mark, Choice))


@cache
def fields_of(kind: type) -> Mapping[str, Kinds]:
    """Return the fields of a class of the facts, and its derived ones, each with its kinds."""
    found: dict[str, Kinds] = {}
    if issubclass(kind, Fact):
        found.update({name: _field(field) for name, field in kind.model_fields.items()})
    elif is_dataclass(kind):
        hints = get_type_hints(kind, localns=_names(), include_extras=True)
        found.update({one.name: kinds_of(hints[one.name]) for one in fields(kind)})
    for name in dir(kind):
        derived = getattr(kind, name, None) if not name.startswith(("_", "model_")) else None
        if isinstance(derived, property) and name not in OF_THE_FILE:
            found[name] = _returned(derived.fget)
    found.update(dict.fromkeys(getattr(kind, "asked", ()), _returned(getattr(kind, "__getattr__", None))))
    return found


def _field(field: FieldInfo) -> Kinds:
    return _chosen(field.metadata) or kinds_of(field.annotation)


def _returned(function: object) -> Kinds:
    hints = get_type_hints(function, localns=_names(), include_extras=True) if callable(function) else {}
    return kinds_of(hints["return"]) if "return" in hints else ANY


@cache
def _names() -> dict[str, Any]:
    """Return the names that annotations use, some of which their modules import for the type checker only."""
    modules = [import_module(f"{facts.__name__}.{module.name}") for module in pkgutil.iter_modules(facts.__path__)]
    found = {name: value for module in modules for name, value in vars(module).items() if isinstance(value, type | UnionType | TypeVar)}
    return {**found, "Mapping": Mapping, "Place": Place}


def field(kinds: Kinds, name: str) -> Kinds | tuple[str, frozenset[str]]:
    """Return the kinds of a field; where some thing that the owner may be has no such field, its noun and the fields it has."""
    found: Kinds = frozenset()
    for kind in stated(kinds):
        if kind is object:
            return ANY
        names = _of(kind)
        if name not in names:
            return noun(kind), frozenset(names)
        found |= names[name]
    return found or ANY


def _of(kind: object) -> Mapping[str, Kinds]:
    if isinstance(kind, Named):
        return dict.fromkeys(kind.names, kind.kinds)
    return fields_of(kind) if isinstance(kind, type) else {}


def noun(kind: object) -> str:
    """Return what a kind is called in a message, with its article."""
    if isinstance(kind, Listed):
        return "a list"
    if isinstance(kind, Chosen):
        return "words"
    word = kind.noun if isinstance(kind, Named) else NOUNS.get(kind) or getattr(kind, "__name__", "thing").lower()
    return word if word in NOUNS.values() else f"an {word}" if word[0] in "aeiou" else f"a {word}"


NOUNS: Final[Mapping[object, str]] = {
    bool: "a yes or no", int: "a number", str: "words", values.Words: "words", values.Count: "a number",
    values.Money: "an amount of money", values.Day: "a date", values.Period: "a length of time",
}  # fmt: skip
