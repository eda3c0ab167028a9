"""What earlier years were to cost and what they cost.

In: the map `history` of an agreement. Out: `Spent`, whose variance is computed.
"""

from dataclasses import replace
from typing import Annotated

from section75.facts.base import Amount, Blank, Blankable, By, Fact, FinancialYear, KeyOf, Money, Words


class Spent(Fact):
    """One earlier year's budget and what was spent."""

    budget: Amount
    """The budget, in pounds."""
    outturn: Annotated[Amount | Blank, Blankable("the outturn of {keys[2]}")]
    """What was spent, in pounds."""

    @property
    def variance(self) -> Money | Blank:
        """The outturn less the budget: positive where more was spent than planned."""
        if isinstance(self.outturn, Blank):
            return self.outturn
        return replace(self.outturn - self.budget, path=self.outturn.path, place=self.outturn.place)

    @property
    def over(self) -> bool:
        """Whether more was spent than planned."""
        return isinstance(self.variance, Money) and self.variance.pence > 0

    @property
    def under(self) -> bool:
        """Whether less was spent than planned."""
        return isinstance(self.variance, Money) and self.variance.pence < 0

    @property
    def difference(self) -> Money | Blank:
        """The variance without its sign, for words that tell the sign."""
        return -self.variance if self.under else self.variance


History = By[Annotated[Words, KeyOf("schemes", "funds")], By[FinancialYear, Spent]]
"""Scheme or fund, then year: budget and outturn."""
