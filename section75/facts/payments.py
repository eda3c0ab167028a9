"""Who pays into a fund, how often and on which days.

In: `payments` of a fund. Out: `Payment`, which the calendar of payments (`section75.facts.calendar`) turns into days and sums.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import Blank, Blankable, Choice, Decide, Fact, Fault, KeyOf, Length, Many, Reference, Words
from section75.facts.days import DayOfYear
from section75.facts.partners import Partner

TIMES = {"monthly": 12, "quarterly": 4, "annually": 1, "once": 1}
"""How many instalments a full year has."""


class Payment(Fact):
    """Who pays into a fund, how often, and when."""

    payer: Annotated[Partner, Reference("partners")]
    """The partner that pays."""
    pays: Annotated[Words, Choice("monthly", "quarterly", "annually", "once")]
    """How often."""
    timing: Annotated[Words | Blank, Choice("in advance", "in arrears"), Blankable("whether payment is in advance or in arrears")]
    """In advance or in arrears."""
    within: Length | None = None
    """How long after an invoice."""
    on: Many[DayOfYear] = ()
    """The days of the year on which the instalments are due; left out, they follow from how often and from the timing."""
    schemes: Many[Annotated[Words, KeyOf("schemes")]] = ()
    """The schemes for which it pays, by their keys; left out, all of the fund."""
    sources: Many[Annotated[Words, KeyOf("sources", "partners")]] = ()
    """The grants from which it pays, or its own key for its own budget; left out, all."""
    invoice: Decide = True
    """Whether the host sends an invoice for each instalment."""

    @model_validator(mode="after")
    def _has_a_day_for_each_instalment(self) -> "Payment":
        if self.on and len(self.on) != TIMES[self.pays]:
            message = f"{self.pays.capitalize()} means {TIMES[self.pays]} a year, and {len(self.on)} days are stated."
            raise Fault(message, "State one day for each instalment, or leave them out.", at="on")
        if len(set(self.on)) != len(self.on):
            raise Fault("A day is stated twice.", "Keep one of the two.", at="on")
        return self
