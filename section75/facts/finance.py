"""Money: funds, where it comes from, and what happens when it runs over or is left.

In: the maps `funds`, `sources` and `contributions` of an agreement. Out: `Fund`, `Source` and contribution lines.
Contributions stand year by year, so that a renewal adds a block and touches nothing else.
"""

from typing import Annotated

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    By,
    Choice,
    Decide,
    Fact,
    FinancialYear,
    Line,
    Many,
    Reference,
    Until,
    Words,
)
from section75.facts.contribution_lines import Contributions
from section75.facts.illustration import Illustration
from section75.facts.partners import Partner, Post
from section75.facts.payments import Payment
from section75.facts.steps import OverspendStep, UnderspendStep


class Fund(Fact):
    """Money that the agreement governs: pooled, aligned or neither."""

    name: Line
    """What it is called."""
    kind: Annotated[Words, Choice("pooled", "aligned", "not pooled")]
    """Pooled under regulation 7; aligned, each partner holding its own; or not pooled: paid by one partner to another."""
    host: Annotated[Partner, Reference("partners")]
    """The host partner of a pooled fund, or the partner that holds or reports the others."""
    manager: Annotated[Post | Blank, Blankable("the pool manager of the {name}")]
    """The post that manages it; an officer of the host (regulation 7(4))."""
    covers: Annotated[Words, Choice("revenue", "capital", "revenue and capital")] = Words("revenue")
    """Revenue, capital or both."""
    reserve: Amount | None = None
    """Its risk reserve, in pounds."""
    virement: Annotated[Amount | Blank | None, Blankable("the limit of virement in the {name}")] = None
    """What its manager may move between schemes, in pounds."""
    reports: Until | None = None
    """When its quarterly report is due."""
    charge: Amount | None = None
    """What the host charges for hosting it in a year, in pounds; left out, nothing."""
    audit: Annotated[Words | None, Choice("the fund", "the host", "the partners equally")] = None
    """Who pays for the audit of its accounts; left out, the fund."""
    permitted: Many[Line] = ()
    """What it may be spent on besides its schemes' services."""
    excluded: Many[Line] = ()
    """What it may not be spent on, besides what the clause on pooled funds leaves out."""
    payments: Many[Payment] = ()
    """Who pays in, and when."""
    overspend: Many[OverspendStep] = ()
    """What happens when it runs over, in order."""
    underspend: Many[UnderspendStep] = ()
    """What happens to money left, in order."""
    illustration: Illustration | None = None
    """Figures by which the schedule on risk shows how the steps work; an illustration, and no forecast."""


class Source(Fact):
    """A named grant or minimum from which a partner pays."""

    paid_by: Annotated[Partner, Reference("partners")]
    """The partner that pays it in."""
    name: Line
    """What it is called."""
    condition: Line | None = None
    """A condition that goes with the money."""
    capital: Decide = False
    """Whether it may be spent on capital only."""
    least: By[FinancialYear, Amount] = By({})
    """The published minimum of each year, in pounds."""
    grant: By[FinancialYear, Amount] = By({})
    """What the grant comes to in each year, in pounds, wherever it is spent."""


__all__ = ["Contributions", "Fund", "Payment", "Source"]
