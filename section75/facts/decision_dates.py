"""The days that the law and a council's constitution set for one decision: notice, agenda, call-in, and when it can be acted on.

In: a `Report` and its council's `HouseStyle`. Out: `DecisionDates`. A day that cannot be reckoned from what is known is left out.
The notices count clear days of every kind (SI 2012/2089, regulations 5, 9 and 10). Whether the five clear days of an agenda are working
days is disputed, so the day given here is the safe one, which is early enough on either reading.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.clear_days import latest, latest_working, working_days_after

if TYPE_CHECKING:
    from section75.facts.house import CallIn, HouseStyle
    from section75.facts.report import Report

NOTICE: Final = 28
"""Clear days of notice of a key decision and of private business (SI 2012/2089, regulations 5(2) and 9(2))."""
AGENDA: Final = 5
"""Clear days of the agenda, of the second notice of private business and of the general exception (regulations 5(4), 6, 7 and 10)."""
IN_FORCE: Final = Day(2012, 9, 10)
"""The first day of SI 2012/2089; of meetings before it nothing is reckoned."""


@dataclass(frozen=True)
class DecisionDates:
    """The days of one decision."""

    report: Report
    style: HouseStyle

    @property
    def known(self) -> bool:
        """Whether the day of the decision is known and the rules reckoned here were in force on it."""
        return self.decision is not None

    @property
    def decision(self) -> Day | None:
        """The day of the meeting or decision."""
        day = self.report.meeting.date
        return None if isinstance(day, Blank) or day < IN_FORCE else day

    @property
    def notice_by(self) -> Day | None:
        """The last day for notice of a key decision; nothing for any other."""
        key = self.report.key_decision
        return latest(self.decision, NOTICE) if self.decision and not isinstance(key, Blank) and key.is_key else None

    @property
    def private_notice_by(self) -> Day | None:
        """The last day for the first notice that a part of the meeting is private; nothing where no appendix is exempt."""
        return latest(self.decision, NOTICE) if self.decision and self._private else None

    @property
    def second_private_notice_by(self) -> Day | None:
        """The last day for the second such notice."""
        return latest(self.decision, AGENDA) if self.decision and self._private else None

    @property
    def agenda_by(self) -> Day | None:
        """The last working day for the agenda and the report, five clear working days before the meeting; nothing without a meeting."""
        return latest_working(self.decision, AGENDA) if self.decision and not self.report.meeting.member else None

    @property
    def call_in(self) -> CallIn | None:
        """What the council says of call-in on the day of the decision; nothing where it says nothing, or the decision is not called in."""
        if self.report.urgency and self.report.urgency.no_call_in:
            return None
        return next((one for one in self.style.call_in if one.holds_on(self.report.meeting.date)), None)

    @property
    def call_in_ends(self) -> Day | None:
        """The last day for calling the decision in, once it is known when the record was published."""
        return self._call_in_after(self.report.decided.published)

    @property
    def call_in_expected(self) -> Day | None:
        """The earliest day on which call-in can end, told before the decision: as if its record were published on the same day."""
        return self._call_in_after(self.decision) if self.decision else None

    @property
    def effect(self) -> Day | None:
        """The first day on which the agreement can be signed and the decision carried out, if call-in ends on that earliest day."""
        ends = self.call_in_expected
        if ends is None:
            return None
        after = ends + timedelta(days=1)
        return Day(after.year, after.month, after.day)

    @property
    def _private(self) -> bool:
        return bool(self.report.exempt_appendices) and not self.report.meeting.member

    def _call_in_after(self, published: Day | Blank) -> Day | None:
        if isinstance(published, Blank) or self.call_in is None:
            return None
        return working_days_after(published, int(self.call_in.working_days))
