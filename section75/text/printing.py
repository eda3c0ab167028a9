"""From facts to inlines, and the filters and tests of templates.

In: a value of the facts, as a template prints it. Out: the inlines that stand for it, each with the path of its fact.
A filter never returns bare words where it was given a fact: the path would be lost, and with it the blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.document.tree import Blank as BlankInline
from section75.document.tree import Inline, Text
from section75.facts.blanks import Blank
from section75.facts.phrases import Glue, Phrase, listed
from section75.facts.values import Count, Day, Deadline, Money, Month, Period, Share, Words, Year
from section75.text import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from section75.facts.services import Split


class Unprintable(Exception):  # noqa: N818 - it is an answer to the lawyer who wrote the template
    """Something was printed that is no words: a whole fact, a list, a yes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that a filter made from a fact, with the path of that fact."""

    words: str
    path: str


FORMS: Final[tuple[tuple[type, Callable[..., str]], ...]] = (
    (Money, wording.money),
    (Day, wording.long_date),
    (Month, wording.long_date),
    (Year, str),
    (Period, wording.period),
    (Deadline, wording.deadline),
    (Share, wording.per_cent),
    (Count, wording.number),
    (Words, str),
)
"""How a value of each type is printed when no filter says otherwise."""


def as_inlines(value: object) -> tuple[Inline, ...]:
    """Return the inlines that print a value; refuse what is not to be printed."""
    if isinstance(value, Phrase):
        return tuple(inline for part in value.parts for inline in as_inlines(part))
    if isinstance(value, Blank):
        return (BlankInline(value.label, value.path),)
    if isinstance(value, Printed):
        return (Text(value.words, value.path),) if value.words else ()
    for kind, form in FORMS:
        if isinstance(value, kind):
            return as_inlines(Printed(form(value), getattr(value, "path", "")))
    if isinstance(value, str):
        return (Text(str(value)),) if value else ()
    raise Unprintable(_refusal(value))


def _refusal(value: object) -> str:
    if value is None:
        return "There is nothing to print here: the fact is none."
    if isinstance(value, bool):
        return "A yes or no cannot be printed; choose by it instead."
    if isinstance(value, tuple):
        return "A list cannot be printed by itself; use list_and, or repeat over it."
    return f"A {type(value).__name__.lower()} cannot be printed; choose one of its fields."


def _formed(form: Callable[..., str]) -> Callable[[object], object]:
    """Return a filter that prints in a form; a blank passes through it."""

    def filtered(value: object) -> object:
        return value if isinstance(value, Blank) else Printed(form(value), getattr(value, "path", ""))

    return filtered


def capital(value: object) -> object:
    """Give the first letter of what is printed a capital."""
    match value:
        case Phrase(parts=(first, *rest)):
            return Phrase((capital(first), *rest))
        case Printed(words=words, path=path):
            return Printed(words[:1].upper() + words[1:], path)
        case str():
            return Printed(value[:1].upper() + value[1:], getattr(value, "path", ""))
        case _:
            return value


def list_and(values: Iterable[object] | Blank) -> object:
    """Join a list: a, b and c."""
    return values if isinstance(values, Blank) else listed(tuple(values))


def list_or(values: Iterable[object] | Blank) -> object:
    """Join a list: a, b or c."""
    return values if isinstance(values, Blank) else listed(tuple(values), "or")


def quoted(value: object) -> object:
    """Put single quotation marks round what is printed, or round each of a list."""
    if isinstance(value, tuple):
        return tuple(map(quoted, value))
    return Phrase((Glue("‘"), value, Glue("’")))


def with_the(values: Iterable[object] | Blank) -> object:
    """Put `the` before each of a list."""
    return values if isinstance(values, Blank) else tuple(Phrase((Glue("the "), value)) for value in values)


def each(values: Iterable[object] | Blank, name: str) -> object:
    """Take one field of each thing in a list."""
    return values if isinstance(values, Blank) else tuple(getattr(value, name) for value in values)


def ratio(split: Split | Blank) -> object:
    """Print a split as 50:50, under the path of the split itself."""
    if isinstance(split, Blank):
        return split
    path = split[0].share.path.rpartition(".")[0] if split else ""
    return Printed(wording.ratio([portion.share for portion in split]), path)


def length(values: Iterable[object] | Blank) -> object:
    """Return how many there are."""
    return values if isinstance(values, Blank) else len(tuple(values))


FILTERS: Final = {
    "capital": capital,
    "list_and": list_and,
    "list_or": list_or,
    "quoted": quoted,
    "each": each,
    "with_the": with_the,
    "ratio": ratio,
    "length": length,
    "short_money": _formed(wording.money_short),
    "words": _formed(wording.number_words),
    "ordinal": _formed(wording.ordinal),
    "weekday": _formed(wording.weekday_date),
}


def known(value: object) -> bool:
    """Return whether a fact is known: neither a blank nor left out."""
    return not isinstance(value, Blank) and value is not None


def blank(value: object) -> bool:
    """Return whether a fact is a blank."""
    return isinstance(value, Blank)


def none(value: object) -> bool:
    """Return whether there is no such thing, which is not the same as not known."""
    return value is None


TESTS: Final = {"known": known, "blank": blank, "none": none}
