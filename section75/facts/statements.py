"""A pool manager's figures set against the agreement: every pooled fund that they are about, with its sums.

In: an `Agreement`, one file of `Figures` and the other files of the same partnership. Out: `Statement`, of which the texts in
`templates/figures/` speak.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from section75.facts.base import Blank, Money, Words
from section75.facts.consequences import Consequences, consequences
from section75.facts.fund_statement import FundStatement, known, of
from section75.facts.stated_totals import ALL
from section75.facts.statement_lines import (
    NOTHING,
    MeasureLine,
    OwedLine,
    ReserveLine,
    ReserveSums,
    SavingSums,
    Settlement,
    SharedLine,
    added,
    total,
)  # fmt: skip
from section75.facts.taking import Unworkable

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.figure_parts import Owed, ReserveFigures, Saving
    from section75.facts.figures import Figures
    from section75.facts.finance import Fund
    from section75.facts.governance import Measure
    from section75.facts.partners import Partner
    from section75.facts.statement_lines import SchemeLine, Sums


@dataclass(frozen=True)
class Statement:
    """A quarterly report or an annual return; templates call it `statement`."""

    agreement: Agreement
    figures: Figures
    others: Mapping[str, Figures] = field(default_factory=dict)
    """All files of figures of the partnership, by name."""

    @property
    def funds(self) -> tuple[FundStatement, ...]:
        """The pooled funds that it is about."""
        return tuple(FundStatement(self.agreement, self.figures, fund, self.others) for fund in covered(self.figures, self.agreement))

    @property
    def total(self) -> Sums:
        """All of them together."""
        return total(fund.total for fund in self.funds)

    @property
    def over(self) -> tuple[SchemeLine, ...]:
        """Every scheme that has an overspend."""
        return tuple(line for fund in self.funds for line in fund.over)

    @property
    def unreckoned(self) -> Blank | None:
        """A blank where it cannot be reckoned who bears what, because a figure that is needed is not known."""
        found = self._consequences
        return found if isinstance(found, Blank) else None

    @property
    def consequences(self) -> Consequences | None:
        """Who bears and keeps what; none where every scheme spends its budget, or where it cannot be reckoned."""
        found = self._consequences
        return None if isinstance(found, Blank) else found

    @cached_property
    def _consequences(self) -> Consequences | Blank | None:
        sums = {line.scheme.key: line.sums for fund in self.funds for line in fund.schemes}
        if any(isinstance(part.variance, Blank) for part in sums.values()):
            return Blank("who bears what")
        if not any(part.variance for part in sums.values()):
            return None
        spending = {key: part.expected - part.moved for key, part in sums.items()}
        try:
            return consequences(self.agreement, self.figures, {key: spent for key, spent in spending.items() if isinstance(spent, Money)})
        except Unworkable as unworkable:
            return Blank(f"who bears what: {unworkable.message}".rstrip("."))

    @property
    def settled(self) -> tuple[Settlement, ...]:
        """What the partners have settled for each fund, as an annual return states it, beside what the steps come to."""
        return tuple(Settlement(fund.fund, self._shared(fund)) for fund in self.funds if of(self.figures.shared, fund.fund.key))

    def _shared(self, fund: FundStatement) -> tuple[SharedLine, ...]:
        """Return a line for each partner that contributes to a fund or is said to have settled something for it."""
        stated = {str(key): amount for key, amount in self.figures.shared[Words(fund.fund.key)].items()}
        keys = {*stated, *(line.of.key for line in fund.partners)}
        partners = (partner for key, partner in self.agreement.partners.items() if key in keys)
        return tuple(SharedLine(partner, stated.get(partner.key, NOTHING), self._by_steps(fund.fund, partner)) for partner in partners)

    def _by_steps(self, fund: Fund, partner: Partner) -> Money | Blank:
        if self.unreckoned is not None:
            return self.unreckoned
        return self.consequences.borne(fund, partner) if self.consequences else NOTHING

    @property
    def reserves(self) -> tuple[ReserveLine, ...]:
        """Each reserve."""
        return tuple(self._reserve(key, reserve) for key, reserve in self.figures.reserves.items())

    @property
    def reserved(self) -> ReserveSums:
        """All of them together, in pounds."""
        lines = self.figures.reserves.values()
        return ReserveSums(*(added(getattr(line, name) for line in lines) for name in ("opening", "paid_in", "drawn", "closing")))

    def _reserve(self, key: str, reserve: ReserveFigures) -> ReserveLine:
        named = self.agreement.reserves.get(key)
        return ReserveLine(named.name if named else None, None if named else self.agreement.funds.get(key), reserve)

    @property
    def debtors(self) -> tuple[OwedLine, ...]:
        """Sums owed to the funds."""
        return tuple(map(self._owed, self.figures.debtors))

    @property
    def debtors_total(self) -> Money | Blank:
        """All of that, in pounds."""
        return added(line.amount for line in self.figures.debtors)

    @property
    def creditors(self) -> tuple[OwedLine, ...]:
        """Sums that the funds owe."""
        return tuple(map(self._owed, self.figures.creditors))

    @property
    def creditors_total(self) -> Money | Blank:
        """All of that, in pounds."""
        return added(line.amount for line in self.figures.creditors)

    def _owed(self, owed: Owed) -> OwedLine:
        partner = self.agreement.partners.get(owed.who)
        return OwedLine(partner.name if partner else owed.who, owed.amount, owed.because)

    @property
    def savings(self) -> tuple[Saving, ...]:
        """The savings on which budgets depend."""
        return tuple(self.figures.savings.values())

    @property
    def saved(self) -> SavingSums:
        """All of them together, in pounds."""
        return SavingSums(*(added(getattr(saving, name) for saving in self.savings) for name in ("planned", "made", "expected")))

    @property
    def measures(self) -> tuple[MeasureLine, ...]:
        """Each performance measure of the agreement, and where it stands."""
        return tuple(self._measure(measure) for measure in self.agreement.performance.values())

    def _measure(self, measure: Measure) -> MeasureLine:
        reading = of(self.figures.measures, measure.key)
        value = known(reading.value if reading else None, f"the current value of “{measure.name}”", f"measures.{measure.key}")
        return MeasureLine(measure, value, reading.because if reading else None)


def covered(figures: Figures, agreement: Agreement) -> tuple[Fund, ...]:
    """Return the pooled funds that figures are about, in the order of the agreement."""
    return tuple(fund for fund in agreement.funds.values() if fund.kind == "pooled" and figures.fund in (ALL, fund.key))
