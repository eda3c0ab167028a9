"""How an agreement stands on a day: whether it runs, until when, what must be done by when, and what it costs in each year.

In: an `Agreement`, the instruments of its folder, the agreement that renews it if there is one, its council's house, and a day.
Out: `Standing`. A day that cannot be reckoned from what is known is left out, never guessed; an instrument counts from the day it was made.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING, Annotated, Final

from section75.facts.base import Blank, Choice, Count, Day, Money, Words, Year
from section75.facts.clear_days import is_working, latest, latest_working, working_days_after
from section75.facts.dates import Deadline
from section75.facts.deeds import Deed, ExtensionDeed, TerminationDeed
from section75.facts.key_dates import KeyDates
from section75.facts.letters import Letter, NoticeToEnd, OptionLetter
from section75.facts.lines import lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.house import HouseStyle
    from section75.facts.instrument import Instrument

STATES: Final = ("ended", "expired", "ending soon", "in force", "not begun", "draft")
"""How an agreement may stand, what is over first."""
SOON: Final = 365
"""Days before the end from which an agreement is ending soon: a year, in which notice and a new decision usually fall."""
NOTICE: Final = 28
"""Clear days of notice of a key decision (SI 2012/2089, regulation 9)."""
AGENDA: Final = 5
"""Clear days of an agenda, reckoned in working days to be safe (SI 2012/2089, regulation 7)."""
WHAT: Final = (
    "notice of a key decision to extend or replace it", "agenda of that decision", "last day for that decision",
    "review", "last day to decide an extension", "last day for notice to end it", "end of the term",
)  # fmt: skip
"""What falls on a milestone, in the order in which those of one day are told."""


@dataclass(frozen=True, slots=True)
class Milestone:
    """A day on which, or by which, something must be done about an agreement."""

    day: Day
    what: Annotated[Words, Choice(*WHAT)]


@dataclass(frozen=True, slots=True)
class Yearly:
    """What all partners contribute in one financial year; nothing is said of a year in which a sum is not known."""

    year: Year
    total: Money | Blank


@dataclass(frozen=True)
class Standing:
    """One agreement on a day."""

    key: Words
    """The folder of the agreement."""
    agreement: Agreement
    on: Day
    """The day on which it is looked at."""
    instruments: Mapping[str, Instrument] = field(default_factory=dict)
    renewal: Agreement | None = None
    """The agreement that renews it, if the project holds one."""
    style: HouseStyle | None = None
    blanks: Count = field(default_factory=Count)
    """How much is not known in its papers."""
    problems: Count = field(default_factory=Count)
    """How many findings of a check there are, errors and warnings."""

    @property
    def begins(self) -> Day | None:
        """Its first day, where that is known."""
        begins = self.agreement.term.commencement
        return begins if isinstance(begins, Day) else None

    @property
    def ends(self) -> Day | None:
        """Its last day, after every instrument made so far; nothing where that is not known."""
        last = self.agreement.term.expiry
        ends = last if isinstance(last, Day) else None
        for made, until in sorted(self._extended()):
            ends = max(ends, until) if ends and made <= self.on else ends
        return min([day for day in (ends, *self._cut_short()) if day], default=None) if ends else None

    @property
    def ended_early(self) -> Day | None:
        """The last day that a deed of termination, a notice or a renewal made by now sets, the first of several."""
        return min(self._cut_short(), default=None)

    @property
    def state(self) -> Annotated[Words, Choice(*STATES)]:
        """How it stands: over by its days, whether or not it says when it was signed; a draft until it is signed; then by its days."""
        ends, begins = self.ends, self.begins
        if ends and ends < self.on:
            return Words("ended" if ends in self._cut_short() else "expired")
        if not isinstance(self.agreement.executed_on, Day) or self.agreement.executed_on > self.on:
            return Words("draft")
        if begins and begins > self.on:
            return Words("not begun")
        return Words("ending soon" if ends and (ends - self.on).days <= SOON else "in force")

    @property
    def milestones(self) -> tuple[Milestone, ...]:
        """What must be done from now on, in the order of the days; of an agreement that is over, nothing."""
        if self.state in ("ended", "expired"):
            return ()
        found = {(day, what) for what, day in self._days() if day and day >= self.on}
        return tuple(Milestone(day, Words(what)) for day, what in sorted(found, key=lambda one: (one[0], WHAT.index(one[1]))))

    def next_day(self, what: str) -> Day | None:
        """Return the next day of one kind of milestone."""
        return next((one.day for one in self.milestones if one.what == what), None)

    @property
    def money(self) -> tuple[Yearly, ...]:
        """What all partners contribute, year by year."""
        years: dict[Year, Money | Blank] = {}
        for line in lines_of(self.agreement):
            before = years.get(line.year, Money(0))
            known = isinstance(before, Money) and isinstance(line.amount, Money)
            years[line.year] = before + line.amount if known else Blank("the contributions of the year")
        return tuple(Yearly(year, total) for year, total in sorted(years.items()))

    def _extended(self) -> Iterator[tuple[Day, Day]]:
        """Yield the day on which each extension was made, and its last day."""
        for one in self.instruments.values():
            if not isinstance(one, ExtensionDeed | OptionLetter) or one.of is not None:
                continue
            made, until = _made(one), one.until if isinstance(one, ExtensionDeed) else one.new_expiry
            if made and isinstance(until, Day):
                yield made, until

    def _cut_short(self) -> Iterator[Day]:
        """Yield the last day that each deed of termination, notice or renewal made by now sets."""
        for one in self.instruments.values():
            made = _made(one)
            if not isinstance(one, TerminationDeed | NoticeToEnd) or one.of is not None or made is None or made > self.on:
                continue
            whole = isinstance(one, TerminationDeed) or one.scheme is None
            if whole and isinstance(one.ends_on, Day):
                yield one.ends_on
        new = self.renewal
        if new and isinstance(new.executed_on, Day) and new.executed_on <= self.on and isinstance(new.term.commencement, Day):
            before = new.term.commencement - timedelta(days=1)
            yield Day(before.year, before.month, before.day)

    def _days(self) -> Iterator[tuple[str, Day | None]]:
        dates = KeyDates(self.agreement)
        yield "review", self._next_review(dates)
        yield "end of the term", self.ends
        extended = isinstance(self.agreement.term.expiry, Day) and self.ends != self.agreement.term.expiry
        yield "last day for notice to end it", None if extended else dates.last_notice
        decided = None if extended else dates.extension_decided
        yield "last day to decide an extension", decided
        for target in (decided, self.ends):
            decision = self._last_decision(target)
            yield "last day for that decision", decision
            if decision:
                yield "agenda of that decision", latest_working(decision, AGENDA)
                yield "notice of a key decision to extend or replace it", latest(decision, NOTICE)

    def _next_review(self, dates: KeyDates) -> Day | None:
        """Return the next review: the first, while that is to come, else the next that hangs on the end of a financial year."""
        review = self.agreement.review
        if dates.first_review and dates.first_review >= self.on:
            return dates.first_review
        by = None if isinstance(review, Blank) else review.by
        if not isinstance(by, Deadline) or by.event != "year end" or by.length.unit in ("hour", "working day"):
            return None
        years = (Year.of(self.on).before, Year.of(self.on), Year.of(self.on).next)
        return next((day for year in years if (day := by.on(year.last)) >= self.on), None)

    def _last_decision(self, target: Day | None) -> Day | None:
        """Return the last working day for a decision that can still be called in and carried out by a day."""
        if target is None:
            return None
        call_in = next((one for one in self.style.call_in if one.holds_on(target)), None) if self.style else None
        wait = int(call_in.working_days) if call_in else 0
        day = latest_working(target, 0)
        while working_days_after(day, wait) >= target or not is_working(day):
            day = latest_working(day, 0)
        return day


@dataclass(frozen=True, slots=True)
class Listing:
    """Agreements as they stand on a day."""

    on: Day
    standings: tuple[Standing, ...]


def _made(instrument: Instrument) -> Day | None:
    """Return the day on which an instrument was made or given, where that is known."""
    made = instrument.executed_on if isinstance(instrument, Deed) else instrument.given_on if isinstance(instrument, Letter) else None
    return made if isinstance(made, Day) else None
