"""What follows from a pool manager's figures: who bears each overspend and who keeps each underspend, step by step.

In: an `Agreement`, the `Figures`, and what each scheme spends. Out: `Consequences`, reckoned by `section75.facts.forecast`. Reserves are
taken as the figures say they were at the start of the year.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from section75.facts.base import Blank, Fact, Keyed, Money
from section75.facts.forecast import Forecast, Met, PartnerTotal, forecast
from section75.facts.worked import ExampleRow, rows

if TYPE_CHECKING:
    from collections.abc import Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.figures import Figures
    from section75.facts.finance import Fund
    from section75.facts.partners import Partner

Purse = TypeVar("Purse", bound=Fact)


@dataclass(frozen=True, slots=True)
class Following:
    """One overspend or underspend, followed through its list."""

    met: Met
    rows: tuple[ExampleRow, ...]
    """What each bearer takes, in order."""


@dataclass(frozen=True, slots=True)
class Consequences:
    """All of it."""

    made: Forecast

    @property
    def lists(self) -> tuple[Following, ...]:
        """Overspends, then underspends; those that other lists have dealt with in full are left out."""
        return tuple(Following(met, tuple(rows(met))) for met in self.made.lists if met.amount != met.offset)

    @property
    def partners(self) -> tuple[PartnerTotal, ...]:
        """What each partner bears and keeps in all."""
        return self.made.partners

    @property
    def bears(self) -> Money:
        """What all partners together bear, in pounds."""
        return sum((partner.bears for partner in self.partners), Money(0))

    @property
    def receives(self) -> Money:
        """What all partners together keep, in pounds."""
        return sum((partner.receives for partner in self.partners), Money(0))

    @property
    def net(self) -> Money:
        """What they bear, less what they keep, in pounds."""
        return self.bears - self.receives

    def borne(self, fund: Fund, partner: Partner) -> Money | Blank:
        """Return what a partner bears of the overspends of a fund and its schemes, less what it keeps of their underspends, in pounds.

        A blank where a group bears a part: the steps do not divide it among its members.
        """
        lists = [met for met in self.made.lists if _is_of(met, fund)]
        parts = [(met.rule.which, part) for met in lists for taken in met.steps for part in taken.by]
        if any(part.bearer.kind == "group" for _, part in parts):
            return Blank(f"what {partner.short} bears by the steps for the {fund.name}")
        own = ((which, part.amount) for which, part in parts if (part.bearer.kind, part.bearer.key) == ("partner", partner.key))
        return sum((amount if which == "overspend" else -amount for which, amount in own), Money(0))


def _is_of(met: Met, fund: Fund) -> bool:
    rule = met.rule
    return (rule.fund is not None and rule.fund.key == fund.key) or (rule.scheme is not None and rule.scheme.fund == fund.key)


def consequences(agreement: Agreement, figures: Figures, spending: Mapping[str, Money]) -> Consequences:
    """Return what follows from what schemes spend; raise `Unworkable` where a contribution that is needed is not known."""
    found = {str(words): amount for words, amount in figures.found.items()}
    faults = {str(partner): amount for partner, amount in figures.faults.items()}
    return Consequences(forecast(_as_reported(agreement, figures), figures.year, spending, found, faults))


def _as_reported(agreement: Agreement, figures: Figures) -> Agreement:
    """Return the agreement with its reserves as they were at the start of the year."""
    opening: dict[str, Money | Blank] = {key: reserve.opening for key, reserve in figures.reserves.items()}
    reserves = {key: _with(reserve, "amount", opening.get(key)) for key, reserve in agreement.reserves.items()}
    funds = {key: _with(fund, "reserve", opening.get(key)) for key, fund in agreement.funds.items()}
    return agreement.model_copy(update={"reserves": Keyed(reserves), "funds": Keyed(funds)})


def _with(purse: Purse, field: str, amount: Money | Blank | None) -> Purse:
    """Return a fund or reserve with another sum in it, where it has one at all and the other is known."""
    if isinstance(amount, Money) and getattr(purse, field) is not None:
        return purse.model_copy(update={field: amount})
    return purse
