"""What kinds of contributions an agreement has, so that a text can speak of just those.

In: lines. Out: `Having`, and `Minimum`: a published minimum beside what is contributed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.agreement import Agreement
    from section75.facts.base import Blank, Money
    from section75.facts.dates import Year
    from section75.facts.finance import Source
    from section75.facts.lines import Contribution
    from section75.facts.year_accounts import YearAccount


@dataclass(frozen=True, slots=True)
class Having:
    """Whether there is any contribution of a kind."""

    one_year: bool
    """For one year only."""
    fixed: bool
    variable: bool
    net: bool
    part_year: bool
    shared: bool
    """Stated as a share of a total."""
    indicative: bool

    @property
    def any(self) -> bool:
        """Whether there is any of which there is more to say than its sum."""
        return self.one_year or self.fixed or self.variable or self.net or self.part_year or self.shared


@dataclass(frozen=True, slots=True)
class Minimum:
    """The published minimum of a source for a year, and what is contributed from it."""

    source: Source
    year: Year
    least: Money
    given: Money | Blank | None
    """What is contributed from it to pooled funds; none where nothing is stated."""


def having(lines: Iterable[Contribution]) -> Having:
    """Return which kinds there are."""
    every = tuple(lines)
    return Having(
        one_year=any(not line.recurrent for line in every),
        fixed=any(line.fixed for line in every),
        variable=any(line.variable for line in every),
        net=any(line.net for line in every),
        part_year=any(line.part for line in every),
        shared=any(line.share for line in every),
        indicative=any(line.indicative for line in every),
    )


def minimums_of(agreement: Agreement, years: tuple[YearAccount, ...]) -> tuple[Minimum, ...]:
    """Return each published minimum of each source, year by year."""
    given = {(one.of.key, account.year): one.sum for account in years for one in account.sources}
    return tuple(
        Minimum(source, year, least, given.get((source.key, year)))
        for source in agreement.sources.values()
        for year, least in source.least.items()
    )
