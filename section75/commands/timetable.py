"""The timetable of a decision and of what it decides: what must happen by when.

In: the report, the style of its council, the day on which what is decided is carried out, and further steps. Out: `Step`s by day, and the
lines that tell them. Where the day of the decision is not known it is reckoned back from that day: the last on which it can be taken.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.facts.clear_days import is_working, latest, working_days_after
from section75.facts.decision_dates import NOTICE, DecisionDates
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.facts.house import HouseStyle
    from section75.facts.report import Report

ONE: Final = timedelta(days=1)
WIDTH: Final = 18
"""Columns for the day: 30 September 2026."""


@dataclass(frozen=True, slots=True)
class Step:
    """Something that must happen, by when or on which day, and why; without a day, where none can be reckoned."""

    day: Day | None
    what: str
    because: str = ""


def timetable(report: Report, style: HouseStyle, on: Day, more: Iterable[Step] = ()) -> list[Step]:
    """Return every step in the order of days, those without one last."""
    steps = [*decision_steps(report, style, on), *more]
    return sorted(steps, key=lambda step: (step.day is None, step.day or on))


def decision_steps(report: Report, style: HouseStyle, on: Day) -> Iterator[Step]:
    """Yield the steps of a decision that is carried out on a day."""
    stated = report.meeting.date
    day = last_decision(report, style, on) if isinstance(stated, Blank) else stated
    at_latest = ", at the latest" if isinstance(stated, Blank) else ""
    meeting = report.meeting.model_copy(update={"date": day})
    dates = DecisionDates(report.model_copy(update={"meeting": meeting}), style)
    if dates.decision and not _by_committees(style, day):
        key = report.key_decision
        if isinstance(key, Blank) or key.is_key:
            if_any = ", if it is a key decision" if isinstance(key, Blank) else ""
            yield Step(latest(day, NOTICE), f"Notice of the decision is published{if_any}, at the latest", "SI 2012/2089, regulation 9")
    if dates.agenda_by:
        yield Step(
            dates.agenda_by, "The agenda, the report and the equality analysis are published, at the latest", "five clear working days"
        )
    body = "the decision maker" if isinstance(report.meeting.body, Blank) else report.meeting.body
    yield Step(day, f"The decision is taken ({body}){at_latest}")
    if dates.call_in and dates.call_in_expected and dates.effect:
        yield Step(dates.call_in_expected, "Call-in ends, at the earliest", dates.call_in.authority)
        yield Step(dates.effect, "The decision can be carried out, at the earliest")
    elif not (report.urgency and report.urgency.no_call_in):
        yield Step(None, "Call-in: the house of this council states no length for that day, so none is reckoned", "house.yaml, call_in")


def last_decision(report: Report, style: HouseStyle, on: Day) -> Day:
    """Return the last working day on which a decision can be taken that is to be carried out on a day, after any call-in."""
    waived = report.urgency is not None and report.urgency.no_call_in
    call_in = None if waived else next((one for one in style.call_in if one.holds_on(on)), None)
    day = on
    while not is_working(day) or (call_in and working_days_after(day, int(call_in.working_days)) >= on):
        day = _day_before(day)
    return day


def too_late(report: Report, style: HouseStyle, on: Day) -> Day | None:
    """Return the first day on which a decision of a known day can be carried out, where that is after the day planned."""
    day = report.meeting.date
    if isinstance(day, Blank):
        return None
    effect = DecisionDates(report, style).effect or day
    return effect if effect > on else None


def told(steps: Iterable[Step]) -> list[str]:
    """Return the lines that a person reads."""
    lines = []
    for step in steps:
        day = shown(step.day) if step.day else "no day"
        because = f" ({step.because})" if step.because else ""
        lines.append(f"  {day:>{WIDTH}}  {step.what}{because}")
    return lines


def _by_committees(style: HouseStyle, day: Day) -> bool:
    """Return whether the council has no executive, so that the rules on key decisions are not its own."""
    return any(one.model == "committee system" and one.holds_on(day) for one in style.governance)


def _day_before(day: Day) -> Day:
    before = day - ONE
    return Day(before.year, before.month, before.day)
