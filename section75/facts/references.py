"""Fields that point at other facts by their key.

In: a key. Out: the thing kept under it (`Reference`), the key checked (`KeyOf`) or shares by bearer (`SharesOf`).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from pydantic_core import core_schema

from section75.facts.blanks import Blank
from section75.facts.context import Context
from section75.facts.faults import Fault
from section75.facts.kinds import words_of
from section75.facts.raw import Map, Words, joined
from section75.facts.shares import Share, Shares, named_shares, share, shares_in_words
from section75.facts.values import placed
from section75.problems import one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema
    from pydantic_core.core_schema import ValidationInfo


def context_of(info: ValidationInfo) -> Context:
    """Return the context of a reading; models built without a file have an empty one."""
    return info.context if isinstance(info.context, Context) else Context()


@dataclass(frozen=True, init=False)
class KeyOf:
    """A key of one of the named maps, which stays words: `Annotated[Words, KeyOf("schemes")]`."""

    names: tuple[str, ...]

    def __init__(self, *names: str) -> None:
        """Keep the names under which the maps are kept."""
        object.__setattr__(self, "names", names)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Check the key; the type stated is for the reader and the type checker."""
        return core_schema.with_info_plain_validator_function(self._read)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor may accept."""
        return {"type": "string", "description": f"a key of {' or '.join(self.names)}"}

    def _read(self, value: object, info: ValidationInfo) -> object:
        if isinstance(value, str | Map | list):
            return self.found(words_of(value), context_of(info))
        return value

    def check(self, key: Words, context: Context) -> Words:
        """Return the key, or refuse it with the nearest one that there is."""
        known = context.keys(self.names)
        if key in known:
            return key
        here = " or ".join(self.names)
        if not known:
            raise Fault(f"There is no “{key}”: no {here} are stated.", f"State “{key}” under {here}.", place=key.place)
        raise Fault(f"There is no “{key}” in {here}.", one_of(key, known), place=key.place)

    def found(self, key: Words, context: Context) -> object:
        """Return what the field holds."""
        return self.check(key, context)


class Reference(KeyOf):
    """The thing kept under a key: `Annotated[Partner, Reference("partners")]` holds the partner."""

    def found(self, key: Words, context: Context) -> object:
        """Return the thing; one that had faults of its own is stood in for by a blank."""
        self.check(key, context)
        thing = context.find(self.names, key)
        return Blank(key, key.path, key.place) if thing is None else thing


@dataclass(frozen=True)
class Keep:
    """Remembers a map under a name, so that later fields can refer to what it holds."""

    name: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Keep the raw map first, then the map as read."""
        return core_schema.with_info_wrap_validator_function(self._read, handler(source))

    def _read(self, value: object, validate: Callable[[object], object], info: ValidationInfo) -> object:
        context = context_of(info)
        if isinstance(value, Map):
            context.unread[self.name] = value
        kept = validate(value)
        context.known[self.name] = kept
        return kept


def keep(name: str) -> Keep:
    """Return the mark by which a map is remembered under a name.

    `partners: Annotated[Keyed[Partner], keep("partners")]` lets `Reference("partners")` find a partner.
    """
    return Keep(name)


@dataclass(frozen=True, init=False)
class SharesOf(KeyOf):
    """Shares among the things of a map: `Annotated[Shares, SharesOf("partners")]`."""

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor may accept."""
        return {"anyOf": [{"type": "object", "additionalProperties": {"type": "string"}}, {"type": "string"}]}

    def _read(self, value: object, info: ValidationInfo) -> object:
        if isinstance(value, Shares | Blank):
            return value
        context = context_of(info)
        if isinstance(value, Map) and not value.refused:
            shares = named_shares({bearer: self._share(value, bearer, context) for bearer in value})
            return placed(shares, Words("", value.path, value.place))
        words = words_of(value)
        return placed(shares_in_words(words, context.keys(self.names)), words)

    def _share(self, shares: Map, bearer: str, context: Context) -> Share:
        self.check(Words(bearer, joined(shares.path, bearer), shares.keys_at.get(bearer)), context)
        try:
            words = words_of(shares[bearer])
            return placed(share(words), words)
        except Fault as fault:
            fault.place = shares[bearer].place
            raise
