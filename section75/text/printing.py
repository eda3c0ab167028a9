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
from section75.facts.days import Anniversary
from section75.facts.phrases import Glue, Phrase, listed
from section75.facts.step import Step
from section75.facts.values import Count, Day, Deadline, Money, Month, Period, Share, Words, Year
from section75.text import verbs, wording

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from section75.facts.services import Split


NOTHING: Final = "There is nothing to print here: the fact is none."


class Unprintable(Exception):  # noqa: N818 - it is an answer to the lawyer who wrote the template
    """Something was printed that is no words: a whole fact, a list, a yes."""


@dataclass(frozen=True, slots=True)
class Printed:
    """Words that a filter made from a fact, with the path of that fact."""

    words: str
    path: str


@dataclass(frozen=True, slots=True)
class Said:
    """Words that another text says, already read: they are printed as they are."""

    inlines: tuple[Inline, ...]


FORMS: Final[tuple[tuple[type, Callable[..., str]], ...]] = (
    (Money, wording.money),
    (Day, wording.long_date),
    (Month, wording.long_date),
    (Year, str),
    (Period, wording.period),
    (Deadline, wording.deadline),
    (Anniversary, str),
    (Share, wording.per_cent),
    (int, wording.number),
    (Words, str),
)
"""How a value of each type is printed when no filter says otherwise."""


def as_inlines(value: object) -> tuple[Inline, ...]:
    """Return the inlines that print a value; refuse what is not to be printed."""
    if isinstance(value, Phrase):
        return tuple(inline for part in value.parts for inline in as_inlines(part))
    if isinstance(value, Said):
        return value.inlines
    if isinstance(value, Blank):
        return (BlankInline(value.label, value.path),)
    if isinstance(value, Printed):
        return (Text(value.words, value.path),) if value.words else ()
    for kind, form in FORMS:
        if isinstance(value, kind) and not isinstance(value, bool):
            return as_inlines(Printed(form(value), getattr(value, "path", "")))
    if isinstance(value, str):
        return (Text(str(value)),) if value else ()
    raise Unprintable(_refusal(value))


def _refusal(value: object) -> str:
    if value is None:
        return NOTHING
    if isinstance(value, bool):
        return "A yes or no cannot be printed; choose by it instead."
    if isinstance(value, tuple):
        return "A list cannot be printed by itself; use list_and, or repeat over it."
    return f"A {type(value).__name__.lower()} cannot be printed; choose one of its fields."


def _formed(form: Callable[..., str], *kinds: type) -> Callable[[object], object]:
    """Return a filter that prints values of some kinds in a form; a blank passes through it."""

    def filtered(value: object) -> object:
        if isinstance(value, Blank):
            return value
        if not isinstance(value, kinds) or isinstance(value, bool):
            raise Unprintable(NOTHING if value is None else f"A {type(value).__name__.lower()} cannot be printed in that form.")
        try:
            return Printed(form(value), getattr(value, "path", ""))
        except ValueError as fault:
            raise Unprintable(str(fault)) from None

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


def upper(value: object) -> object:
    """Print words in capitals: a house whose recommendations begin so."""
    return Printed(value.upper(), getattr(value, "path", "")) if isinstance(value, str) else value


def in_mood(value: object, mood: str) -> object:
    """Print a verb as it follows its stem: `infinitive`, `third person` or, in the record, `active` or `passive`."""
    return Printed(verbs.conjugated(value, str(mood)), getattr(value, "path", "")) if isinstance(value, str) else value


def items(values: object) -> tuple[object, ...]:
    """Return the things of a list; refuse what is none, since words too can be taken apart."""
    if isinstance(values, tuple):
        return values
    raise Unprintable("There is nothing here to list: the fact is none." if values is None else "A list is needed here.")


def list_and(values: object) -> object:
    """Join a list: a, b and c."""
    return values if isinstance(values, Blank) else listed(items(values))


def list_or(values: object) -> object:
    """Join a list: a, b or c."""
    return values if isinstance(values, Blank) else listed(items(values), "or")


def quoted(value: object) -> object:
    """Put single quotation marks round what is printed, or round each of a list."""
    if isinstance(value, tuple):
        return tuple(map(quoted, value))
    return Phrase((Glue("‘"), value, Glue("’")))


def with_the(values: object) -> object:
    """Put `the` before each of a list."""
    return values if isinstance(values, Blank) else tuple(Phrase((Glue("the "), value)) for value in items(values))


def ratio(split: Split | Blank) -> object:
    """Print a split as 50:50, under the path of the split itself."""
    if isinstance(split, Blank):
        return split
    if not all(hasattr(portion, "share") for portion in items(split)) or not split:
        raise Unprintable("Only a split can be printed as a ratio.")
    path = split[0].share.path.rpartition(".")[0]
    return Printed(wording.ratio([portion.share for portion in split]), path)


def length(values: object) -> object:
    """Return how many there are."""
    return values if isinstance(values, Blank) else Count(len(items(values)))


FILTERS: Final = {
    "capital": capital,
    "upper": upper,
    "in_mood": in_mood,
    "list_and": list_and,
    "list_or": list_or,
    "quoted": quoted,
    "with_the": with_the,
    "ratio": ratio,
    "length": length,
    "short_money": _formed(wording.money_short, Money),
    "millions": _formed(wording.money_millions, Money),
    "thousands": _formed(wording.money_thousands, Money),
    "variance": _formed(wording.variance_thousands, Money),
    "hundredths": _formed(wording.hundredths, Share),
    "words": _formed(wording.number_words, int),
    "ordinal": _formed(wording.ordinal, int),
    "weekday": _formed(wording.weekday_date, Day),
    "month": _formed(wording.month_date, Day),
}
"""Every filter but `each` and `said`, which need the environment."""
TAKES: Final[Mapping[str, tuple[type, ...]]] = {
    **dict.fromkeys(("list_and", "list_or", "with_the", "each", "ratio", "length"), (tuple,)),
    **dict.fromkeys(("short_money", "millions", "thousands", "variance"), (Money,)),
    "hundredths": (Share,),
    **dict.fromkeys(("weekday", "month"), (Day,)),
    **dict.fromkeys(("words", "ordinal"), (Count, int)),
    "said": (Step,),
}
"""What the filters take that do not take everything; `tuple` stands for a list."""
PRINTED: Final = (*(kind for kind, _ in FORMS), Phrase, Printed, Said, str)
"""What can be printed as it is."""


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
