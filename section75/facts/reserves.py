"""Reserves: money set aside against overspends, of one fund or of several.

In: the map `reserves` of an agreement. Out: `Reserve`. A fund's own `reserve`, an amount, is the short form.
"""

from typing import Annotated

from section75.facts.base import Amount, Blank, Blankable, Fact, Line, Many, Reference, Shares, SharesOf
from section75.facts.finance import Fund


class Reserve(Fact):
    """One purse, however many funds may draw on it."""

    name: Line
    """What it is called, with its article: the risk pool."""
    funds: Many[Annotated[Fund, Reference("funds")]]
    """The funds that it serves, by their keys."""
    amount: Annotated[Amount | Blank, Blankable("the sum in {name} at the start")]
    """The sum in it at the start, in pounds."""
    shares: Annotated[Shares | None, SharesOf("partners", "groups")] = None
    """Whose money it is, in which shares; left out, it is part of the funds."""
    use: Line | None = None
    """What it is for, in words that follow *for*, if it is for less than any overspend."""
