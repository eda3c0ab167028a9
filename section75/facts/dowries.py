"""Dowries: money that moves into a fund with a person who leaves a bed, week by week.

In: the map `dowries` of a scheme. Out: `Dowry`, and what it comes to in a year. The sum of a year is the weekly sum × people × days ÷ 7, to
the nearest penny.
"""

from fractions import Fraction
from typing import Annotated

from pydantic import model_validator

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    Choice,
    Date,
    Day,
    Fact,
    Fault,
    Line,
    Money,
    Number,
    Reference,
    Shares,
    SharesOf,
    Words,
    Year,
)
from section75.facts.contribution_lines import nearest
from section75.facts.partners import Partner

WEEK = 7


class Dowry(Fact):
    """The money that moves with people who left beds on the same terms."""

    paid_by: Annotated[Partner, Reference("partners")]
    """The partner that paid for the bed and now pays into the fund."""
    people: Annotated[Number | Blank, Blankable("the number of people with this dowry")]
    """How many people it is for."""
    weekly: Annotated[Amount | Blank, Blankable("the weekly sum of the dowry")]
    """The weekly sum for each of them, in pounds."""
    starts: Annotated[Date | Blank, Blankable("the day from which the dowry is paid")]
    """The first day for which it is paid: that on which the placement starts."""
    ends: Date | None = None
    """The last day, if it is known; otherwise it goes on until an event that ends it."""
    excess: Annotated[Shares | None, SharesOf("partners", "groups")] = None
    """Who bears what the person’s care costs above the dowry, in which shares; a step of the scheme for overspends says the same."""
    surplus: Annotated[Words | Blank, Choice("carried forward", "returned"), Blankable("what becomes of what a dowry leaves")]
    """What becomes of what a dowry leaves: carried forward in the fund, or returned to its payer."""
    bed: Line | None = None
    """The kind of bed that the people left, in words that follow *a*: hospital bed."""

    @model_validator(mode="after")
    def _ends_after_it_starts(self) -> "Dowry":
        if self.ends and isinstance(self.starts, Day) and self.ends < self.starts:
            raise Fault("The dowry ends before it starts.", "Check both dates.", at="ends")
        return self

    def days(self, year: Year, until: Day | None = None) -> int | Blank:
        """Return the days of the year for which it is paid, both ends counted; never after `until`, the end of the agreement."""
        if not isinstance(self.starts, Day):
            return self.starts
        last = min(day for day in (self.ends, until, year.last) if day is not None)
        return max((last - max(self.starts, year.first)).days + 1, 0)

    def sum(self, year: Year, until: Day | None = None) -> Money | Blank:
        """Return what it comes to in the year."""
        days = self.days(year, until)
        if isinstance(days, Blank) or isinstance(self.people, Blank) or isinstance(self.weekly, Blank):
            return next(part for part in (days, self.people, self.weekly) if isinstance(part, Blank))
        found = nearest(Fraction(self.weekly.pence * self.people * days, WEEK))
        return Money(found.pence, self.path, self.place())
