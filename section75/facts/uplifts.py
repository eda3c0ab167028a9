"""What is added to the contributions of one year to make those of the next.

In: the map `uplifts` of an agreement, year by year. Out: `Uplift`: a rate, or an amount that partners share. What it comes to is told by
`section75.facts.uplifted`.
"""

from typing import Annotated

from pydantic import model_validator

from section75.facts.base import Amount, By, Fact, Fault, FinancialYear, KeyOf, Line, Many, Proportion, Shares, SharesOf, Words


class Uplift(Fact):
    """One addition, or a cut where the amount is negative."""

    rate: Proportion | None = None
    """By how much the contributions of the year before are raised: 2.8 %."""
    amount: Amount | None = None
    """How much is added in all, in pounds; negative for a cut."""
    shares: Annotated[Shares | None, SharesOf("partners", "sources")] = None
    """Whose the amount is, in which shares; left out, it is not divided here."""
    schemes: Many[Annotated[Words, KeyOf("schemes")]] = ()
    """The schemes that it concerns, by their keys; left out, all."""
    sources: Many[Annotated[Words, KeyOf("partners", "sources")]] = ()
    """The sources that it concerns, by their keys; left out, all."""
    because: Line | None = None
    """On what it rests, in words that follow *because of*: the national conditions."""

    @model_validator(mode="after")
    def _is_a_rate_or_an_amount(self) -> "Uplift":
        if (self.rate is None) == (self.amount is None):
            raise Fault("An uplift is a rate or an amount.", "State one of the two.", at="amount" if self.amount else "")
        if self.rate is not None and self.shares is not None:
            raise Fault("A rate raises each contribution, so it has no shares.", "Take shares out, or state an amount.", at="shares")
        if self.shares is not None and self.shares.how == "by contribution":
            raise Fault("An uplift by contribution is a rate.", "State the rate.", at="shares")
        return self


Uplifts = By[FinancialYear, Many[Uplift]]
"""Year, then what was added to the year before."""
