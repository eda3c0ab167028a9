"""One pooled fund in a period: its schemes, its income, its movements, and at the year end what became of its balance.

In: an `Agreement`, one file of `Figures` and the other files of the same partnership. Out: `FundStatement`. Budgets are the agreement's
contributions of the year. What is not reported is a blank that names its scheme.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final, TypeVar

from section75.facts.base import Blank, Money, Words, unstated
from section75.facts.figure_parts import SchemeFigures
from section75.facts.lines import Contribution, lines_of
from section75.facts.stated_totals import ALL
from section75.facts.statement_lines import (
    NOTHING,
    CapitalLine,
    IncomeLine,
    MovedLine,
    PartnerLine,
    SchemeLine,
    ShownLine,
    Sums,
    added,
    total,
)  # fmt: skip

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.figure_parts import Balance, Income, ReserveFigures
    from section75.facts.figures import Figures
    from section75.facts.finance import Fund
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme

Stated = TypeVar("Stated")
Thing = TypeVar("Thing")
UNREPORTED: Final = unstated(SchemeFigures, "schemes")


@dataclass(frozen=True)
class FundStatement:
    """One pooled fund in the period."""

    agreement: Agreement
    figures: Figures
    fund: Fund
    others: Mapping[str, Figures] = field(default_factory=dict)

    # ------------------------------------------------------------------ schemes

    @property
    def schemes(self) -> tuple[SchemeLine, ...]:
        """Its schemes that have a contribution in the year or of which anything is reported."""
        paid = {line.scheme.key for line in self._contributions}
        held = (scheme for scheme in self.agreement.schemes.values() if scheme.fund == self.fund.key)
        return tuple(self._line(scheme) for scheme in held if scheme.key in paid or scheme.key in self.figures.schemes)

    @property
    def total(self) -> Sums:
        """All its schemes together."""
        return total(line.sums for line in self.schemes)

    @property
    def over(self) -> tuple[SchemeLine, ...]:
        """Its schemes that have an overspend."""
        return tuple(line for line in self.schemes if line.sums.over)

    @property
    def explained(self) -> tuple[SchemeLine, ...]:
        """Its schemes that differ from their budgets, or of which something is said."""
        return tuple(line for line in self.schemes if line.because is not None or line.actions)

    @property
    def capital(self) -> tuple[SchemeLine, ...]:
        """Its schemes of whose spending a part is capital."""
        return tuple(line for line in self.schemes if line.capital)

    @property
    def capital_total(self) -> CapitalLine:
        """The capital of all of them, in pounds."""
        lines = [line.capital for line in self.schemes if line.capital]
        names = ("spent", "expected", "revenue_spent", "revenue_expected")
        return CapitalLine(*(added(getattr(line, name) for line in lines) for name in names))

    def _line(self, scheme: Scheme) -> SchemeLine:
        said = of(self.figures.schemes, scheme.key) or UNREPORTED
        sums = self._sums(scheme, said)
        pressed = bool(sums.over)
        return SchemeLine(
            scheme,
            sums,
            known(said.people, f"how many people were served by {scheme.name}", f"schemes.{scheme.key}.people"),
            said.because or (Blank(f"why {scheme.name} differs from its budget") if sums.over or sums.under else None),
            said.actions,
            said.known or (Blank(f"when the pressure on {scheme.name} became known") if pressed else None),
            said.told or (Blank(f"when each partner was told of the pressure on {scheme.name}") if pressed else None),
            _capital(said, sums),
        )

    def _sums(self, scheme: Scheme, said: SchemeFigures) -> Sums:
        path = f"schemes.{scheme.key}"
        income = [line for line in self.income if line.scheme is scheme]
        spent = known(said.spent, f"what was spent on {scheme.name}", f"{path}.spent")
        forecast = known(said.forecast, f"the forecast for {scheme.name}", f"{path}.forecast")
        return Sums(
            added(line.planned for line in income),
            self._moved(scheme),
            added(line.received for line in income),
            spent,
            known(said.committed, f"what is committed for {scheme.name}", f"{path}.committed"),
            spent if self.figures.annual else forecast,
            self._last(scheme),
        )

    def _moved(self, scheme: Scheme) -> Money:
        into = (movement.amount for movement in self.figures.movements if movement.into is scheme)
        out_of = (-movement.amount for movement in self.figures.movements if movement.out_of is scheme)
        return sum((*into, *out_of), NOTHING)

    def _last(self, scheme: Scheme) -> Money | Blank | None:
        """Return what was spent in the year before: as an annual return says, else as the agreement does."""
        before = self.figures.year.before
        told = self.before and of(self.before.figures.schemes, scheme.key)
        if told:
            return known(told.spent, f"the outturn of {scheme.name} in {before}", "")
        years = of(self.agreement.history, scheme.key)
        earlier = years.get(before) if years else None
        if earlier:
            return earlier.outturn
        budgets = scheme.activity.budgets.values() if scheme.activity else ()
        return next((entry.outturn for entry in budgets if entry.year == str(before)), None)

    @property
    def before(self) -> FundStatement | None:
        """The same fund in the annual return of the year before, if there is one."""
        year, funds = self.figures.year.before, (ALL, self.fund.key)
        returns = (one for one in self.others.values() if one.annual and one.year == year and one.fund in funds)
        return next((FundStatement(self.agreement, one, self.fund) for one in returns), None)

    # ------------------------------------------------------------------ income

    @property
    def _contributions(self) -> tuple[Contribution, ...]:
        lines = lines_of(self.agreement)
        return tuple(line for line in lines if line.year == self.figures.year and line.scheme.fund == self.fund.key)

    @property
    def income(self) -> tuple[IncomeLine, ...]:
        """What each source contributes to each scheme in the year, with what was received of it."""
        together: dict[tuple[str, str], list[Contribution]] = {}
        for line in self._contributions:
            together.setdefault((line.scheme.key, source_of(line)), []).append(line)
        return tuple(self._income(lines[0], added(line.amount for line in lines)) for lines in together.values())

    def _income(self, line: Contribution, planned: Money | Blank) -> IncomeLine:
        source = source_of(line)
        said = of(self.figures.schemes, line.scheme.key)
        received = of(said.received, source) if said else None
        path = f"schemes.{line.scheme.key}.received.{source}"
        label = f"what was received from {line.payer.short} for {line.scheme.name}"
        return IncomeLine(line.scheme, line.payer, line.source, planned, known(received, label, path))

    @property
    def partners(self) -> tuple[PartnerLine, ...]:
        """What each partner that contributes has paid in."""
        lines = self.income
        payers = [partner for partner in self.agreement.partners.values() if any(line.payer is partner for line in lines)]
        return tuple(self._paid(payer, [line for line in lines if line.payer is payer]) for payer in payers)

    @property
    def income_last(self) -> Money | Blank | None:
        """What all of them paid in in the year before, in pounds; none where there is nothing to compare with."""
        last = [line.last for line in self.partners if line.last is not None]
        return added(last) if last else None

    def _paid(self, payer: Partner, lines: list[IncomeLine]) -> PartnerLine:
        earlier = self.before.partners if self.before else ()
        last = next((line.received for line in earlier if line.of is payer), None)
        return PartnerLine(payer, added(line.planned for line in lines), added(line.received for line in lines), last)

    @property
    def other_income(self) -> tuple[Income, ...]:
        """Its income that is nobody's contribution."""
        return tuple(income for income in self.figures.other_income if income.fund == self.fund.key)

    @property
    def other_total(self) -> Money:
        """All of that, in pounds."""
        return sum((income.amount for income in self.other_income), NOTHING)

    # ------------------------------------------------------------------ movements, reserves, the year end

    @property
    def movements(self) -> tuple[MovedLine, ...]:
        """The movements between its schemes."""
        bodies = self.agreement.governance
        found = [movement for movement in self.figures.movements if movement.out_of.fund == self.fund.key]
        return tuple(MovedLine(one, None if isinstance(one.approved_by, Blank) else bodies.get(str(one.approved_by))) for one in found)

    @property
    def moved(self) -> Money:
        """All of them together, in pounds."""
        return sum((line.movement.amount for line in self.movements), NOTHING)

    @property
    def moved_by_manager(self) -> Money:
        """What its manager has moved between schemes without asking, in pounds."""
        return sum((line.movement.amount for line in self.movements if line.approved == "manager"), NOTHING)

    @property
    def from_reserves(self) -> Money | Blank:
        """What it took from reserves, less what it paid into them, in pounds."""
        return added(self._from(key, reserve) for key, reserve in self.figures.reserves.items())

    def _from(self, key: str, reserve: ReserveFigures) -> Money | Blank:
        if key == self.fund.key or _funds_of(self.agreement, key) == (self.fund.key,):
            return reserve.drawn - reserve.paid_in
        return of(reserve.by_fund, self.fund.key) or NOTHING

    @property
    def shared_total(self) -> Money:
        """What its partners have settled for its overspend or underspend, in pounds."""
        stated = of(self.figures.shared, self.fund.key)
        return sum(stated.values(), NOTHING) if stated else NOTHING

    @property
    def balance(self) -> Balance | None:
        """What it held at the start and at the end of the year, where that is stated."""
        return of(self.figures.balances, self.fund.key)

    @property
    def spent_taken_off(self) -> Money | Blank:
        """What it spent, with a minus, in pounds."""
        return -self.total.spent

    @property
    def closing(self) -> Money | Blank | None:
        """The balance that its sums come to, in pounds; none where no opening one is stated."""
        if self.balance is None:
            return None
        paid_in = self.total.received + self.other_total + self.shared_total + self.from_reserves
        return self.balance.opening + paid_in - self.total.spent

    @property
    def shown(self) -> tuple[ShownLine, ...]:
        """How each of its schemes is shown in the accounts of each partner that contributes to it; else as the agreement says it is."""
        pairs = {(line.scheme.key, line.payer.key): line for line in self.income}
        return tuple(self._shown(line.scheme, line.payer) for line in pairs.values())

    def _shown(self, scheme: Scheme, partner: Partner) -> ShownLine:
        stated = of(self.figures.accounts, scheme.key)
        how = (of(stated, partner.key) if stated else None) or scheme.accounting
        return ShownLine(scheme, partner, known(how, f"how {scheme.name} is shown in the accounts of {partner.short}", "accounts"))


def source_of(line: Contribution | IncomeLine) -> str:
    """Return the key under which what a line contributes is reported: its source's, or for its own budget the partner's."""
    return line.source.key if line.source else line.payer.key


def of(things: Mapping[Words, Thing], key: str) -> Thing | None:
    """Return the thing of a key, or nothing."""
    return things.get(Words(key))


def _funds_of(agreement: Agreement, reserve: str) -> tuple[str, ...]:
    """Return the keys of the funds that a reserve of the agreement serves."""
    named = agreement.reserves.get(reserve)
    return tuple(fund.key for fund in named.funds) if named else ()


def known(value: Stated | Blank | None, label: str, path: str) -> Stated | Blank:
    """Return what is stated, or a blank that says what it is of which nothing is stated."""
    return Blank(label, value.path or path if isinstance(value, Blank) else path) if value is None or isinstance(value, Blank) else value


def _capital(said: SchemeFigures, sums: Sums) -> CapitalLine | None:
    if said.capital is None:
        return None
    spent = said.capital.spent
    expected = spent if said.capital.forecast is None else said.capital.forecast
    return CapitalLine(spent, expected, sums.spent - spent, sums.expected - expected)
