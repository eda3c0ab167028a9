"""What an uplift comes to: the sums before and after it, and whose the addition is.

In: the `uplifts` of an agreement and its lines. Out: `Uplifted`. The sum before is that of the recurrent lines of the year before, each for
its full year and without dowries; the sum after is that of the year itself. A rate is applied to the sum and rounded to the nearest penny.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Money, Share
from section75.facts.contribution_lines import nearest
from section75.facts.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.finance import Source
    from section75.facts.lines import Contribution
    from section75.facts.partners import Partner
    from section75.facts.services import Scheme
    from section75.facts.uplifts import Uplift

HUNDREDTHS: Final = 10_000
"""Hundredths of one per cent in the whole."""


@dataclass(frozen=True, slots=True)
class Addition:
    """The part of an uplift that one giver bears."""

    of: Partner | Source
    share: Share
    sum: Money

    @property
    def size(self) -> Money:
        """The sum without its sign."""
        return -self.sum if self.sum.pence < 0 else self.sum


@dataclass(frozen=True, slots=True)
class Uplifted:
    """One uplift of one year, reckoned."""

    year: Year
    uplift: Uplift
    schemes: tuple[Scheme, ...]
    """The schemes that it names; none where it concerns all."""
    sources: tuple[Source, ...]
    """The grants that it names."""
    payers: tuple[Partner, ...]
    """The partners whose own budgets it names; where neither they nor grants are named, it concerns all."""
    before: Money | Blank | None
    """The recurrent sum of the year before, in pounds; none where nothing is stated for that year."""
    after: Money | Blank | None
    """The recurrent sum of the year, in pounds; none where nothing is stated for it."""
    parts: tuple[Addition, ...]
    """Whose the amount is, where that is stated."""

    @property
    def due(self) -> Money | None:
        """What the uplift makes of the sum before; none where that is not known."""
        if not isinstance(self.before, Money):
            return None
        if self.uplift.amount is not None:
            return self.before + self.uplift.amount
        return nearest(self.before.pence * (1 + Fraction(self.uplift.rate or 0)))

    @property
    def added(self) -> Money | None:
        """The difference between the two sums, as they are stated; negative for a cut."""
        return self.after - self.before if isinstance(self.before, Money) and isinstance(self.after, Money) else None

    @property
    def cut(self) -> bool:
        """Whether the sum goes down."""
        return (self.uplift.amount or self.added or Money(0)).pence < 0

    @property
    def size(self) -> Money | None:
        """The amount that is added or cut, without its sign; none where only a rate is stated and a sum is not known."""
        amount = self.uplift.amount if self.uplift.amount is not None else self.added
        return -amount if amount is not None and amount.pence < 0 else amount

    @property
    def difference(self) -> Money | None:
        """By how much the sum stated differs from that which the uplift makes; none where one of them is not known."""
        return self.after - self.due if self.due is not None and isinstance(self.after, Money) else None

    @property
    def exact(self) -> Fraction | None:
        """The rate by which the sum really rises; none where a sum is not known or there was none."""
        if self.added is None or not isinstance(self.before, Money) or self.before.pence <= 0:
            return None
        return Fraction(self.added.pence, self.before.pence)

    @property
    def rate(self) -> Share | None:
        """That rate in hundredths of one per cent, half a hundredth upwards; none for a cut, which is told in pounds."""
        return None if self.exact is None or self.exact < 0 else Share(nearest(self.exact * HUNDREDTHS).pence, HUNDREDTHS)


def uplifted(agreement: Agreement) -> tuple[Uplifted, ...]:
    """Return every uplift of an agreement, year by year."""
    lines = lines_of(agreement)
    return tuple(_one(agreement, year, uplift, lines) for year, uplifts in agreement.uplifts.items() for uplift in uplifts)


def _one(agreement: Agreement, year: Year, uplift: Uplift, lines: tuple[Contribution, ...]) -> Uplifted:
    schemes = tuple(agreement.schemes[key] for key in uplift.schemes)
    concerned = [line for line in lines if _concerns(uplift, line)]
    before = _recurrent(line for line in concerned if line.year == year.before)
    after = _recurrent(line for line in concerned if line.year == year)
    sources = tuple(agreement.sources[key] for key in uplift.sources if key in agreement.sources)
    payers = tuple(agreement.partners[key] for key in uplift.sources if key in agreement.partners)
    return Uplifted(year, uplift, schemes, sources, payers, before, after, tuple(_parts(agreement, uplift)))


def _concerns(uplift: Uplift, line: Contribution) -> bool:
    source = line.source.key if line.source else line.payer.key
    return (not uplift.schemes or line.scheme.key in uplift.schemes) and (not uplift.sources or source in uplift.sources)


def _recurrent(lines: Iterable[Contribution]) -> Money | Blank | None:
    """Return what the recurrent ones come to for a full year; nothing where there are none."""
    sums = [line.full for line in lines if line.recurrent and not line.dowry]
    blank = next((amount for amount in sums if isinstance(amount, Blank)), None)
    return blank if blank is not None else sum((amount for amount in sums if isinstance(amount, Money)), Money(0)) if sums else None


def _parts(agreement: Agreement, uplift: Uplift) -> Iterable[Addition]:
    if uplift.shares is None or uplift.amount is None:
        return
    shares = uplift.shares.among(tuple(agreement.partners)) or {}
    for bearer, amount in uplift.amount.split(shares).items():
        of = agreement.partners.get(bearer) or agreement.sources[bearer]
        yield Addition(of, Share(shares[bearer]), amount)
