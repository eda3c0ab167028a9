"""Reserves, dowries and earlier years, ready to be told: each sum beside what it belongs to.

In: an `Agreement`. Out: `ReserveAccount`, `DowryAccount`, `Past`, which templates reach by way of `money`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.base import Blank, Day, Money, Share
from section75.facts.dowries import WEEK
from section75.facts.lines import years_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.dowries import Dowry
    from section75.facts.finance import Fund
    from section75.facts.history import Spent
    from section75.facts.partners import Side
    from section75.facts.reserves import Reserve
    from section75.facts.services import Scheme
    from section75.facts.shares import Shares


@dataclass(frozen=True, slots=True)
class Holding:
    """One bearer's share of something, with what it comes to where the whole is known."""

    bearer: Side
    share: Share
    sum: Money | Blank | None = None


@dataclass(frozen=True, slots=True)
class ReserveAccount:
    """A reserve, and whose money it is."""

    reserve: Reserve
    parts: tuple[Holding, ...]


@dataclass(frozen=True, slots=True)
class DowryYear:
    """What a dowry comes to in one year."""

    year: Year
    days: int | Blank
    """For how many days it is paid."""
    sum: Money | Blank

    @property
    def weeks(self) -> int | Blank:
        """The whole weeks in those days."""
        return self.days if isinstance(self.days, Blank) else self.days // WEEK

    @property
    def over(self) -> int | Blank:
        """The days beyond whole weeks."""
        return self.days if isinstance(self.days, Blank) else self.days % WEEK


@dataclass(frozen=True, slots=True)
class DowryAccount:
    """A dowry, year by year."""

    dowry: Dowry
    scheme: Scheme
    fund: Fund | None
    years: tuple[DowryYear, ...]
    excess: tuple[Holding, ...]
    """Who bears what care costs above it; none where the rule for overspends says."""

    @property
    def total(self) -> Money | Blank:
        """What it comes to in all those years, in pounds."""
        blank = next((year.sum for year in self.years if isinstance(year.sum, Blank)), None)
        return blank if blank is not None else sum((year.sum for year in self.years if isinstance(year.sum, Money)), Money(0))


@dataclass(frozen=True, slots=True)
class PastYear:
    """Budget and outturn of one earlier year."""

    year: Year
    spent: Spent


@dataclass(frozen=True, slots=True)
class Past:
    """The earlier years of a fund or of a scheme."""

    fund: Fund | None
    scheme: Scheme | None
    years: tuple[PastYear, ...]


def reserves_of(agreement: Agreement) -> tuple[ReserveAccount, ...]:
    """Return each reserve that has a name of its own."""
    return tuple(ReserveAccount(one, _holdings(agreement, one.shares, one.amount)) for one in agreement.reserves.values())


def dowries_of(agreement: Agreement) -> tuple[DowryAccount, ...]:
    """Return each dowry of each scheme, for the years of the contributions in which it is paid."""
    return tuple(
        DowryAccount(dowry, scheme, agreement.funds.get(scheme.fund or ""), _years(agreement, dowry), _holdings(agreement, dowry.excess))
        for scheme in agreement.schemes.values()
        for dowry in scheme.dowries.values()
    )


def history_of(agreement: Agreement) -> tuple[Past, ...]:
    """Return what is stated of earlier years, fund by fund and scheme by scheme as they are named."""
    return tuple(
        Past(agreement.funds.get(key), agreement.schemes.get(key), tuple(PastYear(year, spent) for year, spent in years.items()))
        for key, years in agreement.history.items()
    )


def _years(agreement: Agreement, dowry: Dowry) -> tuple[DowryYear, ...]:
    until = agreement.term.expiry if isinstance(agreement.term.expiry, Day) else None
    every = (DowryYear(year, dowry.days(year, until), dowry.sum(year, until)) for year in years_of(agreement))
    return tuple(year for year in every if isinstance(year.days, Blank) or year.days)


def _holdings(agreement: Agreement, shares: Shares | None, whole: Money | Blank | None = None) -> tuple[Holding, ...]:
    found = (shares.among(tuple(agreement.partners)) if shares else None) or {}
    sides: Mapping[str, Side] = {**agreement.partners, **agreement.groups}
    sums = whole.split(found) if found and isinstance(whole, Money) else dict.fromkeys(found, whole)
    return tuple(Holding(sides[bearer], Share(share), sums[bearer]) for bearer, share in found.items())
