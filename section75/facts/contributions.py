"""What the facts about money come to: contributions by year, fund, scheme, source and partner, and shares of them.

In: an `Agreement`. Out: `Accounts`, which templates read as `money`. Sums are exact. A sum of which a part is not known is itself a
blank, and so are the shares that rest on it, so that no wrong total is ever printed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.kinds_of_lines import Having, Minimum, having, minimums_of
from section75.facts.lines import Contribution, lines_of, years_of
from section75.facts.money_told import DowryAccount, Past, ReserveAccount, dowries_of, history_of, reserves_of
from section75.facts.payment_calendar import Calendar, Paying, calendar_of, paying
from section75.facts.purses import Purse, purses_of
from section75.facts.uplifted import Uplifted, uplifted
from section75.facts.variances import Rule, rules_of
from section75.facts.worked import Example, examples
from section75.facts.year_accounts import Total, YearAccount, fund_of

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund, Source
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme


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
    def payments(self) -> tuple[Paying, ...]:
        """The payments that are stated for its fund or, where there is none, for its scheme."""
        stated = self.fund.payments if self.fund else self.scheme.payments
        return tuple(paying(self.agreement, payment) for payment in stated)

    @property
    def calendars(self) -> tuple[Calendar, ...]:
        """For each year in which another partner pays the host of the fund: what falls due, and when; none where no payment is stated."""
        if self.fund is None or self.fund.kind == "aligned":
            return ()
        return self._calendars(self.held, self.fund.host)

    @property
    def function_calendars(self) -> tuple[Calendar, ...]:
        """The same of a scheme whose lead is paid outside any pool."""
        return self._calendars(self.years, self.scheme.lead)

    def _calendars(self, years: tuple[YearAccount, ...], to: Partner) -> tuple[Calendar, ...]:
        others = ((year.year, tuple(line for line in year.lines if line.payer.key != to.key)) for year in years)
        return tuple(calendar_of(self.payments, lines, year, self.agreement.term) for year, lines in others if self.payments and lines)

    @property
    def dowries(self) -> tuple[DowryAccount, ...]:
        """The dowries of its schemes."""
        keys = {scheme.key for scheme in self.schemes}
        return tuple(account for account in dowries_of(self.agreement) if account.scheme.key in keys)

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
    def every(self) -> tuple[YearAccount, ...]:
        """All money together, pooled or not, year by year: what a report says of each partner's part in it."""
        years = _years(self.agreement, tuple(self.agreement.schemes.values()))
        return tuple(account for account in years if account.lines)

    @property
    def rules(self) -> tuple[Rule, ...]:
        """How overspends and underspends are dealt with, fund by fund, then scheme by scheme where one departs from its fund."""
        return rules_of(self.agreement)

    @property
    def purses(self) -> tuple[Purse, ...]:
        """The reserves of single funds and schemes on which they draw."""
        return purses_of(self.agreement)

    @property
    def examples(self) -> tuple[Example, ...]:
        """What their lists do in the illustrations that funds state."""
        return examples(self.agreement)

    @property
    def noted(self) -> tuple[Contribution, ...]:
        """The lines of which there is more to say than their sum."""
        return tuple(line for line in lines_of(self.agreement) if not line.plain)

    @property
    def reckons(self) -> bool:
        """Whether any sum is worked out and not only stated: shares of totals, parts of years, instalments, dowries, uplifts."""
        agreement, terms = self.agreement, self.terms
        paid = any(fund.payments for fund in agreement.funds.values()) or any(scheme.payments for scheme in agreement.schemes.values())
        return paid or terms.shared or terms.part_year or bool(self.dowries or self.uplifts or self.reserves)

    @property
    def uninvoiced(self) -> bool:
        """Whether some payment into a fund needs no invoice."""
        return any(not payment.invoice for fund in self.agreement.funds.values() for payment in fund.payments)

    @property
    def terms(self) -> Having:
        """Which kinds of contributions there are among them all."""
        return having(lines_of(self.agreement))

    @property
    def dowries(self) -> tuple[DowryAccount, ...]:
        """Every dowry."""
        return dowries_of(self.agreement)

    @property
    def minimums(self) -> tuple[Minimum, ...]:
        """Each published minimum beside what is contributed from its source to pooled funds."""
        return minimums_of(self.agreement, self.years)

    @property
    def uplifts(self) -> tuple[Uplifted, ...]:
        """What was added to the contributions of the year before."""
        return uplifted(self.agreement)

    @property
    def reserves(self) -> tuple[ReserveAccount, ...]:
        """The reserves that have names of their own, shared or not."""
        return reserves_of(self.agreement)

    @property
    def history(self) -> tuple[Past, ...]:
        """Budget and outturn of earlier years."""
        return history_of(self.agreement)

    def _of_fund(self, fund: Fund) -> Account:
        schemes = tuple(scheme for scheme in self.agreement.schemes.values() if scheme.fund == fund.key)
        return Account(self.agreement, fund, schemes, tuple(rule for rule in self.rules if rule.fund is fund))

    def _of_scheme(self, scheme: Scheme) -> Account:
        own = tuple(rule for rule in self.rules if rule.scheme is scheme)
        return Account(self.agreement, fund_of(self.agreement, scheme), (scheme,), own)


def _years(agreement: Agreement, schemes: tuple[Scheme, ...]) -> tuple[YearAccount, ...]:
    keys = {scheme.key for scheme in schemes}
    every = lines_of(agreement)
    return tuple(
        YearAccount(agreement, year, tuple(line for line in every if line.year == year and line.scheme.key in keys))
        for year in years_of(agreement)
    )


def _paid(agreement: Agreement, scheme: Scheme) -> bool:
    fund = fund_of(agreement, scheme)
    exercised = any(exercise.scheme is scheme for exercise in agreement.arrangement.exercises)
    return exercised and not scheme.placements and (fund is None or fund.kind != "pooled")


__all__ = ["Account", "Accounts", "Contribution", "Total", "YearAccount"]
