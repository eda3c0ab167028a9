"""Where an agreement departs from the library's model wording, and why.

In: an `Agreement`, and which clauses and schedules read otherwise than the library has them. Out: `Departures`, which a text prints.
A reason that nobody has recorded is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated, Final

from section75.facts.base import Blank, Choice, Words

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement

SORTS: Final = ("other words", "added", "left out", "not used", "follows")
"""What may have become of a clause: it reads otherwise, is the partners' own, is left out, keeps its number alone, or only follows."""


@dataclass(frozen=True, slots=True)
class Departure:
    """One clause or schedule that differs from the library's."""

    id: Words
    name: Words
    """Its number and heading, as the agreement prints them."""
    sort: Annotated[Words, Choice(*SORTS)]
    because: Words | Blank
    """Why, as the agreement's facts record it under `clauses: because:`."""


@dataclass(frozen=True, slots=True)
class Departures:
    """Every departure of one agreement, in its order."""

    each: tuple[Departure, ...]


def reason_for(agreement: Agreement, name: str) -> Words | Blank:
    """Return the recorded reason for departing from a clause of the library; a blank where there is none."""
    recorded = agreement.clauses.because.get(Words(name))
    return recorded or Blank(f"why this agreement departs from the model wording of {name}", f"clauses.because.{name}")
