"""Sums that the partners state elsewhere, in a report or a plan, so that they can be compared with what the contributions come to.

In: the map `stated_totals` of an agreement. Out: year, then fund, scheme, partner or `all`: the sum.
"""

from typing import TYPE_CHECKING, Annotated, Final

from section75.facts.base import Amount, By, FinancialYear, KeyOf, Words

if TYPE_CHECKING:
    from section75.facts.context import Context

ALL: Final = "all"
"""The key of the total of all pooled funds."""


class AllOrKeyOf(KeyOf):
    """A key of one of the named maps, or `all`."""

    def check(self, key: Words, context: "Context") -> Words:
        """Return the key."""
        return key if key == ALL else super().check(key, context)


StatedTotals = By[FinancialYear, By[Annotated[Words, AllOrKeyOf("funds", "schemes", "partners", "sources")], Amount]]
"""Year, then fund, scheme, partner, source or `all`: the sum stated, in pounds."""
