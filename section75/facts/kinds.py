"""The annotations of single values: what a field of a model may be.

In: raw words. Out: typed values. `Parsed` is the one door from words to values; the aliases below name its uses.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Annotated, Any, Union, get_args, get_origin

from pydantic_core import core_schema

from section75.facts import dates, money, shares, values
from section75.facts.blanks import Blank
from section75.facts.faults import Fault, Silent
from section75.facts.raw import List, Map, Words
from section75.facts.values import Count, Day, Deadline, Money, Month, Period, Share, Year, placed
from section75.problems import one_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from pydantic import GetCoreSchemaHandler, GetJsonSchemaHandler
    from pydantic_core import CoreSchema

Json = dict[str, Any]
WORDS: Json = {"type": ["string", "number"]}


def words_of(value: object) -> Words:
    """Return a value as words, or refuse it because it is fields, a list or left blank."""
    if getattr(value, "refused", False):
        raise Silent
    if isinstance(value, Map):
        remedy = "Put the words in quotes if they contain a colon."
        raise Fault("Words are expected here, not fields.", remedy)
    if isinstance(value, List):
        raise Fault("One value is expected here, not a list.", "Write it without brackets or dash.")
    words = value if isinstance(value, Words) else Words(str(value))
    if words.unknown:
        raise Fault(f"“{last(words.path)}” cannot be left blank.", "State it.")
    return words


def last(path: str) -> str:
    """Return the name of a field: the last part of its path that is not a position.

    >>> last("partners.council.name"), last("services.0")
    ('name', 'services')
    """
    named = [part for part in path.split(".") if not part.isdigit()]
    return named[-1] if named else path


@dataclass(frozen=True)
class Parsed:
    """A value read from words by one function, which raises `Fault`."""

    read: Callable[[Words], object]
    kinds: tuple[type, ...]
    schema: Json = field(default_factory=lambda: dict(WORDS), hash=False)

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Read with our own function only; pydantic would turn `Words` into a bare string."""
        return core_schema.no_info_plain_validator_function(self.value)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """Return what an editor may accept."""
        return dict(self.schema)

    def value(self, value: object) -> object:
        """Return the typed value; what is typed already passes."""
        if isinstance(value, self.kinds) and not (isinstance(value, Words) and Words in self.kinds):
            return value
        words = words_of(value)
        return placed(self.read(words), words)


@dataclass(frozen=True, init=False)
class Choice(Parsed):
    """One of a few words: `Annotated[Words, Choice("pooled", "aligned")]`."""

    def __init__(self, *choices: str) -> None:
        """Keep the choices."""
        object.__setattr__(self, "choices", choices)
        super().__init__(self._choose, (), {"enum": list(choices)})

    choices: tuple[str, ...] = ()

    def _choose(self, words: Words) -> Words:
        for choice in self.choices:
            if " ".join(words.split()).casefold() == choice.casefold():
                return Words(choice, quoted=words.quoted)
        raise Fault(f"“{words}” is not one of the choices.", one_of(words, self.choices))


@dataclass(frozen=True)
class Blankable:
    """The field may be unknown in a draft, and is then a `Blank` with this label.

    The label may name sibling fields, `{key}` and `{keys[0]}`: `the principal office of {name}`.
    """

    label: str

    def __get_pydantic_core_schema__(self, source: object, handler: GetCoreSchemaHandler) -> CoreSchema:
        """Take the blank out of the union, so that one slip gives one fault."""
        rest = tuple(kind for kind in get_args(source) if kind is not Blank)
        inner = handler(Union[rest] if get_origin(source) is not Annotated and rest else source)  # noqa: UP007 - built
        return core_schema.no_info_wrap_validator_function(self._read, inner)

    def __get_pydantic_json_schema__(self, schema: CoreSchema, handler: GetJsonSchemaHandler) -> Json:
        """Return what an editor may accept: the value, nothing or TBC."""
        return {"anyOf": [handler(schema), {"type": "null"}, {"const": "TBC"}]}

    def _read(self, value: object, validate: Callable[[object], object]) -> object:
        if isinstance(value, Blank):
            return value
        if isinstance(value, Words) and (value.unknown or value.refused):
            return Blank(self.label, value.path, value.place)
        return validate(value)


@dataclass(frozen=True)
class _Afresh:
    """The mark of a field that a renewal never inherits."""


Afresh = _Afresh()

_MONEY: Json = {
    "anyOf": [
        {"type": "integer"},
        {"type": "number"},
        {"type": "string", "pattern": "^[-−]?£?[0-9]"},
    ]
}

Line = Annotated[Words, Parsed(values.line, (Words,))]
"""One line of words."""
Passage = Annotated[Words, Parsed(values.passage, (Words,))]
"""Words that may run over several lines and paragraphs."""
Amount = Annotated[Money, Parsed(money.money, (Money,), _MONEY)]
Date = Annotated[Day, Parsed(dates.day, (Day,), {"type": "string"})]
WhenKnown = Annotated[Day | Month, Parsed(dates.when, (Day, Month), {"type": "string"})]
FinancialYear = Annotated[Year, Parsed(dates.financial_year, (Year,), {"type": "string"})]
Length = Annotated[Period, Parsed(dates.period, (Period,), {"type": "string"})]
Until = Annotated[Deadline, Parsed(dates.deadline, (Deadline,), {"type": "string"})]
Proportion = Annotated[Share, Parsed(shares.share, (Share,), {"type": "string"})]
Number = Annotated[Count, Parsed(values.count, (Count,), dict(WORDS))]
Decide = Annotated[bool, Parsed(values.yes_no, (bool,), {"enum": ["yes", "no", True, False]})]
