"""A length of time stated or printed with its first and last day is the time between them, and extensions follow on from each other.

Croydon: “2-years (to 31 July 2023)” from 1 July 2021 is 25 months; of the further “2 years, 2 years, 1 year (to 31 March 2028)” the last
is eight months.
"""

from __future__ import annotations

import re
from datetime import date, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from section75.facts.base import Day, Period
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import DAY, LENGTH, day_in, length_in, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.term import Term
    from section75.problems import Level
    from section75.rules import Facts, Subject

ID: Final = "length-of-term"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic of dates: the corresponding date rule, Dodds v Walker [1981] 1 WLR 1027."
PASSES: Final = (
    "agreement:\n  term: {commencement: 1 April 2019, expiry: 31 March 2022, length: 3 years}\n",
    "# Term {#term}\n\nThe term is 2 years from 1 August 2021 to 31 July 2023.\n",
    """\
agreement:
  lineage:
    one: {title: the first extension, kind: deed, when: March 2017, effect: extends, by: 12 months, ends: 31 March 2018}
    two: {title: the second extension, kind: deed, when: TBC, effect: extends, by: 12 months, ends: 31 March 2019}
""",
)
FAILS: Final = (
    "agreement:\n  term: {commencement: 1 July 2021, expiry: 31 July 2023, length: 2 years}\n",
    "# Term {#term}\n\nThe agreement runs from 1 July 2021 for 2-years (to 31 July 2023).\n",
    """\
agreement:
  lineage:
    one: {title: the first extension, kind: deed, when: March 2017, effect: extends, by: 12 months, ends: 31 March 2018}
    two: {title: the second extension, kind: deed, when: TBC, effect: extends, by: 2 years, ends: 31 March 2019}
""",
)
MUTATIONS: Final = (Mutation({"term.length": "2 years"}, "term.length", paper="report"),)

UNITS: Final = ("month", "quarter", "year")
"""The units that end on a day of the calendar."""
FROM: Final = rf"(?:from|commencing on|beginning on|starting on) (?P<start>{DAY})"
TO: Final = rf"(?:to|until|ending on|up to)(?: and including)? (?P<end>{DAY})"
SPOKEN: Final = (
    re.compile(rf"(?P<length>{LENGTH})\b,? \(?{FROM},? {TO}"),
    re.compile(rf"{FROM},? \(?{TO} \((?P<length>{LENGTH})\)"),
    re.compile(rf"{FROM},? for (?:a (?:term|period) of )?(?P<length>{LENGTH})\b,? \(?{TO}"),
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each length that its own first and last day contradict."""
    for said in subject.said:
        for spoken in SPOKEN:
            for found in spoken.finditer(said.words):
                start, end, length = day_in(found["start"]), day_in(found["end"]), length_in(found["length"])
                if start and end and length and not 0 <= (length.after(start) - end).days <= 1:
                    last = shown(length.after(start) - timedelta(days=1))
                    message = f"{found['length']} from {found['start']} end on {last}, not on {found['end']}."
                    yield Problem(said.place, ID, LEVEL, message, "Check the length and both days.")


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield a stated length that is not the term, and each extension that does not begin where the one before it ends."""
    if facts.agreement is None:
        return
    yield from _stated(facts.agreement.term)
    extensions = [earlier for earlier in facts.agreement.lineage.values() if earlier.effect == "extends" and earlier.ends and earlier.by]
    extensions.sort(key=lambda earlier: earlier.ends or date.min)
    for before, now in pairwise(extensions):
        if before.ends and now.ends and now.by and now.by.unit in UNITS:
            last = _last(now.by, before.ends + timedelta(days=1))
            if last != now.ends:
                message = f"{now.by.n} {now.by.unit}s after {shown(before.ends)} end on {shown(last)}."
                yield Problem(now.place("ends"), ID, LEVEL, message, "Check the length of the extension and its last day.")


def _stated(term: Term) -> Iterator[Problem]:
    """Yield the length that an agreement states for its term, if it is not the time between its days."""
    length = term.length
    if length is None or length.unit not in UNITS or not isinstance(term.commencement, Day) or not isinstance(term.expiry, Day):
        return
    last = _last(length, term.commencement)
    if last != term.expiry:
        spelled = f"{length.n} {length.unit}{'s' if length.n > 1 else ''}"
        message = f"{spelled} from {shown(term.commencement)} end on {shown(last)}, not on {shown(term.expiry)}."
        yield Problem(term.place("length"), ID, LEVEL, message, "Check the length and both days.")


def _last(length: Period, first: date) -> date:
    """Return the last day of a length of time."""
    return length.after(first) - timedelta(days=1)
