"""What a service is to cost over the years of its contract.

In: `contract_value` of a scheme. Out: `ContractValue`, with the product that the stated total must equal.
"""

from typing import Annotated

from section75.facts.base import Amount, Blank, Blankable, Decide, Fact, Money, Number


class ContractValue(Fact):
    """The yearly value of a contract and its total."""

    per_year: Annotated[Amount | Blank, Blankable("the yearly value of the contract")]
    """Its value a year, in pounds."""
    years: Annotated[Number | Blank, Blankable("for how many years the contract runs")]
    """For how many years."""
    total: Amount | None = None
    """Its total as stated elsewhere, in pounds; it must be the yearly value for all its years, unless an uplift is in it."""
    with_uplift: Decide = False
    """Whether the total holds an uplift, so that it is more than the product."""

    @property
    def product(self) -> Money | Blank:
        """The yearly value times the years, in pounds."""
        if isinstance(self.per_year, Blank) or isinstance(self.years, Blank):
            return self.per_year if isinstance(self.per_year, Blank) else Blank("the total value of the contract", self.path)
        return self.per_year * self.years

    @property
    def value(self) -> Money | Blank:
        """The total: as stated, or else the product."""
        return self.product if self.total is None else self.total
