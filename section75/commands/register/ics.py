"""The register as a calendar (RFC 5545), which any diary program reads: a whole-day entry for each day by which something is due.

In: a `Register`. Out: bytes, the same for the same register. An entry keeps its identity when its day moves, so that a diary moves it too.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Final

from section75.document.writing_time import stated_time

if TYPE_CHECKING:
    from icalendar import Event

    from section75.commands.register import Register
    from section75.facts.standing import Milestone, Standing

WARNED: Final = timedelta(days=14)
"""How long before a day a diary reminds of it."""


def write(register: Register) -> bytes:
    """Return the calendar."""
    from icalendar import Calendar

    calendar = Calendar()
    calendar.add("prodid", "-//section75//register//EN")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", "Section 75 agreements")
    stamp = stated_time() or datetime(register.on.year, register.on.month, register.on.day, tzinfo=UTC)
    for standing in register.standings:
        numbers: dict[str, int] = {}
        for milestone in standing.milestones:
            what = str(milestone.what)
            numbers[what] = numbers.get(what, 0) + 1
            calendar.add_component(_event(standing, milestone, f"{what} {numbers[what]}", stamp))
    return bytes(calendar.to_ical())


def _event(standing: Standing, milestone: Milestone, name: str, stamp: datetime) -> Event:
    from icalendar import Alarm, Event

    event = Event()
    event.add("uid", f"{standing.key}-{name.replace(' ', '-')}@section75")
    event.add("dtstamp", stamp)
    event.add("dtstart", milestone.day)
    event.add("dtend", milestone.day + timedelta(days=1))
    event.add("summary", f"{standing.agreement.title}: {milestone.what}")
    event.add("description", f"Reckoned from the facts in agreements/{standing.key}.")
    event.add("transp", "TRANSPARENT")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", str(milestone.what))
    alarm.add("trigger", -WARNED)
    event.add_component(alarm)
    return event
