"""What the facts about money come to: contributions by year, fund, scheme, source and partner, and shares of them.

In: an `Agreement`. Out: `Accounts`, which templates read as `money`. Sums are exact. A sum of which a part is not known is itself a
blank, and so are the shares that rest on it, so that no wrong total is ever printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from section75.facts.base import Blank, Money, Share
from section75.facts.variances import Rule, rules_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.finance import Fund, Source
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme

    Thing = Partner | Scheme | Fund | Source

WHOLE = 10_000
"""Hundredths of one per cent in the whole."""


@dataclass(frozen=True, slots=True)
class Contribution:
    """One line: what one source gives to one scheme in one year."""

    year: Year
    scheme: Scheme
    payer: Partner
    source: Source | None
    amount: Money | Blank


@dataclass(frozen=True, slots=True)
class Total:
    """What several lines come to, in pounds, for the one thing they have in common."""

    of: Thing
    sum: Money | Blank
    share: Share | Blank
    """Its exact share of all the lines beside it."""
    rounded: Share | Blank
    """That share in hundredths of one per cent; what is over goes to the largest remainders, so that all make 100 %."""


@dataclass(frozen=True)
class YearAccount:
    """The lines of one year: of a fund, of a scheme, or of all pooled funds together."""

    agreement: Agreement
    year: Year
    lines: tuple[Contribution, ...]

    @property
    def total(self) -> Money | Blank:
        """All of it, in pounds."""
        return _sum(self.lines)

    @property
    def known(self) -> bool:
        """Whether every line of it is known."""
        return not isinstance(self.total, Blank)

    @property
    def partners(self) -> tuple[Total, ...]:
        """What each partner that contributes gives, in the order of the partners."""
        return self._totals(lambda line: line.payer, self.agreement.partners.values())

    @property
    def schemes(self) -> tuple[Total, ...]:
        """What each scheme receives."""
        return self._totals(lambda line: line.scheme, self.agreement.schemes.values())

    @property
    def funds(self) -> tuple[Total, ...]:
        """What each fund receives."""
        return self._totals(lambda line: _fund(self.agreement, line.scheme), self.agreement.funds.values())

    @property
    def sources(self) -> tuple[Total, ...]:
        """What each grant or minimum gives; partners' own budgets are left out."""
        return self._totals(lambda line: line.source, self.agreement.sources.values())

    @property
    def own(self) -> tuple[Total, ...]:
        """What each partner gives from its own budget, beyond any named source."""
        return self._totals(lambda line: None if line.source else line.payer, self.agreement.partners.values())

    def _totals(self, named: Callable[[Contribution], object], things: Iterable[Thing]) -> tuple[Total, ...]:
        found = [(thing, _sum(line for line in self.lines if named(line) is thing)) for thing in things]
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


@dataclass(frozen=True)
class Account:
    """The money of one fund, or of one scheme, year by year."""

    agreement: Agreement
    fund: Fund | None
    schemes: tuple[Scheme, ...]
    rules: tuple[Rule, ...]
    """What is stated about its variances: for a scheme, only where it departs from its fund."""

    @property
    def scheme(self) -> Scheme:
        """The scheme, where it is the account of one."""
        return self.schemes[0]

    @property
    def years(self) -> tuple[YearAccount, ...]:
        """Each year for which anything is stated, known or not."""
        years = _years(self.agreement, self.schemes)
        return tuple(account for account in years if account.lines)

    @property
    def paid(self) -> tuple[Scheme, ...]:
        """Its schemes for which one partner pays another to exercise functions, so that the money passes outside any pool."""
        return tuple(scheme for scheme in self.schemes if _paid(self.agreement, scheme))

    @property
    def unpaid(self) -> tuple[Scheme, ...]:
        """Its other schemes."""
        return tuple(scheme for scheme in self.schemes if not _paid(self.agreement, scheme))

    @property
    def held(self) -> tuple[YearAccount, ...]:
        """The years of its other schemes."""
        return tuple(account for account in _years(self.agreement, self.unpaid) if account.lines)

    @property
    def conditions(self) -> tuple[Source, ...]:
        """The sources whose money carries a condition."""
        used = {line.source.key for account in self.years for line in account.lines if line.source}
        return tuple(source for source in self.agreement.sources.values() if source.key in used and source.condition)


@dataclass(frozen=True)
class Accounts:
    """The money of an agreement; templates call it `money`."""

    agreement: Agreement

    @property
    def funds(self) -> tuple[Account, ...]:
        """One for each fund."""
        return tuple(self._of_fund(fund) for fund in self.agreement.funds.values())

    @property
    def pooled(self) -> tuple[Account, ...]:
        """One for each pooled fund."""
        return tuple(account for account in self.funds if account.fund and account.fund.kind == "pooled")

    @property
    def aligned(self) -> tuple[Account, ...]:
        """One for each aligned fund."""
        return tuple(account for account in self.funds if account.fund and account.fund.kind == "aligned")

    @property
    def schemes(self) -> tuple[Account, ...]:
        """One for each scheme."""
        return tuple(self._of_scheme(scheme) for scheme in self.agreement.schemes.values())

    @property
    def holds(self) -> bool:
        """Whether an aligned fund has money in it besides payments that one partner makes to another."""
        return any(not account.paid or account.held for account in self.aligned)

    @property
    def paid(self) -> tuple[Account, ...]:
        """One for each scheme for which a partner pays another outside any pool."""
        return tuple(account for account in self.schemes if account.paid)

    @property
    def years(self) -> tuple[YearAccount, ...]:
        """All pooled funds together, year by year; other money is never counted with them."""
        schemes = tuple(scheme for account in self.pooled for scheme in account.schemes)
        return tuple(account for account in _years(self.agreement, schemes) if account.lines)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """How overspends and underspends are dealt with, fund by fund, then scheme by scheme where one departs from its fund."""
        return rules_of(self.agreement)

    def _of_fund(self, fund: Fund) -> Account:
        schemes = tuple(scheme for scheme in self.agreement.schemes.values() if scheme.fund == fund.key)
        return Account(self.agreement, fund, schemes, tuple(rule for rule in self.rules if rule.fund is fund))

    def _of_scheme(self, scheme: Scheme) -> Account:
        own = tuple(rule for rule in self.rules if rule.scheme is scheme)
        return Account(self.agreement, _fund(self.agreement, scheme), (scheme,), own)


def _years(agreement: Agreement, schemes: tuple[Scheme, ...]) -> tuple[YearAccount, ...]:
    keys = {scheme.key for scheme in schemes}
    every = _lines(agreement)
    return tuple(
        YearAccount(agreement, year, tuple(line for line in every if line.year == year and line.scheme.key in keys))
        for year in agreement.contributions
    )


def _lines(agreement: Agreement) -> tuple[Contribution, ...]:
    return tuple(
        Contribution(year, agreement.schemes[scheme], _payer(agreement, source), agreement.sources.get(source), amount)
        for year, schemes in agreement.contributions.items()
        for scheme, sources in schemes.items()
        for source, amount in sources.items()
    )


def _payer(agreement: Agreement, source: str) -> Partner:
    return agreement.partners[source] if source in agreement.partners else agreement.sources[source].paid_by


def _fund(agreement: Agreement, scheme: Scheme) -> Fund | None:
    return agreement.funds[scheme.fund] if scheme.fund else None


def _paid(agreement: Agreement, scheme: Scheme) -> bool:
    fund = _fund(agreement, scheme)
    exercised = any(exercise.scheme is scheme for exercise in agreement.arrangement.exercises)
    return exercised and not scheme.placements and (fund is None or fund.kind != "pooled")


def _sum(lines: Iterable[Contribution]) -> Money | Blank:
    found = tuple(lines)
    for line in found:
        if isinstance(line.amount, Blank):
            return Blank("the total", f"contributions.{line.year}")
    return sum((line.amount for line in found), Money(0))
