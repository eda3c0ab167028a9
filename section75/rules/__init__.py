"""Rules: what a finished document must keep. A rule is one file; this one finds and runs them.

In: a numbered Document and its Index, or the facts of a partnership. Out: `Problem`s. Each rule module says in its docstring what it
guards and why, and has `ID`, `LEVEL`, `AUTHORITY`; `check(subject)`, which reads a finished paper, or `check_facts(facts)`, which reads the
facts alone, or both; and the examples `PASSES` and `FAILS`, which the tests run and `explain` prints. An example is house Markdown; or YAML
laid over complete facts, under `agreement:`, `report:`, `equality:` or `figures:`; or such YAML, a line of three hyphens, and Markdown.
A rule that nobody may waive says why under `FIRM`. Under `MUTATIONS` stands the one way in which it guards against a lawful partnership
being broken, which the tests break.
"""

from __future__ import annotations

import pkgutil
from dataclasses import dataclass, field
from functools import cache, cached_property
from importlib import import_module
from typing import TYPE_CHECKING, Final, Protocol, cast

from section75.document.index import Found, Index, Paragraph, index
from section75.facts.passing import NOTHING_DATED, DatedLaw
from section75.problems import LEVELS, Level, Place, Problem
from section75.rules.markers import runs_of
from section75.rules.reading import said_in

if TYPE_CHECKING:
    from collections.abc import Callable, Container, Iterator, Mapping

    from section75.document.tree import Document
    from section75.facts.agreement import Agreement
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.figures import Figures
    from section75.facts.house import HouseStyle
    from section75.facts.prescribed import Head
    from section75.facts.report import Report
    from section75.facts.requirements import Meeting, Requirement
    from section75.rules.markers import Marker
    from section75.rules.reading import Said


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts of one partnership, as far as there are any: its agreement, its reports by name, its equality analysis.

    Its pool managers' figures by name. With them what a project states for all: the bodies and Acts that have come and gone, its houses by
    name, and the functions that the Regulations prescribe.
    """

    agreement: Agreement | None = None
    reports: Mapping[str, Report] = field(default_factory=dict)
    equality: EqualityAnalysis | None = None
    dated: DatedLaw = NOTHING_DATED
    houses: Mapping[str, HouseStyle] = field(default_factory=dict)
    figures: Mapping[str, Figures] = field(default_factory=dict)
    heads: tuple[Head, ...] = ()
    requirements: Mapping[str, Requirement] = field(default_factory=dict)
    """What the Regulations ask of an agreement, by id."""
    meetings: tuple[Meeting, ...] = ()
    """The texts that deal with those requirements, and which of them stand in the agreement."""


NO_FACTS: Final = Facts()


@dataclass(frozen=True)
class Subject:
    """What a rule reads: the document, its index, the terms the library can define, facts answered by officers, and the facts behind it."""

    document: Document
    index: Index
    terms: frozenset[str] = frozenset()
    answered: frozenset[str] = frozenset()
    agreement: Agreement | None = None
    """The agreement that it is, or speaks of."""
    report: Report | None = None
    """The facts of the report, where it is one."""
    facts: Facts = NO_FACTS
    """All the facts of the partnership."""

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """The words of the document, a heading, a paragraph or a cell at a time; found once for all rules."""
        return tuple(said_in(self.index))

    @cached_property
    def lists(self) -> tuple[list[Marker], ...]:
        """The markers of each list; found once for all rules."""
        return tuple(runs_of(self.index))


class Rule(Protocol):
    """A rule module; besides these it has `check`, `check_facts` or both."""

    ID: str
    LEVEL: Level
    AUTHORITY: str
    PASSES: tuple[str, ...]
    FAILS: tuple[str, ...]


@cache
def rules() -> dict[str, Rule]:
    """Return every rule by its id: the modules of the folders beside this one."""
    found: dict[str, Rule] = {}
    for family in ("law", "drafting", "reports", "money"):
        package = import_module(f"section75.rules.{family}")
        for module in pkgutil.iter_modules(package.__path__):
            rule = cast("Rule", import_module(f"{package.__name__}.{module.name}"))
            found[rule.ID] = rule
    return found


def check(
    document: Document,
    terms: frozenset[str] = frozenset(),
    answered: frozenset[str] = frozenset(),
    agreement: Agreement | None = None,
    report: Report | None = None,
    facts: Facts = NO_FACTS,
) -> list[Problem]:
    """Return what is wrong with a numbered document, in the order of its places."""
    return judged(Subject(document, index(document), terms, answered, agreement, report, facts))


def judged(subject: Subject, levels: Container[Level] = LEVELS) -> list[Problem]:
    """Return what is wrong with a document, in the order of its places; only rules of some levels may be asked."""
    runs: list[Callable[[Subject], Iterator[Problem]]] = [rule.check for rule in _of(levels) if hasattr(rule, "check")]
    return sorted(problem for run in runs for problem in run(subject))


def _of(levels: Container[Level]) -> Iterator[Rule]:
    return (rule for rule in rules().values() if rule.LEVEL in levels)


def check_facts(facts: Facts, levels: Container[Level] = LEVELS) -> list[Problem]:
    """Return what is wrong with the facts of a partnership, in the order of their places; only rules of some levels may be asked."""
    runs: list[Callable[[Facts], Iterator[Problem]]] = [rule.check_facts for rule in _of(levels) if hasattr(rule, "check_facts")]
    return sorted(problem for run in runs for problem in run(facts))


def at(found: Found | Paragraph) -> Place:
    """Return the place of something found: that of its block, or of the nearest one above that has one."""
    return found.holder.place or next((above.place for above in reversed(found.spot.above) if above.place), None) or Place("the document")
