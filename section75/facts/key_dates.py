"""The days that follow from the term: the last for notice, for a decision to extend, and where extensions would end.

In: an `Agreement`. Out: `KeyDates`. A day that cannot be reckoned from what is known is left out, never guessed.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.dates import Deadline, Period

if TYPE_CHECKING:
    from datetime import date

    from section75.facts.agreement import Agreement

MOST: Final = 9
"""More extensions than these are no plan."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """A time by which the term may be extended: its first day and its last."""

    first: Day
    last: Day


@dataclass(frozen=True)
class KeyDates:
    """The days that follow from the term of one agreement."""

    agreement: Agreement

    @property
    def known(self) -> bool:
        """Whether it is known when the agreement begins and when it ends."""
        return isinstance(self.agreement.term.commencement, Day) and isinstance(self.agreement.term.expiry, Day)

    @property
    def first_review(self) -> Day | None:
        """The first review, where its day is known."""
        review = self.agreement.review
        return None if isinstance(review, Blank) else review.first

    @property
    def last_notice(self) -> Day | None:
        """The last day on which ordinary notice could still end the agreement before it expires."""
        expiry = self.agreement.term.expiry
        periods = self.agreement.periods
        notice = self.agreement.term.notice or (None if isinstance(periods, Blank) else periods.notice)
        if not isinstance(expiry, Day) or not isinstance(notice, Period) or notice.unit in ("hour", "working day"):
            return None
        day = notice.before(expiry)
        return day if not isinstance(self.agreement.term.commencement, Day) or day > self.agreement.term.commencement else None

    @property
    def extension_decided(self) -> Day | None:
        """The day by which an extension must be decided, where it hangs on the expiry."""
        extension, expiry = self.agreement.term.extension, self.agreement.term.expiry
        decide = extension.decide if extension else None
        if not isinstance(decide, Deadline) or not isinstance(expiry, Day) or decide.event != "expiry":
            return None
        return None if decide.length.unit in ("hour", "working day") else decide.on(expiry)

    @property
    def extensions(self) -> tuple[Stretch, ...]:
        """The times by which the term may be extended, if all of them are agreed."""
        extension, last = self.agreement.term.extension, self.agreement.term.expiry
        if extension is None or not isinstance(last, Day) or extension.length.unit in ("hour", "working day"):
            return ()
        made: list[Stretch] = []
        for _ in range(extension.most if extension.most <= MOST else 1):
            last, first = _moved(last, extension.length), _next(last)
            made.append(Stretch(first, last))
        return tuple(made)


def _next(day: date) -> Day:
    after = day + timedelta(days=1)
    return Day(after.year, after.month, after.day)


def _moved(last: Day, length: Period) -> Day:
    """Return the last day of a time so much longer: the day before the same day later of the day after."""
    end = length.after(_next(last)) - timedelta(days=1)
    return Day(end.year, end.month, end.day)
