"""Names and references checked before anything is rendered: each name once, and each reference to a name that there is.

In: compiled templates. Out: the names that their blocks bear and the references in them, in every branch, and the problems.
A name or a reference with a fact in it (`{#services-{{ scheme.key }}}`) is known by its fixed words alone.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from functools import lru_cache, reduce
from operator import or_
from typing import TYPE_CHECKING, Final

from jinja2 import nodes

from section75.problems import Place, Problem, did_you_mean, one_of
from section75.text.environment import MARK, TOKEN_OPEN, place_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from section75.text.environment import Compiled
    from section75.text.library import Template

NAME: Final = re.compile(rf"(?<!\\)\{{(?:[^{{}}#>]*\s)?#(?P<name>[a-z0-9_{TOKEN_OPEN}-]+)(?:\s[^{{}}]*)?\}}")
TARGET: Final = re.compile(rf"\]\(#(?P<name>[a-z0-9_{TOKEN_OPEN}-]+)\)")
MARKS: Final = re.compile(f"[{chr(MARK)}-{chr(0x10FFFF)}]")
RULE: Final = "reference"


@dataclass(frozen=True, order=True, slots=True)
class Spot:
    """A name, or a reference to one, and where it stands."""

    place: Place
    name: str


def names_in(text: Template) -> Iterator[Spot]:
    """Yield the names that the blocks of a text bear; the same name in two branches of one choice twice."""
    yield from _spots(text.body, NAME)


def names_of_source(source: str) -> set[str]:
    """Return the names that stand in a text which could not be compiled."""
    return {match["name"] for match in NAME.finditer(source)}


def references_in(text: Template) -> Iterator[Spot]:
    """Yield the references in a text and in its definitions."""
    for compiled in (text.body, *(definition.template for definition in text.definitions)):
        yield from _spots(compiled, TARGET)


def check_targets(texts: Iterable[Template], others: Iterable[str], only: str = "") -> list[Problem]:
    """Return names borne twice and references to nothing among texts of one document.

    `others` are names that the document has beside them; `only` is how the files begin whose problems are wanted.
    """
    found = list(texts)
    known = {spot.name for text in found for spot in names_in(text)} | set(others)
    wanted = [text for text in found if text.file.startswith(only)]
    twice = (problem for problem in _twice(found) if problem.place.file.startswith(only)) if wanted else ()
    return [*twice, *(problem for text in wanted for problem in _to_nothing(text, known))]


SHORT: Final = "not arrangement.full"
"""The condition of a text that only the short form has."""


def _twice(texts: list[Template]) -> Iterator[Problem]:
    first: dict[str, Spot] = {}
    owners: dict[str, Template] = {}
    for text in texts:
        own: dict[str, Spot] = {}
        before_it = {name: spot for name, spot in first.items() if not _never_together(text, owners[name])}
        again = {name for name, times in _times(text.body.tree.body).items() if times > 1}
        for spot in sorted(names_in(text)):
            before = before_it.get(spot.name) or (own.get(spot.name) if spot.name in again else None)
            if before and TOKEN_OPEN not in spot.name:  # a name with a fact in it differs each time
                message = f"“{spot.name}” is a name already, in {before.place.file}:{before.place.line}."
                yield Problem(spot.place, "name", "error", message, "Give one of the two another name.")
            own.setdefault(spot.name, spot)
        owners.update({name: text for name in own if name not in first})
        first.update({name: spot for name, spot in own.items() if name not in first})


def _never_together(one: Template, other: Template) -> bool:
    """Return whether one of two texts stands in the place of the other, or one is of the full form and one of the short."""
    short, full = (SHORT in text.when for text in (one, other)), (one.full_only, other.full_only)
    return one.id in other.instead_of or other.id in one.instead_of or (any(short) and any(full))


def _times(body: Iterable[nodes.Node]) -> Counter[str]:
    """Return how often each name can stand in one rendering; of the branches of a choice only one is rendered."""
    found: Counter[str] = Counter()
    for node in body:
        if isinstance(node, nodes.Output):
            found.update(match["name"] for match in NAME.finditer(_words(node)))
        elif isinstance(node, nodes.If):
            found += reduce(or_, [_times(node.body), _times(node.else_), *(_times([other]) for other in node.elif_)])
        elif isinstance(node, nodes.For):
            found += _times(node.body) | _times(node.else_)
    return found


def _to_nothing(text: Template, known: set[str]) -> Iterator[Problem]:
    patterns = [re.compile(re.escape(name).replace(TOKEN_OPEN, ".+")) for name in known if TOKEN_OPEN in name]
    for spot in references_in(text):
        fixed = TOKEN_OPEN not in spot.name
        if fixed and spot.name not in known and not any(pattern.fullmatch(spot.name) for pattern in patterns):
            remedy = did_you_mean(spot.name, {name for name in known if TOKEN_OPEN not in name}) or "Name a clause, or words in one."
            yield Problem(spot.place, RULE, "error", f"There is no “{spot.name}” to refer to.", remedy)


@lru_cache(640)
def _spots(compiled: Compiled, pattern: re.Pattern[str]) -> tuple[Spot, ...]:
    found = []
    for node in compiled.outputs:
        words = _words(node)
        for match in pattern.finditer(words):
            marks = MARKS.findall(words, 0, match.start("name"))
            line = ord(marks[-1]) - MARK if marks else node.lineno
            found.append(
                Spot(place_in(compiled.lines, compiled.file, line, match["name"].partition(TOKEN_OPEN)[0].rstrip("-")), match["name"])
            )
    return tuple(found)


def _words(node: nodes.Output) -> str:
    """Return the words of a run of text with a sign for each fact that is printed in it."""
    return "".join(part.data if isinstance(part, nodes.TemplateData) else TOKEN_OPEN for part in node.nodes)


def misnamed(texts: Mapping[str, Template], unread: Iterable[str]) -> Iterator[Problem]:
    """Yield the texts whose first heading does not bear the name of the text; `is included` and `explain` would not find them."""
    for name, text in texts.items():
        first = next(iter(sorted(names_in(text))), None)
        due = text.instead_of[0] if text.instead_of else name
        if (first is None or first.name != due) and not text.for_each:
            place = first.place if first else Place(text.file)
            namesake = "the first text that it replaces" if text.instead_of else "its file"
            message = f"The first heading is not named “{due}”, as {namesake} is."
            yield Problem(place, "name", "error", message, f"Write {{#{due}}} behind it.")
        for strange in (other for other in text.instead_of if other not in {*texts, *unread}):
            message = f"There is no clause “{strange}” for it to replace."
            yield Problem(Place(text.file), "name", "error", message, one_of(strange, texts))
