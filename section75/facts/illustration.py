"""An illustration of what a list of steps does: figures for one year, which are an example and no forecast.

In: the field `illustration` of a fund. Out: `Illustration`.
"""

from typing import Annotated

from section75.facts.base import Amount, By, Fact, FinancialYear, KeyOf, Line, Words


class Illustration(Fact):
    """Figures that show how the lists of a fund and of its schemes work."""

    year: FinancialYear
    """The financial year whose contributions are used."""
    forecast: By[Annotated[Words, KeyOf("schemes")], Amount]
    """What each scheme is supposed to spend, in pounds; a scheme that is left out spends what is contributed to it."""
    found: By[Line, Amount] = By({})
    """What is supposed to be found outside the funds, in pounds, by the words of the step that uses it."""
    fault: By[Annotated[Words, KeyOf("partners")], Amount] = By({})
    """What each partner's fault is supposed to have caused, in pounds."""
