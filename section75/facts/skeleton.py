"""A file of facts to begin with: the fields of a model as commented YAML, with the little that is known.

In: a model, and what its fields hold. Out: lines of YAML. Each field has the words of its docstring above it; what may be a blank is `TBC`;
what may be left out stands as a comment. Of several things of one kind only the first is commented in full.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from textwrap import wrap
from typing import Final, get_args

from pydantic.fields import FieldInfo

from section75.facts.docstrings import docstrings
from section75.facts.fact import Fact
from section75.facts.kinds import Blankable, Choice
from section75.facts.many import By

Stated = str | Sequence["str | Mapping[str, Stated]"] | Mapping[str, "Stated"]
"""What a field holds: words, a list of words or of fields, or fields."""

WIDEST: Final = 110
_PLAIN = re.compile(r"[A-Za-z0-9](?:[\w ,.()/&’'%-]*[\w.)%])?")


def skeleton(model: type[Fact], stated: Mapping[str, Stated], elsewhere: Sequence[str] = ()) -> str:
    """Return the text of a file; the fields `elsewhere` have their values from other files where this one is silent."""
    return "\n".join(_Writing(frozenset(elsewhere)).model(model, stated, "")).strip() + "\n"


def plain_lines(fields: Mapping[str, Stated], indent: str) -> list[str]:
    """Return the lines of fields that are words or lists, without a comment."""
    lines: list[str] = []
    for name, value in fields.items():
        lines += [f"{indent}{name}: {scalar(value)}"] if isinstance(value, str) else _listed(name, list(value), indent)
    return lines


class _Writing:
    """The writing of one file; it remembers which models have been told in full."""

    def __init__(self, elsewhere: frozenset[str]) -> None:
        self.elsewhere = elsewhere
        self.told: set[type[Fact]] = set()

    def model(self, model: type[Fact], stated: Mapping[str, Stated], indent: str) -> Iterator[str]:
        """Yield the lines of one thing."""
        first = model not in self.told
        self.told.add(model)
        said = docstrings(model) if first else {}
        for name, field in model.model_fields.items():
            lines = list(self.field(name, field, stated.get(name), indent))
            if first:
                yield from () if indent else ("",)
                yield from _comment(_words(field, said[name]), indent)
                yield from lines or [f"{indent}# {name}:"]
            else:
                yield from lines

    def field(self, name: str, field: FieldInfo, value: Stated | None, indent: str) -> Iterator[str]:
        """Yield a field and what it holds; nothing for one that may be left out."""
        inner = _model(field)
        if value is None and field.is_required() and inner and not _blankable(field):
            value = {}
        if isinstance(value, Mapping):
            yield f"{indent}{name}:"
            yield from self.things(field, value, inner, f"{indent}  ")
        elif isinstance(value, str):
            yield f"{indent}{name}: {scalar(value)}"
        elif value is not None:
            yield from _listed(name, value, indent)
        elif field.is_required() and _blankable(field) and name not in self.elsewhere:
            yield f"{indent}{name}: TBC"

    def things(self, field: FieldInfo, value: Mapping[str, Stated], inner: type[Fact] | None, indent: str) -> Iterator[str]:
        """Yield a thing, or the things of a map by their keys."""
        if inner is None or any(map(_is_map, get_args(field.annotation)[-1:])):
            yield from _plainly(value, indent)
        elif not _is_map(field.annotation):
            yield from self.model(inner, value, indent)
        else:
            for key, one in value.items():
                yield f"{indent}{key}:"
                yield from self.model(inner, one if isinstance(one, Mapping) else {}, f"{indent}  ")


def scalar(words: str) -> str:
    """Return words as YAML holds them: plain where that is safe, else in quotes.

    >>> scalar("the Council"), scalar("Aim: improve"), scalar("it's #1")
    ('the Council', "'Aim: improve'", "'it''s #1'")
    """
    return words if _PLAIN.fullmatch(words) else "'" + words.replace("'", "''") + "'"


def _plainly(value: Mapping[str, Stated], indent: str) -> Iterator[str]:
    """Yield maps within maps, down to their words."""
    for key, one in value.items():
        if isinstance(one, Mapping):
            yield f"{indent}{key}:"
            yield from _plainly(one, f"{indent}  ")
        else:
            yield f"{indent}{key}: {scalar(str(one))}"


def _listed(name: str, values: Sequence[str | Mapping[str, Stated]], indent: str) -> Iterator[str]:
    """Yield a list: of words on one line if they are short, else one on each line, as fields always are."""
    words = [_fields_within(one) if isinstance(one, Mapping) else _within(one) for one in values]
    together = f"{indent}{name}: [{', '.join(words)}]"
    if len(together) <= WIDEST and not any(isinstance(one, Mapping) for one in values):
        yield together
    else:
        yield f"{indent}{name}:"
        yield from (f"{indent}  - {one}" for one in words)


def _fields_within(fields: Mapping[str, Stated]) -> str:
    return f"{{{', '.join(f'{key}: {_within(inner)}' for key, inner in fields.items())}}}"


def _within(value: Stated) -> str:
    """Return words, or a list of them, as they stand within brackets, where a comma ends them."""
    if isinstance(value, str):
        return value if re.fullmatch(r"[\w ]+", value) else "'" + value.replace("'", "''") + "'"
    return f"[{', '.join(_within(one) for one in value if isinstance(one, str))}]"


def _comment(words: str, indent: str) -> list[str]:
    return [f"{indent}# {line}" for line in wrap(words, WIDEST - len(indent))]


def _words(field: FieldInfo, docstring: str) -> str:
    """Return what a field is and, for a choice, what it may be."""
    choices = next((mark.choices for mark in field.metadata if isinstance(mark, Choice)), ())
    said = " ".join(docstring.split())
    return f"{said} One of: {', '.join(choices)}." if choices else said


def _blankable(field: FieldInfo) -> bool:
    return any(isinstance(mark, Blankable) for mark in field.metadata)


def _is_map(kind: object) -> bool:
    origin = getattr(kind, "__origin__", None)
    return isinstance(origin, type) and issubclass(origin, By)


def _model(field: FieldInfo) -> type[Fact] | None:
    return next(_models(field.annotation), None)


def _models(kind: object) -> Iterator[type[Fact]]:
    if isinstance(kind, type) and issubclass(kind, Fact):
        yield kind
    for inner in get_args(kind):
        yield from _models(inner)
