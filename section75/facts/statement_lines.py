"""The lines of a pool manager's statement, each with what the agreement planned and what came of it.

In: facts of an agreement and of one file of figures, put side by side by `section75.facts.statements`. Out: lines whose sums are exact;
a sum of which a part is not known is a blank.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.base import Blank, Money

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.base import Count, Day, Words
    from section75.facts.figure_parts import Action, Movement, ReserveFigures
    from section75.facts.finance import Fund, Source
    from section75.facts.governance import Board, Measure
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme

NOTHING = Money(0)


def added(amounts: Iterable[Money | Blank]) -> Money | Blank:
    """Return the sum of amounts, in pounds; a blank if one of them is."""
    found = tuple(amounts)
    unknown = next((amount for amount in found if isinstance(amount, Blank)), None)
    if unknown is not None:
        return Blank("the total", unknown.path)
    return sum((amount for amount in found if isinstance(amount, Money)), NOTHING)


@dataclass(frozen=True, slots=True)
class Sums:
    """What was planned and what came of it, in pounds: for a scheme, for a fund, or for all of them."""

    planned: Money | Blank
    """The contributions of the year."""
    moved: Money
    """What movements between schemes have added; what they took has a minus."""
    received: Money | Blank
    """What the contributors have paid in to date."""
    spent: Money | Blank
    """What was spent to date; in an annual return the outturn."""
    committed: Money | Blank
    """What is bound to be spent besides."""
    expected: Money | Blank
    """The spending of the whole year: the forecast, or in an annual return the outturn."""
    last: Money | Blank | None
    """What was spent in the year before; none where there is nothing to compare with."""

    @property
    def budget(self) -> Money | Blank:
        """The contributions of the year, with what was moved."""
        return self.planned + self.moved

    @property
    def variance(self) -> Money | Blank:
        """The spending of the year less the budget: above nothing where more is spent."""
        return self.expected - self.budget

    @property
    def awaited(self) -> Money | Blank:
        """What the contributors have still to pay in."""
        return self.planned - self.received

    @property
    def over(self) -> Money | None:
        """The overspend, if there is one."""
        return self.variance if isinstance(self.variance, Money) and self.variance.pence > 0 else None

    @property
    def under(self) -> Money | None:
        """The underspend, if there is one."""
        return -self.variance if isinstance(self.variance, Money) and self.variance.pence < 0 else None


def total(parts: Iterable[Sums]) -> Sums:
    """Return the sums of several lines together."""
    found = tuple(parts)
    last = [part.last for part in found if part.last is not None]
    return Sums(
        added(part.planned for part in found),
        sum((part.moved for part in found), NOTHING),
        added(part.received for part in found),
        added(part.spent for part in found),
        added(part.committed for part in found),
        added(part.expected for part in found),
        added(last) if last else None,
    )


@dataclass(frozen=True, slots=True)
class CapitalLine:
    """The part of a scheme's spending that is capital, and the rest, in pounds."""

    spent: Money | Blank
    expected: Money | Blank
    revenue_spent: Money | Blank
    revenue_expected: Money | Blank


@dataclass(frozen=True, slots=True)
class SchemeLine:
    """One scheme."""

    scheme: Scheme
    sums: Sums
    people: Count | Blank
    """How many people have been served."""
    because: Words | Blank | None
    """Why it differs from the budget; none where it does not."""
    actions: tuple[Action, ...]
    """What is done about that."""
    known: Day | Blank | None
    """When the pool manager became aware of a cost pressure; none where no overspend is expected."""
    told: Day | Blank | None
    """When each partner was told of it."""
    capital: CapitalLine | None
    """The part that is capital, if any."""


@dataclass(frozen=True, slots=True)
class IncomeLine:
    """What one source has paid in for one scheme, in pounds."""

    scheme: Scheme
    payer: Partner
    source: Source | None
    planned: Money | Blank
    received: Money | Blank

    @property
    def awaited(self) -> Money | Blank:
        """What is still to be paid in."""
        return self.planned - self.received


@dataclass(frozen=True, slots=True)
class PartnerLine:
    """What one partner has paid in, in pounds."""

    of: Partner
    planned: Money | Blank
    received: Money | Blank
    last: Money | Blank | None
    """What it paid in in the year before; none where there is nothing to compare with."""

    @property
    def awaited(self) -> Money | Blank:
        """What it has still to pay in."""
        return self.planned - self.received


@dataclass(frozen=True, slots=True)
class MovedLine:
    """Money moved between two schemes."""

    movement: Movement
    body: Board | None
    """The body that approved it, where a body did."""

    @property
    def approved(self) -> str:
        """Who approved it: `manager`, `partners`, `body` or, for anybody else, `words`."""
        if self.body:
            return "body"
        by = self.movement.approved_by
        return "words" if isinstance(by, Blank) or by not in ("manager", "partners") else str(by)


@dataclass(frozen=True, slots=True)
class ReserveLine:
    """A reserve."""

    name: Words | None
    """Its name, where it has one of its own."""
    fund: Fund | None
    """The fund whose reserve it is, where it has no name of its own."""
    figures: ReserveFigures


@dataclass(frozen=True, slots=True)
class ReserveSums:
    """All reserves together, in pounds."""

    opening: Money | Blank
    paid_in: Money | Blank
    drawn: Money | Blank
    closing: Money | Blank


@dataclass(frozen=True, slots=True)
class SavingSums:
    """All savings together, in pounds."""

    planned: Money | Blank
    made: Money | Blank
    expected: Money | Blank


@dataclass(frozen=True, slots=True)
class OwedLine:
    """A sum owed to a fund or by one."""

    who: Words
    amount: Money | Blank
    because: Words | Blank


@dataclass(frozen=True, slots=True)
class MeasureLine:
    """A performance measure and where it stands."""

    measure: Measure
    value: Words | Blank
    because: Words | None


@dataclass(frozen=True, slots=True)
class SharedLine:
    """What one partner bears of a fund's overspend, or is paid back of its underspend, with a minus; in pounds."""

    of: Partner
    sum: Money
    by_steps: Money | Blank
    """What the steps of the agreement come to."""

    @property
    def difference(self) -> Money | Blank:
        """What was settled, less what the steps come to."""
        return self.sum - self.by_steps


@dataclass(frozen=True, slots=True)
class Settlement:
    """What the partners have settled for one fund, in pounds."""

    fund: Fund
    lines: tuple[SharedLine, ...]

    @property
    def sum(self) -> Money:
        """All that was settled."""
        return sum((line.sum for line in self.lines), NOTHING)

    @property
    def by_steps(self) -> Money | Blank:
        """All that the steps come to."""
        return added(line.by_steps for line in self.lines)

    @property
    def difference(self) -> Money | Blank:
        """The one less the other."""
        return self.sum - self.by_steps


@dataclass(frozen=True, slots=True)
class ShownLine:
    """How a scheme is shown in a partner's accounts."""

    scheme: Scheme
    of: Partner
    how: Words | Blank
