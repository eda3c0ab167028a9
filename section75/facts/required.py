"""To which agreements each requirement of regulations 4, 7, 8 and 9 (SI 2000/617) applies.

In: an `Agreement` and the id of a requirement (`reg8-2-a`). Out: whether it applies, and the `Case`: the schemes, funds and exercises of
functions that the regulation is about. Who exercises whose functions decides, and whether a fund is pooled; never what the agreement calls
itself.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.arrangement import Exercise
    from section75.facts.finance import Fund
    from section75.facts.services import Function, Scheme
    from section75.problems import Place

CHARGING: Final = re.compile(r"(?:14|17)\b|2\(3\)")
"""How the sections of the Care Act 2014 that are about charging begin (regulation 6(k) and (l))."""

MAKING: Final = 4
"""The regulation about what comes before any arrangement is made."""
POOLED: Final = 7
"""The regulation about pooled funds."""
BY_NHS: Final = 8
"""The regulation about functions of a council that an NHS body exercises."""
BY_COUNCIL: Final = 9
"""The regulation about functions of an NHS body that a council exercises."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one fact answers to a requirement: a blank is not known yet, and nothing at all is a lack."""

    value: object
    place: Place
    lack: str = ""
    """What is wrong where the answer is none, in a sentence; empty where the text then says so itself."""
    remedy: str = ""

    @property
    def blanks(self) -> tuple[Blank, ...]:
        """What of it is not known."""
        return tuple(one for one in (self.value if isinstance(self.value, tuple) else (self.value,)) if isinstance(one, Blank))

    @property
    def missing(self) -> bool:
        """Whether there is none."""
        return not isinstance(self.value, Blank) and not self.value

    @property
    def lacks(self) -> bool:
        """Whether there is none and that is wrong."""
        return bool(self.lack) and self.missing


@dataclass(frozen=True, slots=True)
class Case:
    """One agreement under one regulation."""

    agreement: Agreement
    regulation: int

    @property
    def pools(self) -> tuple[Fund, ...]:
        """The pooled funds."""
        return tuple(fund for fund in self.agreement.funds.values() if fund.kind == "pooled")

    def paid_from(self, fund: Fund) -> tuple[Scheme, ...]:
        """Return the schemes of a fund."""
        return tuple(scheme for scheme in self.agreement.schemes.values() if scheme.fund == fund.key)

    @property
    def exercises(self) -> tuple[Exercise, ...]:
        """The exercises of functions that the regulation is about: 8 by an NHS body, 9 by a council, none for 7."""
        arrangement = self.agreement.arrangement
        return {BY_NHS: arrangement.by_nhs, BY_COUNCIL: arrangement.by_council}.get(self.regulation, ())

    @property
    def schemes(self) -> tuple[Scheme, ...]:
        """The schemes that the regulation is about, each once."""
        if self.regulation == POOLED:
            return tuple(scheme for fund in self.pools for scheme in self.paid_from(fund))
        return tuple({exercise.scheme.key: exercise.scheme for exercise in self.exercises}.values())

    @property
    def there(self) -> bool:
        """Whether the agreement makes an arrangement under the regulation; regulation 4 is about each of them."""
        arrangement = self.agreement.arrangement
        if self.regulation == MAKING:
            return arrangement.pooled or arrangement.delegated
        return bool(self.pools) if self.regulation == POOLED else bool(self.exercises)


def applies(agreement: Agreement, requirement: str) -> bool:
    """Return whether a requirement is asked of an agreement, whatever the date."""
    case = case_of(agreement, requirement)
    if requirement in ("reg7-2", "reg9-2"):
        return case.there and bool(agreement.arrangement.nhs_trusts)
    if requirement in ("reg8-2-h", "reg9-3-h"):
        return any(_is_charging(function) for exercise in case.exercises for function in _concerned(exercise))
    return case.there


def case_of(agreement: Agreement, requirement: str) -> Case:
    """Return an agreement under the regulation of a requirement."""
    return Case(agreement, int(requirement[3]))


def place_of(agreement: Agreement, *fields: str) -> Place:
    """Return where the first of some fields of an agreement is stated; where none is, the beginning of its file."""
    places = [agreement.place(field) for field in (*fields, "schemes", "partners")]
    return next((place for place in places if place.file), places[0])


def _concerned(exercise: Exercise) -> tuple[Function, ...]:
    """Return the functions among which charging may be: those given to an NHS body, or all of a service that a council runs for it."""
    return exercise.functions if exercise.by.is_nhs else exercise.scheme.functions


def _is_charging(function: Function) -> bool:
    if isinstance(function.sections, Blank) or str(function.act).casefold() != "care act 2014":
        return False
    return any(CHARGING.match(section) for section in function.sections)
