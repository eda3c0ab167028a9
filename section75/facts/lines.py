"""The lines of the contributions: each sum that one source gives to one scheme in one year, whichever way the officer stated it.

In: an `Agreement`. Out: `Contribution` lines in the order of the file; a total with shares is divided among its sources to the penny, a
part of a year is taken by the day, and each dowry is a line of the years that it touches.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from section75.facts.base import Blank, By, Day, Money, Share, Words, Year
from section75.facts.contribution_lines import Apportioned, BySource, Contributed, days_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.contribution_lines import Terms
    from section75.facts.dowries import Dowry
    from section75.facts.finance import Source
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme

_NOTHING: By[Words, BySource | Apportioned] = By({})


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line: what one source gives to one scheme in one year."""

    year: Year
    scheme: Scheme
    payer: Partner
    source: Source | None
    amount: Money | Blank
    stated: Terms | None = None
    """The terms on which it is given, as the officer stated them."""
    share: Share | None = None
    """Its share of a total, where the officer stated the total."""
    dowry: Dowry | None = None
    """The dowry, where it is one."""
    indicative: bool = False
    """Whether the sums of its year are for planning only."""
    until: Day | None = None
    """The last day of the agreement, where it is known."""

    @property
    def recurrent(self) -> bool:
        """Whether it goes on in later years."""
        return self.stated is None or self.stated.recurrent

    @property
    def fixed(self) -> bool:
        """Whether it is said not to move, whatever is spent."""
        return self.stated is not None and self.stated.line == "fixed"

    @property
    def variable(self) -> bool:
        """Whether it is said to follow what is spent."""
        return self.stated is not None and self.stated.line == "variable"

    @property
    def net(self) -> bool:
        """Whether charges have been deducted from it."""
        return self.stated is not None and self.stated.charges == "net"

    @property
    def part(self) -> Contributed | None:
        """What is stated, where it is given for part of the year only."""
        given = self.stated if isinstance(self.stated, Contributed) else None
        return given if given and (given.starts or given.ends) else None

    @property
    def first(self) -> Day:
        """The first day of the year for which it is given."""
        return self.part.starts if self.part and self.part.starts else self.year.first

    @property
    def last(self) -> Day:
        """The last day of the year for which it is given."""
        return self.part.ends if self.part and self.part.ends else self.year.last

    @property
    def whole(self) -> Money | Blank | None:
        """The total of which it is a share, if it is one."""
        return self.stated.total if isinstance(self.stated, Apportioned) else None

    @property
    def days(self) -> int | Blank:
        """For how many days of the year it is given, both ends counted."""
        if self.dowry:
            return self.dowry.days(self.year, self.until)
        return self.part.days(self.year) if self.part else days_of(self.year)

    @property
    def full(self) -> Money | Blank:
        """The sum for a full year."""
        return self.part.full_year if self.part and self.part.full_year is not None else self.amount

    @property
    def of_days(self) -> int:
        """How many days the year has."""
        return days_of(self.year)

    @property
    def plain(self) -> bool:
        """Whether there is nothing to say of it but its sum: recurrent, for the whole year, and on no terms of its own."""
        return self.recurrent and not (self.fixed or self.variable or self.net or self.part or self.share)


def lines_of(agreement: Agreement) -> tuple[Contribution, ...]:
    """Return every line, year by year, scheme by scheme; the dowries of a scheme follow what is stated for it."""
    return tuple(line for year in years_of(agreement) for line in _of_year(agreement, year))


def years_of(agreement: Agreement) -> tuple[Year, ...]:
    """Return the years for which contributions are stated or, if there are none, the first year of each dowry."""
    stated = tuple(agreement.contributions)
    dowries = [dowry for scheme in agreement.schemes.values() for dowry in scheme.dowries.values()]
    return stated or tuple(sorted({Year.of(dowry.starts) for dowry in dowries if isinstance(dowry.starts, Day)}))


def _of_year(agreement: Agreement, year: Year) -> Iterator[Contribution]:
    stated = agreement.contributions.get(year, _NOTHING)
    for key in (*stated, *(key for key, scheme in agreement.schemes.items() if scheme.dowries and key not in stated)):
        scheme, found = agreement.schemes[key], stated.get(Words(key))
        if isinstance(found, Apportioned):
            yield from _apportioned(agreement, year, scheme, found)
        elif found is not None:
            yield from _given(agreement, year, scheme, found)
        yield from _dowries(agreement, year, scheme)


def _given(agreement: Agreement, year: Year, scheme: Scheme, found: BySource) -> Iterator[Contribution]:
    indicative = year in agreement.indicative
    for source, given in found.items():
        grant, payer = agreement.sources.get(source), payer_of(agreement, source)
        yield Contribution(year, scheme, payer, grant, given.sum(year), given, indicative=indicative)


def _apportioned(agreement: Agreement, year: Year, scheme: Scheme, found: Apportioned) -> Iterator[Contribution]:
    indicative = year in agreement.indicative
    parts = found.total.split(found.shares.named) if isinstance(found.total, Money) else {}
    for source, share in found.shares.named.items():
        grant, payer = agreement.sources.get(source), payer_of(agreement, source)
        amount = replace(parts[source], path=found.total.path, place=found.total.place) if parts else found.total
        yield Contribution(year, scheme, payer, grant, amount, found, Share(share), indicative=indicative)


def _dowries(agreement: Agreement, year: Year, scheme: Scheme) -> Iterator[Contribution]:
    expiry = agreement.term.expiry
    until = expiry if isinstance(expiry, Day) else None
    for dowry in scheme.dowries.values():
        days = dowry.days(year, until)
        if isinstance(days, Blank) or days:
            indicative = year in agreement.indicative
            yield Contribution(year, scheme, dowry.paid_by, None, dowry.sum(year, until), dowry=dowry, indicative=indicative, until=until)


def payer_of(agreement: Agreement, source: str) -> Partner:
    """Return the partner that pays from a source, or that is named itself for its own budget."""
    return agreement.partners[source] if source in agreement.partners else agreement.sources[source].paid_by
