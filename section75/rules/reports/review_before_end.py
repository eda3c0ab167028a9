"""A review, a decision to extend and a notice each fall within the term.

Kent’s agreement of April 2012 for one year was to be reviewed in September 2012, in time. Warwickshire’s review was not done before its
agreement ran out, which had been extended once to wait for it. The day of a notice is reckoned from the last day, never typed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day, Deadline
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import reckonable, shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.term import Term
    from section75.problems import Level, Place
    from section75.rules import Facts

ID: Final = "review-before-end"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The agreement’s own clauses on review, extension and notice must leave time to act on them."
PASSES: Final = (
    """\
agreement:
  term: {commencement: 1 April 2012, expiry: 31 March 2013}
  review: {first: 30 September 2012}
""",
)
FAILS: Final = (
    """\
agreement:
  term: {commencement: 1 April 2012, expiry: 31 March 2013}
  review: {first: 30 September 2013}
""",
    "agreement:\n  term: {commencement: 1 April 2012, expiry: 31 March 2013, notice: 18 months}\n",
)
MUTATIONS: Final = (Mutation({"review.first": "30 September 2029"}, "review.first", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each review, decision and notice that does not fall within the term."""
    if facts.agreement is None:
        return
    term, review = facts.agreement.term, facts.agreement.review
    if not isinstance(term.commencement, Day) or not isinstance(term.expiry, Day):
        return
    if not isinstance(review, Blank):
        yield from _within(term, review.first, "The first review", review.place("first"))
        if review.after and reckonable(review.after):
            yield from _within(term, review.after.after(term.commencement), "The first review", review.place("after"))
    if term.extension and isinstance(term.extension.decide, Deadline) and term.extension.decide.event == "expiry":
        due = term.extension.decide
        if reckonable(due.length):
            yield from _within(term, due.on(term.expiry), "The decision to extend", term.extension.place("decide"))
    if term.notice and reckonable(term.notice):
        yield from _within(term, term.notice.before(term.expiry), "The last day for notice", term.place("notice"))


def _within(term: Term, found: Day | None, what: str, place: Place) -> Iterator[Problem]:
    """Yield a fault where a day is not between the first and the last day of the term."""
    if isinstance(term.commencement, Blank) or isinstance(term.expiry, Blank) or found is None:
        return
    if not term.commencement <= found <= term.expiry:
        span = f"{shown(term.commencement)} to {shown(term.expiry)}"
        yield Problem(place, ID, LEVEL, f"{what}, {shown(found)}, is outside the term, {span}.", "Check the date and the term.")
