"""The lines of one year and what they come to: of a fund, of a scheme, or of all pooled funds together.

In: `Contribution` lines. Out: `YearAccount`, with its totals and shares. Sums are exact, and one of which a part is not known is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from section75.facts.base import Blank, Money, Share

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.finance import Fund, Source
    from section75.facts.lines import Contribution
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme

    Thing = Partner | Scheme | Fund | Source

WHOLE = 10_000
"""Hundredths of one per cent in the whole."""


@dataclass(frozen=True, slots=True)
class Total:
    """What several lines come to, in pounds, for the one thing they have in common."""

    of: Thing
    sum: Money | Blank
    share: Share | Blank
    """Its exact share of all the lines beside it."""
    rounded: Share | Blank
    """That share in hundredths of one per cent; what is over goes to the largest remainders, so that all make 100 %."""


@dataclass(frozen=True, slots=True)
class Given:
    """What one partner gives in a year, in pounds; none where it gives nothing."""

    of: Partner
    sum: Money | Blank | None


@dataclass(frozen=True, slots=True)
class Row:
    """What each partner that contributes gives to one scheme, in the order of the partners; nought where it gives nothing."""

    of: Thing
    sums: tuple[Money | Blank, ...]
    total: Money | Blank


@dataclass(frozen=True)
class YearAccount:
    """The lines of one year: of a fund, of a scheme, or of all pooled funds together."""

    agreement: Agreement
    year: Year
    lines: tuple[Contribution, ...]

    @property
    def total(self) -> Money | Blank:
        """All of it, in pounds."""
        return sum_of(self.lines)

    @property
    def known(self) -> bool:
        """Whether every line of it is known."""
        return not isinstance(self.total, Blank)

    @property
    def indicative(self) -> bool:
        """Whether its sums are for planning only."""
        return self.year in self.agreement.indicative

    @property
    def capital(self) -> Money | Blank | None:
        """What of it may be spent on capital only; none where there is no such money."""
        found = [line for line in self.lines if line.source and line.source.capital]
        return sum_of(found) if found else None

    @property
    def grid(self) -> tuple[Row, ...]:
        """Scheme by scheme, what each partner of `partners` gives."""
        return tuple(Row(one.of, self._given_to(one.of), one.sum) for one in self.schemes)

    def _given_to(self, scheme: Thing) -> tuple[Money | Blank, ...]:
        lines = [line for line in self.lines if line.scheme is scheme]
        return tuple(sum_of(line for line in lines if line.payer is one.of) for one in self.partners)

    @property
    def partners(self) -> tuple[Total, ...]:
        """What each partner that contributes gives, in the order of the partners."""
        return self._totals(lambda line: line.payer, self.agreement.partners.values())

    @property
    def each(self) -> tuple[Given, ...]:
        """What each partner gives, also where that is nothing."""
        given = {total.of.key: total.sum for total in self.partners}
        return tuple(Given(partner, given.get(partner.key)) for partner in self.agreement.partners.values())

    @property
    def schemes(self) -> tuple[Total, ...]:
        """What each scheme receives."""
        return self._totals(lambda line: line.scheme, self.agreement.schemes.values())

    @property
    def funds(self) -> tuple[Total, ...]:
        """What each fund receives."""
        return self._totals(lambda line: fund_of(self.agreement, line.scheme), self.agreement.funds.values())

    @property
    def sources(self) -> tuple[Total, ...]:
        """What each grant or minimum gives; partners' own budgets are left out."""
        return self._totals(lambda line: line.source, self.agreement.sources.values())

    @property
    def own(self) -> tuple[Total, ...]:
        """What each partner gives from its own budget, beyond any named source."""
        return self._totals(lambda line: None if line.source else line.payer, self.agreement.partners.values())

    def _totals(self, named: Callable[[Contribution], object], things: Iterable[Thing]) -> tuple[Total, ...]:
        found = [(thing, sum_of(line for line in self.lines if named(line) is thing)) for thing in things]
        found = [(thing, total) for thing, total in found if any(named(line) is thing for line in self.lines)]
        shares, rounded = self._shares([total for _, total in found])
        return tuple(Total(thing, total, *both) for (thing, total), *both in zip(found, shares, rounded, strict=True))

    def _shares(self, totals: list[Money | Blank]) -> tuple[list[Share | Blank], list[Share | Blank]]:
        whole = sum(total.pence for total in totals if isinstance(total, Money))
        if not whole or any(isinstance(total, Blank) for total in totals):
            unknown = Blank("the share", f"contributions.{self.year}")
            return [unknown] * len(totals), [unknown] * len(totals)
        exact = {f"{order:04}": Fraction(total.pence, whole) for order, total in enumerate(totals) if isinstance(total, Money)}
        parts = Money(WHOLE).split(exact)
        return [Share(part) for part in exact.values()], [Share(parts[order].pence, WHOLE) for order in exact]


def fund_of(agreement: Agreement, scheme: Scheme) -> Fund | None:
    """Return the fund from which a scheme is paid."""
    return agreement.funds[scheme.fund] if scheme.fund else None


def sum_of(lines: Iterable[Contribution]) -> Money | Blank:
    """Return what lines come to, in pounds."""
    found = tuple(lines)
    for line in found:
        if isinstance(line.amount, Blank):
            return Blank("the total", f"contributions.{line.year}")
    return sum((line.amount for line in found), Money(0))
