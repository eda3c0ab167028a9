"""The base class of every model of facts.

In: the raw map of a thing. Out: a frozen model whose values know their places. Every fault is collected, and none hides
another.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Self, TypeVar

from pydantic import BaseModel, ConfigDict, PrivateAttr, model_validator

from section75.facts.blanks import Blank
from section75.facts.docstrings import docstrings
from section75.facts.faults import Fault, Silent
from section75.facts.kinds import Blankable, last
from section75.facts.raw import List, Map, Words, joined, parts
from section75.facts.references import context_of
from section75.problems import Place, Problem, did_you_mean, one_of

if TYPE_CHECKING:
    from pydantic import GetJsonSchemaHandler, ModelWrapValidatorHandler, ValidationInfo
    from pydantic.fields import FieldInfo
    from pydantic_core import CoreSchema

    from section75.facts.context import Context
    from section75.facts.raw import Node


@dataclass(frozen=True)
class Assumption:
    """A fact that is only inferred: its path, the words assumed, why, and where that is written."""

    path: str
    words: str
    because: str
    place: Place | None


class Fact(BaseModel):
    """A thing that facts describe. Subclasses state fields; the words of the YAML are the names of the fields.

    `shorthand` names the field that plain words stand for (`lead: Director of Place` is `{post: …}`);
    `former` maps words that used to be fields to what they are called now.
    The names `path`, `place`, `key`, `assumptions` and `warnings` are taken.
    """

    # A model is built when it is first read with, and most are read with only as parts of another.
    model_config = ConfigDict(frozen=True, extra="forbid", defer_build=True)

    shorthand: ClassVar[str] = ""
    former: ClassVar[Mapping[str, str]] = {}

    _map: Map = PrivateAttr(default_factory=Map)
    _assumptions: tuple[Assumption, ...] = PrivateAttr(default=())
    _warnings: tuple[Problem, ...] = PrivateAttr(default=())

    @property
    def path(self) -> str:
        """The dotted path of the thing: `partners.council`."""
        return self._map.path

    @property
    def key(self) -> str:
        """The last part of the path: the key of a thing in a map."""
        return self._map.path.rpartition(".")[2]

    @property
    def assumptions(self) -> tuple[Assumption, ...]:
        """What is only inferred, in the whole file; empty on all but the outermost model."""
        return self._assumptions

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What the reader warned of; empty on all but the outermost model."""
        return self._warnings

    def remember(self, assumptions: tuple[Assumption, ...], warnings: tuple[Problem, ...]) -> None:
        """Keep what is known of the whole file; the reading of a file says it once."""
        self._assumptions, self._warnings = assumptions, warnings

    def place(self, field: str = "") -> Place:
        """Return where a field is stated; where it is not, or none is named, the key of the thing itself."""
        stated = self._map.get(field)
        place = stated.place if isinstance(stated, Words | List | Map) else None
        return place or self._map.key_at or Place("")

    def path_at(self, place: Place) -> str:
        """Return the dotted path of what is stated at a place, the innermost if several begin there; nothing for a place elsewhere."""
        return max(_paths_at(self._map, place), key=len, default="")

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> dict[str, Any]:
        """Return what an editor may accept; `section75.facts.schemas` reads the name of the field that plain words stand for."""
        reference = handler(schema)
        own = handler.resolve_ref_schema(reference)
        for name, words in docstrings(cls).items():
            if words:
                own["properties"][name]["description"] = words
        if cls.shorthand:
            own["shorthand"] = cls.shorthand
        return reference

    def __eq__(self, other: object) -> bool:
        """Compare what the fields say, never where they say it; two blanks of one place are equal."""
        return type(self) is type(other) and _same(self.__dict__, other.__dict__)

    def __hash__(self) -> int:
        """Hash what is compared."""
        return hash((type(self), tuple(self.__dict__.values())))

    @model_validator(mode="wrap")
    @classmethod
    def _read(cls, data: object, validate: ModelWrapValidatorHandler[Self], info: ValidationInfo) -> Self:
        if isinstance(data, cls):
            return data
        raw = _fields(cls, data)
        context = context_of(info)
        given: dict[str, object] = dict(raw)
        for word in [word for word in raw if word not in cls.model_fields]:
            given.pop(word)
            _unknown(cls, raw, word, context)
        if context is not info.context and context.problems:
            raise Fault(context.problems[0].message, context.problems[0].remedy)
        for name, field in cls.model_fields.items():
            _leave_blank(given, raw, name, field)
        self = validate(given)
        self._map = raw
        _own(self, self.__dict__.values())
        return self


Stated = TypeVar("Stated", bound=Fact)


def unstated(model: type[Stated], path: str) -> Stated:
    """Return a part that no file states: each of its lines is its own blank, at this path (`*` stands for any key).

    >>> from section75.facts.particulars import Drafter
    >>> unstated(Drafter, "drafted_by").reference.path
    'drafted_by.reference'
    """
    return model.model_validate(Map({}, path))


def _paths_at(node: Node, place: Place) -> Iterator[str]:
    """Yield the paths of what stands at a place, or under a key that stands there."""
    if place in (node.place, node.key_at):
        yield node.path
    for _, inner in parts(node):
        yield from _paths_at(inner, place)


def _fields(model: type[Fact], data: object) -> Map:
    """Return the fields of the thing as a map, plain words by way of its shorthand."""
    if getattr(data, "refused", False):
        raise Silent
    if isinstance(data, str):
        data = data if isinstance(data, Words) else Words(data)
        field = model.model_fields.get(model.shorthand)
        if data.unknown and not (field and _label(field)):
            raise Fault(f"“{last(data.path)}” cannot be left blank.", "State it.")
        if field:
            return _short(model.shorthand, data)
    if not isinstance(data, Mapping):
        raise Fault("Fields are expected here, one on each line.", f"Begin with “{next(iter(model.model_fields))}: …”.")
    return data if isinstance(data, Map) else Map(data)


def _short(name: str, words: Words) -> Map:
    inner = Words(words, joined(words.path, name), words.place, quoted=words.quoted)
    made = Map({name: inner}, words.path, words.place)
    made.key_at = words.key_at
    return made


def _unknown(model: type[Fact], raw: Map, word: str, context: Context) -> None:
    place = raw.keys_at.get(word) or raw.place
    if word in model.former:
        context.refuse(place, f"“{word}” has another name now.", f"It is now called “{model.former[word]}”.")
        return
    near = one_of(word, set(model.model_fields) - set(raw)) if set(model.model_fields) - set(raw) else ""
    remedy = did_you_mean(word, model.model_fields) or near or "Take it out."
    context.refuse(place, f"“{word}” is not a field here.", remedy)


def _label(field: FieldInfo) -> Blankable | None:
    return next((mark for mark in field.metadata if isinstance(mark, Blankable)), None)


def _leave_blank(given: dict[str, object], raw: Map, name: str, field: FieldInfo) -> None:
    """Put a blank where a field that may be one is absent; take an empty field that need not be there as absent."""
    label = _label(field)
    value = raw.get(name)
    if value is None and label and field.is_required():
        given[name] = Blank(label.label, joined(raw.path, name), raw.key_at)
    elif value == "" and not label and not field.is_required() and not getattr(value, "refused", False):
        given.pop(name)


def _own(owner: object, held: Iterable[object]) -> None:
    """Say of every blank among a model's values that its label speaks of this model."""
    for value in held:
        if isinstance(value, Blank):
            value.owned(owner)
        elif isinstance(value, Mapping):
            _own(owner, value.values())
        elif isinstance(value, tuple):
            _own(owner, value)


def _same(one: object, other: object) -> bool:
    """Compare two values of fields; a blank equals a blank of the same place and label and nothing else."""
    if isinstance(one, Blank) or isinstance(other, Blank):
        return isinstance(one, Blank) and isinstance(other, Blank) and one == other
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        return list(one) == list(other) and all(_same(one[key], other[key]) for key in one)
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(_same, one, other))
    return one == other
