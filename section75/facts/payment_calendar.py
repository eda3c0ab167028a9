"""The calendar of payments: on which day which partner pays what into a fund.

In: the payments that are stated, the lines of a year and the term. Out: `Calendar`, whose instalments make the sums of the lines to the
penny. The lines are divided equally among the periods of the year that they touch; the last of them takes the odd pence. What is paid for
part of the year only is divided among the periods of that part.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day, Money, Words
from section75.facts.dates import Month
from section75.facts.payments import TIMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.finance import Source
    from section75.facts.lines import Contribution
    from section75.facts.partners import Partner
    from section75.facts.payments import Payment
    from section75.facts.services import Scheme
    from section75.facts.term import Term

MONTHS: Final = 12
_APRIL: Final = 4


@dataclass(frozen=True, slots=True)
class Span:
    """Days from a first to a last, both counted."""

    first: Day
    last: Day

    def touches(self, other: Span) -> bool:
        """Whether they have a day in common."""
        return self.first <= other.last and other.first <= self.last


@dataclass(frozen=True, slots=True)
class Paying:
    """A payment that is stated, with what it names."""

    payment: Payment
    schemes: tuple[Scheme, ...]
    """The schemes that it is for; none where it is for all."""
    sources: tuple[Source, ...]
    """The grants that it comes from; none where no source is named."""

    @property
    def own(self) -> bool:
        """Whether it names its payer's own budget."""
        return self.payment.payer.key in self.payment.sources


@dataclass(frozen=True, slots=True)
class Instalment:
    """One payment that falls due."""

    due: Day
    """The day on which it is due."""
    of: Paying
    """The payment of which it is one instalment."""
    number: int
    """Which of them it is, from one."""
    sum: Money
    """How much, in pounds."""

    @property
    def payer(self) -> Partner:
        """The partner that pays."""
        return self.of.payment.payer


@dataclass(frozen=True, slots=True)
class Calendar:
    """The instalments of one year, by day."""

    year: Year
    rows: tuple[Instalment, ...]
    open: tuple[Paying, ...]
    """The payments whose days or sums are not known."""
    indicative: bool = False
    """Whether the sums of the year are for planning only."""

    @property
    def total(self) -> Money:
        """What the instalments come to, in pounds."""
        return sum((row.sum for row in self.rows), Money(0))

    @property
    def known(self) -> bool:
        """Whether every payment has its days and sums."""
        return bool(self.rows) and not self.open


def paying(agreement: Agreement, payment: Payment) -> Paying:
    """Return a payment with the schemes and grants that it names."""
    sources = tuple(agreement.sources[key] for key in payment.sources if key in agreement.sources)
    return Paying(payment, tuple(agreement.schemes[key] for key in payment.schemes), sources)


def calendar_of(payments: Iterable[Paying], lines: Iterable[Contribution], year: Year, term: Term) -> Calendar:
    """Return the calendar of one year; a payment for which there is no line has no place in it."""
    every = tuple(lines)
    rows: list[Instalment] = []
    waiting: list[Paying] = []
    for of in payments:
        payment = of.payment
        own = tuple(line for line in every if covers(payment, line))
        if not own:
            continue
        if (not payment.on and isinstance(payment.timing, Blank)) or any(isinstance(line.amount, Blank) for line in own):
            waiting.append(of)
        else:
            rows += _instalments(of, own, year, term)
    rows.sort(key=lambda row: row.due)
    return Calendar(year, tuple(rows), tuple(waiting), any(line.indicative for line in every))


def covers(payment: Payment, line: Contribution) -> bool:
    """Whether a line is paid by this payment."""
    source = line.source.key if line.source else line.payer.key
    return (
        payment.payer.key == line.payer.key
        and (not payment.schemes or line.scheme.key in payment.schemes)
        and (not payment.sources or source in payment.sources)
    )


def _instalments(of: Paying, lines: tuple[Contribution, ...], year: Year, term: Term) -> Iterator[Instalment]:
    periods, due = _periods(of.payment, year), _due(of.payment, year)
    running = _running(year, term)
    together: dict[tuple[int, ...], Money] = {}
    for line in lines:
        span = _of_line(line, running)
        chosen = tuple(order for order, period in enumerate(periods) if period.touches(span)) or (len(periods) - 1,)
        together[chosen] = together.get(chosen, Money(0)) + (line.amount if isinstance(line.amount, Money) else Money(0))
    sums: dict[int, Money] = {}
    for chosen, amount in together.items():
        for order, part in zip(chosen, _equal(amount, len(chosen)), strict=True):
            sums[order] = sums.get(order, Money(0)) + part
    for number, order in enumerate(sorted(sums), 1):
        yield Instalment(max(due[order], running.first), of, number, sums[order])


def _equal(amount: Money, count: int) -> tuple[Money, ...]:
    """Divide an amount into equal instalments, of which the last takes the odd pence."""
    each = Money(abs(amount.pence) // count * (1 if amount.pence >= 0 else -1))
    return (*[each] * (count - 1), amount - each * (count - 1))


def _running(year: Year, term: Term) -> Span:
    """Return the days of the year in which the agreement runs; the whole year, if it does not run in it or that is not known."""
    first = term.commencement if isinstance(term.commencement, Day) else year.first
    last = term.expiry if isinstance(term.expiry, Day) else year.last
    span = Span(max(first, year.first), min(last, year.last))
    return span if span.first <= span.last else Span(year.first, year.last)


def _of_line(line: Contribution, running: Span) -> Span:
    """Return the days for which a line is given."""
    stated = line.dowry or line.part
    if stated is None:
        return running
    starts = stated.starts if isinstance(stated.starts, Day) else running.first
    span = Span(max(starts, running.first), min(stated.ends or running.last, running.last))
    return span if span.first <= span.last else running


def _periods(payment: Payment, year: Year) -> tuple[Span, ...]:
    """Return the periods of the year that the instalments are for."""
    length = MONTHS // TIMES[payment.pays]
    return tuple(Span(_month(year, order).first, _month(year, order + length - 1).last) for order in range(0, MONTHS, length))


def _due(payment: Payment, year: Year) -> tuple[Day, ...]:
    """Return the day on which the instalment for each period is due."""
    if payment.on:
        return tuple(sorted(day.within(year) for day in payment.on))
    in_advance = payment.timing == Words("in advance")
    return tuple(period.first if in_advance else period.last for period in _periods(payment, year))


def _month(year: Year, order: int) -> Month:
    """Return a month of the financial year, counted from April as nought."""
    month = (_APRIL - 1 + order) % MONTHS + 1
    return Month(year.start if month >= _APRIL else year.start + 1, month)
