"""Fields that hold several things: one or many, maps by key, and things told apart by their first word.

In: raw lists and maps. Out: tuples, `Keyed`, `By`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

from pydantic_core import core_schema

from section75.facts.faults import Fault, Silent
from section75.facts.kinds import last
from section75.facts.raw import Map, Words, joined

if TYPE_CHECKING:
    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

    from section75.problems import Place

Thing = TypeVar("Thing")
Key = TypeVar("Key")


class By(Mapping[Key, Thing]):
    """A frozen map in the order of the file; keys and values are read by their own types."""

    __slots__ = ("_things", "path", "place")

    def __init__(self, things: Mapping[Key, Thing], path: str = "", place: Place | None = None) -> None:
        """Keep the things."""
        self._things = dict(things)
        self.path, self.place = path, place

    def __getitem__(self, key: Key) -> Thing:
        """Return the thing of a key."""
        return self._things[key]

    def __iter__(self) -> Iterator[Key]:
        """Yield the keys in order."""
        return iter(self._things)

    def __len__(self) -> int:
        """Return how many there are."""
        return len(self._things)

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash(tuple(self._things.items()))

    def __repr__(self) -> str:
        """Return it as a map."""
        return repr(self._things)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read keys and values by their types, then freeze."""
        kinds = [handler.generate_schema(kind) for kind in get_args(source)] or [core_schema.any_schema()]
        inner = core_schema.dict_schema(kinds[0] if len(kinds) > 1 else _snake_keys(), kinds[-1])
        plain = core_schema.plain_serializer_function_ser_schema(dict)
        return core_schema.no_info_wrap_validator_function(cls._read, inner, serialization=plain)

    @classmethod
    def _read(cls, value: object, validate: core_schema.ValidatorFunctionWrapHandler) -> By[Key, Thing]:
        if isinstance(value, By):
            return value
        raw = _map(value)
        keyed = {key if isinstance(key, Words) else Words(key, joined(raw.path, key), raw.keys_at.get(key)): raw[key] for key in raw}
        return cls(validate(keyed), raw.path, raw.place)


class Keyed(By[str, Thing]):
    """A frozen map of things by the key that the officer chose: small letters, figures and `_`."""

    __slots__ = ()


def _map(value: object) -> Map:
    if getattr(value, "refused", False):
        raise Silent
    if isinstance(value, Words) and value.unknown:
        raise Fault(f"“{last(value.path)}” cannot be left blank.", "State what it holds, or write {} for nothing.")
    if not isinstance(value, Mapping):
        raise Fault("Entries with a key each are expected here.", "Write each as “key: …” on its own line.")
    return value if isinstance(value, Map) else Map(value)


def _snake_keys() -> CoreSchema:
    return core_schema.no_info_plain_validator_function(
        _snake, json_schema_input_schema=core_schema.str_schema(pattern="^[a-z][a-z0-9_]*$")
    )


def _snake(key: str) -> str:
    if re.fullmatch(r"[a-z][a-z0-9_]*", key):
        return str(key)
    better = re.sub(r"[^a-z0-9]+", "_", key.casefold()).strip("_")
    remedy = f"Write {better}." if re.fullmatch(r"[a-z][a-z0-9_]*", better) else "Begin it with a small letter."
    raise Fault(f"“{key}” is not a key. Keys are small letters, figures and _.", remedy)


@dataclass(frozen=True)
class OneOrMany:
    """Takes one thing where a list may stand."""

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Make a list of one, then read a tuple."""
        return core_schema.no_info_before_validator_function(self._listed, handler(source))

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor may accept: a list, or one of its items."""
        whole = handler(schema)
        return {"anyOf": [whole, whole["items"]]} if "items" in whole else whole

    def _listed(self, value: object) -> object:
        return value if isinstance(value, list | tuple) else [value]


def _stated(value: object) -> object:
    if getattr(value, "refused", False):
        raise Silent
    if isinstance(value, Words) and value.unknown:
        raise Fault(f"“{last(value.path)}” cannot be left blank.", "State it.")
    return value


Many = Annotated[tuple[Thing, ...], OneOrMany()]
"""One thing or a list of them; always a tuple."""


@dataclass(frozen=True)
class Variant:
    """Models told apart by their first field: `Annotated[Offset | Draw | Bear, Variant("step")]`.

    Models that are only known when the program runs are given, each told by its `verb`: `Annotated[Step, Variant("step", models)]`.
    """

    noun: str
    models: tuple[Any, ...] = ()

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Choose the one model whose first field is stated; two branches would give two faults for one slip."""
        models = {model.verb: model for model in self.models} or {next(iter(model.model_fields)): model for model in get_args(source)}

        def tag(value: object) -> str | None:
            if isinstance(value, Mapping):
                stated = [word for word in models if word in value]
                return f"{stated[0]}:" if len(stated) == 1 else None
            return next((f"{word}:" for word, model in models.items() if isinstance(value, model)), None)

        chosen = core_schema.tagged_union_schema(
            {f"{word}:": handler.generate_schema(model) for word, model in models.items()},
            tag,
            custom_error_type="variant",
            custom_error_message=f"This {self.noun} does not say exactly one of: {', '.join(models)}.",
        )
        return core_schema.no_info_before_validator_function(_stated, chosen)
