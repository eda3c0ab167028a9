"""Money: funds, where it comes from, and what happens when it runs over or is left.

In: the maps `funds`, `sources` and `contributions` of an agreement. Out: `Fund`, `Source`, steps and contribution lines.
Contributions stand year by year, so that a renewal adds a block and touches nothing else.
"""

from typing import Annotated

from section75.facts.base import (
    Amount,
    Blank,
    Blankable,
    By,
    Choice,
    Fact,
    FinancialYear,
    Keyed,
    KeyOf,
    Length,
    Line,
    Many,
    Reference,
    Shares,
    SharesOf,
    Until,
    Variant,
    Words,
)
from section75.facts.partners import Partner, Post


class Offset(Fact):
    """Set the amount against something else first."""

    offset: Line
    """What it is set against: underspends of other schemes of the fund."""
    up_to: Amount | Line | None = None
    """The most that this step takes."""


class Draw(Fact):
    """Take it from a reserve, or pay it into one."""

    draw: Line
    """The reserve."""
    up_to: Amount | Line | None = None
    """The most that this step takes."""


class ShareOut(Fact):
    """Share it among partners."""

    share: Annotated[Shares, SharesOf("partners", "groups")]
    """How: equally, by contribution, or named shares."""
    up_to: Amount | Line | None = None
    """The most that this step takes."""


class Bear(Fact):
    """Let one partner, or each for itself, bear it."""

    bear: Line
    """The key of a partner, or `each`."""
    up_to: Amount | Line | None = None
    """The most that this step takes."""


class DecideStep(Fact):
    """Leave the rest to a decision."""

    decide: Line
    """The key of a body, or `partners` for all of them in writing."""
    up_to: Amount | Line | None = None
    """The most that this step takes."""


Step = Annotated[Offset | Draw | ShareOut | Bear | DecideStep, Variant("step")]
"""One step of an overspend or underspend: exactly one of offset, draw, share, bear, decide."""


class Payment(Fact):
    """Who pays into a fund, how often, and when."""

    payer: Annotated[Partner, Reference("partners")]
    """The partner that pays."""
    pays: Annotated[Words, Choice("monthly", "quarterly", "annually")]
    """How often."""
    timing: Annotated[Words | Blank, Choice("in advance", "in arrears"), Blankable("whether payment is in advance or in arrears")]
    """In advance or in arrears."""
    within: Length | None = None
    """How long after an invoice."""


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
    permitted: Many[Line] = ()
    """What it may be spent on besides its schemes' services."""
    excluded: Many[Line] = ()
    """What it may not be spent on, besides what the clause on pooled funds leaves out."""
    payments: Many[Payment] = ()
    """Who pays in, and when."""
    overspend: Many[Step] = ()
    """What happens when it runs over, in order."""
    underspend: Many[Step] = ()
    """What happens to money left, in order."""


class Source(Fact):
    """A named grant or minimum from which a partner pays."""

    paid_by: Annotated[Partner, Reference("partners")]
    """The partner that pays it in."""
    name: Line
    """What it is called."""
    condition: Line | None = None
    """A condition that goes with the money."""


Contributions = By[
    FinancialYear,
    By[
        Annotated[Words, KeyOf("schemes")],
        By[Annotated[Words, KeyOf("partners", "sources")], Annotated[Amount | Blank, Blankable("the contribution")]],
    ],
]
"""Year, then scheme, then source: the amount, in pounds."""

__all__ = ["Contributions", "Fund", "Keyed", "Source", "Step"]
