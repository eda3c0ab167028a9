"""The Better Care Fund plan that an agreement carries out.

In: the map `better_care_plan` of an agreement. Out: `BetterCarePlan`.
"""

from dataclasses import dataclass
from typing import Annotated

from section75.facts.base import Amount, Blank, Blankable, By, Date, Fact, FinancialYear, Keyed, Line, Money, Reference, Year
from section75.facts.partners import Partner, Post


class Return(Fact):
    """One return to the national bodies."""

    name: Line
    """What it is called."""
    due: Annotated[Line | Blank, Blankable("when the {name} is due")]
    """When it is due."""
    drafted_by: Annotated[Partner | Blank, Reference("partners"), Blankable("the partner that drafts the {name}")]
    """The partner that drafts it."""


@dataclass(frozen=True, slots=True)
class Least:
    """The designated amount of one year."""

    year: Year
    sum: Money | Blank


class BetterCarePlan(Fact):
    """The plan, year by year replaced, that the Better Care Fund requires."""

    title: Annotated[Line | Blank, Blankable("the title of the Better Care Fund plan")]
    """Its title."""
    version: Annotated[Line | Blank, Blankable("the version of the Better Care Fund plan")]
    """Its version."""
    years: Annotated[Line | Blank, Blankable("the financial years of the Better Care Fund plan")]
    """The financial years for which it is made."""
    agreed: Annotated[Date | Blank, Blankable("the date on which the Better Care Fund plan was agreed locally")]
    """When the health and wellbeing board agreed it."""
    approved: Annotated[Date | Blank, Blankable("the date of national approval of the Better Care Fund plan")]
    """When it was approved nationally."""
    requirements: Annotated[Line | Blank, Blankable("the national framework for the Better Care Fund, by title and date")]
    """The national requirements for its years, by title and date."""
    lead: Annotated[Post | Blank, Blankable("the post that leads on Better Care Fund returns")]
    """The post that prepares the returns."""
    designated: By[FinancialYear, Annotated[Amount | Blank, Blankable("the designated amount")]] = By({})
    """The least that must be put into pooled funds in each year, in pounds (2006 Act, section 223GA)."""
    returns: Keyed[Return] = Keyed({})
    """The returns to be made."""

    @property
    def least(self) -> tuple[Least, ...]:
        """The designated amount of each year."""
        return tuple(Least(year, amount) for year, amount in self.designated.items())
