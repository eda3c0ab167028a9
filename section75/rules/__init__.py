"""Rules: what a finished document must keep. A rule is one file; this one finds and runs them.

In: a numbered Document and its Index. Out: `Problem`s. Each rule module says in its docstring what it guards and why, and
has `ID`, `LEVEL`, `AUTHORITY`, `check(subject)` that yields problems, and the examples `PASSES` and `FAILS`, which the tests run and
`explain` prints.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Protocol, cast

from section75.document.index import Found, Index, index
from section75.problems import Level, Place, Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Document


@dataclass(frozen=True, slots=True)
class Subject:
    """What a rule reads: the document, its index, the terms the library can define, and facts answered by officers."""

    document: Document
    index: Index
    terms: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()


class Rule(Protocol):
    """A rule module."""

    ID: str
    LEVEL: Level
    AUTHORITY: str
    PASSES: tuple[str, ...]
    FAILS: tuple[str, ...]

    @staticmethod
    def check(subject: Subject) -> Iterator[Problem]:
        """Yield what breaks the rule."""


def rules() -> dict[str, Rule]:
    """Return every rule by its id: the modules of the folders beside this one."""
    found: dict[str, Rule] = {}
    for family in ("law", "drafting"):
        package = import_module(f"section75.rules.{family}")
        for module in pkgutil.iter_modules(package.__path__):
            rule = cast("Rule", import_module(f"{package.__name__}.{module.name}"))
            found[rule.ID] = rule
    return found


def check(document: Document, terms: frozenset[str] = frozenset(), answered: frozenset[str] = frozenset()) -> list[Problem]:
    """Return what is wrong with a numbered document, in the order of its places."""
    subject = Subject(document, index(document), terms, answered)
    return sorted(problem for rule in rules().values() for problem in rule.check(subject))


def at(found: Found) -> Place:
    """Return the place of something found: that of its block, or of the nearest one above that has one."""
    return found.holder.place or next((above.place for above in reversed(found.spot.above) if above.place), None) or Place("the document")
