"""How far an agreement has been extended: until when, by what, and what its right to extend it still allows.

In: the facts of an agreement and its instruments. Out: `Extensions`. What has no date yet has not been made, and changes nothing; a day
that cannot be reckoned from what is known is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day, Words
from section75.facts.clear_days import working_days_after, working_days_before
from section75.facts.dates import Deadline, Period
from section75.facts.deeds import ExtensionDeed
from section75.facts.letters import OptionLetter
from section75.facts.standing import Standing

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from section75.facts.agreement import Agreement
    from section75.facts.governance import Earlier
    from section75.facts.instrument import Instrument

MONTHS: Final = ("month", "quarter", "year")
ONE: Final = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Extended:
    """An extension that has been made: the instrument or the entry of the lineage that tells of it, and its last day."""

    name: str
    until: Day
    instrument: OptionLetter | ExtensionDeed | None = None


@dataclass(frozen=True)
class Extensions:
    """The extensions of one agreement, told by its facts and by its instruments, which come by the names of their files."""

    agreement: Agreement
    instruments: Mapping[str, Instrument]

    @property
    def own(self) -> dict[str, Earlier]:
        """The entries of its lineage that extend the agreement itself, by their keys."""
        extended_by = self.agreement.arrangement.extended_by
        return {key: earlier for key, earlier in self.agreement.lineage.items() if extended_by(earlier)}

    @property
    def extending(self) -> dict[str, OptionLetter | ExtensionDeed]:
        """The instruments that extend the agreement itself, whether or not they have been made."""
        found = self.instruments.items()
        return {name: one for name, one in found if isinstance(one, OptionLetter | ExtensionDeed) and one.of is None}

    @property
    def pending(self) -> tuple[str, ...]:
        """The names of those that have no date yet."""
        return tuple(name for name, one in self.extending.items() if not isinstance(made_on(one), Day))

    @property
    def extensions(self) -> tuple[Extended, ...]:
        """The extensions that have been made, in the order of their last days, each once."""
        dated = ((name, one, until(one)) for name, one in self.extending.items() if isinstance(made_on(one), Day))
        made = [Extended(name, last, one) for name, one, last in dated if isinstance(last, Day)]
        told = {one.until for one in made}
        stated = ((key, one.ends) for key, one in self.own.items() if isinstance(one.when, Day))
        lineage = [Extended(key, ends) for key, ends in stated if ends and ends not in told]
        return tuple(sorted([*made, *lineage], key=lambda one: one.until))

    @property
    def ends(self) -> Day | Blank:
        """The day at the end of which it ends as it now stands."""
        made = self.extensions
        return made[-1].until if made else self.agreement.term.expiry

    def ended_early(self, on: Day) -> Day | None:
        """Return the last day that a notice or a deed made by a day has set, where that is before the end that extensions have set."""
        early, ends = Standing(Words(), self.agreement, on, self.instruments).ended_early, self.ends
        return early if early and isinstance(ends, Day) and early < ends else None

    @property
    def steps(self) -> tuple[Day, ...]:
        """The last days to which its right to extend it allows in all, from the day on which it was to end when it was made."""
        right, expiry = self.agreement.term.extension, self.agreement.term.expiry
        if right is None or not isinstance(expiry, Day) or right.length.unit not in MONTHS:
            return ()
        return tuple(last_day(Period(right.length.n * step, right.length.unit), expiry) for step in range(1, right.most + 1))

    @property
    def used(self) -> int:
        """How often that right has been used: the steps that have been reached."""
        ends = self.ends
        return 0 if isinstance(ends, Blank) else sum(step <= ends for step in self.steps)

    @property
    def next_step(self) -> Day | None:
        """The last day to which the right can extend it now; nothing where there is none left."""
        right, ends = self.agreement.term.extension, self.ends
        if right is None or isinstance(ends, Blank) or self.used >= len(self.steps):
            return None
        return last_day(right.length, ends)

    @property
    def decide_by(self) -> Day | None:
        """The last day for using that right, where it hangs on the day on which the agreement ends."""
        right, ends = self.agreement.term.extension, self.ends
        decide = right.decide if right else None
        if not isinstance(decide, Deadline) or not isinstance(ends, Day) or decide.event != "expiry" or decide.relation != "before":
            return None
        return before(decide.length, ends)


def made_on(instrument: OptionLetter | ExtensionDeed) -> Day | Blank:
    """Return the day on which an instrument was made."""
    return instrument.given_on if isinstance(instrument, OptionLetter) else instrument.executed_on


def until(instrument: OptionLetter | ExtensionDeed) -> Day | Blank:
    """Return the last day to which an instrument extends an agreement."""
    return instrument.new_expiry if isinstance(instrument, OptionLetter) else instrument.until


def last_day(length: Period, ends: date) -> Day:
    """Return the last day of a time so long that begins on the day after another.

    >>> last_day(Period(1, "month"), Day(2026, 1, 31)).isoformat()
    '2026-02-28'
    """
    return _day(length.after(ends + ONE) - ONE)


def length_between(ends: date, to: date) -> Period:
    """Return how long it is from the day after one day to the end of another: whole months where they are, else days.

    >>> length_between(Day(2018, 3, 31), Day(2019, 3, 31)), length_between(Day(2018, 3, 31), Day(2018, 4, 2))
    (Period(n=12, unit='month'), Period(n=2, unit='day'))
    """
    months = (to.year - ends.year) * 12 + to.month - ends.month
    whole = [Period(number, "month") for number in (months, months + 1) if number > 0 and last_day(Period(number, "month"), ends) == to]
    return whole[0] if whole else Period((to - ends).days, "day")


def after(length: Period, day: date) -> Day | None:
    """Return the day so long after another, working days counted by the calendar; nothing for hours."""
    if length.unit == "working day":
        return working_days_after(day, length.n)
    return None if length.unit == "hour" else length.after(day)


def before(length: Period, day: date) -> Day | None:
    """Return the day so long before another, working days counted by the calendar; nothing for hours."""
    if length.unit == "working day":
        return working_days_before(day, length.n)
    return None if length.unit == "hour" else length.before(day)


def _day(day: date) -> Day:
    return Day(day.year, day.month, day.day)
