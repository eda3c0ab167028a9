"""A scheme runs within the term of the agreement, and can be ended no later than the agreement itself.

Framework agreements of the Better Care Fund say that the agreement ends only when every scheme in it has ended. A scheme that needs
twelve months’ notice under an agreement that needs six would then outlive it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day, Period
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import reckonable, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.services import Scheme
    from section75.facts.term import Term
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "scheme-dates"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulations 7(3)(f), 8(2)(f) and 9(3)(f): the duration of the arrangements and their termination."

_TERM: Final = "agreement:\n  term: {commencement: 1 April 2026, expiry: 31 March 2028, notice: 6 months}\n  schemes:\n"
PASSES: Final = (
    f"{_TERM}    home: {{name: Home Service, lead: council, starts: 1 July 2026, ends: 31 March 2027, notice: 3 months}}\n",
    f"{_TERM}    home: {{name: Home Service, lead: council}}\n",
)
FAILS: Final = (
    f"{_TERM}    home: {{name: Home Service, lead: council, ends: 31 March 2029}}\n",
    f"{_TERM}    home: {{name: Home Service, lead: council, starts: 1 January 2026}}\n",
    f"{_TERM}    home: {{name: Home Service, lead: council, starts: 1 July 2026, ends: 30 June 2026}}\n",
    f"{_TERM}    home: {{name: Home Service, lead: council, notice: 12 months}}\n",
    f"{_TERM}    home: {{name: Home Service, lead: council, starts: 1 July 2026, ends: 31 July 2026, notice: 3 months}}\n",
)
MUTATIONS: Final = (Mutation({"schemes.reablement.ends": "31 March 2030"}, "schemes.reablement.ends"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each scheme that is outside the term, ends before it starts, or cannot be ended in time."""
    for scheme in facts.agreement.schemes.values() if facts.agreement else ():
        if facts.agreement:
            yield from _days(scheme, facts.agreement.term)
            yield from _notice(scheme, facts.agreement)


def _days(scheme: Scheme, term: Term) -> Iterator[Problem]:
    for name, day in (("starts", scheme.starts), ("ends", scheme.ends)):
        if day and isinstance(term.commencement, Day) and day < term.commencement:
            message = f"{scheme.name} {name} on {shown(day)}, before the agreement begins on {shown(term.commencement)}."
            yield Problem(scheme.place(name), ID, LEVEL, message, "Check the date and the term.")
        if day and isinstance(term.expiry, Day) and day > term.expiry:
            message = f"{scheme.name} {name} on {shown(day)}, after the agreement ends on {shown(term.expiry)}."
            yield Problem(scheme.place(name), ID, LEVEL, message, "Check the date and the term.")
    if scheme.starts and scheme.ends and scheme.ends < scheme.starts:
        yield Problem(scheme.place("ends"), ID, LEVEL, f"{scheme.name} ends before it starts.", "Check both dates.")


def _notice(scheme: Scheme, agreement: Agreement) -> Iterator[Problem]:
    """Yield the faults of the notice that ends a scheme alone, counted from one day for all lengths."""
    if scheme.notice is None or not reckonable(scheme.notice):
        return
    periods = agreement.periods
    whole = agreement.term.notice or getattr(periods, "notice", None)
    start = Day(2025, 4, 1)
    if isinstance(whole, Period) and reckonable(whole) and scheme.notice.after(start) > whole.after(start):
        message = f"{scheme.name} needs {_told(scheme.notice)} of notice, and the agreement itself can be ended within {_told(whole)}."
        yield Problem(scheme.place("notice"), ID, LEVEL, message, "Let a scheme end no later than the agreement can.")
    first = scheme.starts or agreement.term.commencement
    last = scheme.ends or agreement.term.expiry
    if isinstance(first, Day) and isinstance(last, Day) and scheme.notice.before(last) < first:
        message = f"{scheme.name} lasts from {shown(first)} to {shown(last)}, and its notice is {_told(scheme.notice)}."
        yield Problem(scheme.place("notice"), ID, LEVEL, message, "Shorten the notice, or take it out.")


def _told(length: Period) -> str:
    return f"{length.n} {length.unit}{'' if length.n == 1 else 's'}"
