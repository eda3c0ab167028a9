"""Words of facts that speak of law that has gone, outside those that tell a history; or that claim of the law what it does not say.

In: the facts of a partnership, a pattern, and the day from which it counts. Out: the words, and where they stand.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Fact, Words
from section75.problems import Place
from section75.rules.prescribed import law_day

if TYPE_CHECKING:
    import re
    from collections.abc import Iterator

    from section75.facts.base import Day
    from section75.rules import Facts

HISTORY: Final = frozenset({"lineage", "replaces", "history", "waive"})
"""Parts of an agreement that may name what has gone."""


def stale(facts: Facts, pattern: re.Pattern[str], since: Day) -> Iterator[Words]:
    """Yield the words in which a pattern is found, where the date of the law is that day or later, or is not known."""
    day = law_day(facts)
    if facts.agreement is None or (day and day < since):
        return
    for name in type(facts.agreement).model_fields:
        if name not in HISTORY:
            yield from (words for words in words_of(getattr(facts.agreement, name)) if pattern.search(words))


def words_of(held: object) -> Iterator[Words]:
    """Yield all words that facts hold, at any depth; what another part of the facts only points at is left to that part."""
    if isinstance(held, Words):
        yield held
    elif isinstance(held, Fact):
        for name in type(held).model_fields:
            inner = getattr(held, name)
            if not isinstance(inner, Fact) or inner.path.startswith(f"{held.path}."):
                yield from words_of(inner)
    elif isinstance(held, Mapping):
        for one in held.values():
            yield from words_of(one)
    elif isinstance(held, tuple):
        for one in held:
            yield from words_of(one)


def places(facts: Facts, pattern: re.Pattern[str], since: Day) -> list[Place]:
    """Return where such words stand, each place once."""
    return sorted({words.place or Place("facts") for words in stale(facts, pattern, since)})


TOLD: Final = frozenset({"background_papers", "waive"})
"""Parts of a report that name other papers, or the rules themselves."""


def claims(facts: Facts, pattern: re.Pattern[str], since: Day) -> list[Place]:
    """Return where the facts of an agreement or of its reports say something that the law does not bear out, each place once.

    A report counts from the day of its meeting, an agreement from the date of its law; either counts where that is not known.
    """
    said = [
        words
        for report in facts.reports.values()
        if isinstance(report.meeting.date, Blank) or report.meeting.date >= since
        for name in type(report).model_fields
        if name not in TOLD
        for words in words_of(getattr(report, name))
        if pattern.search(words)
    ]
    return sorted({*places(facts, pattern, since), *(words.place or Place("facts") for words in said)})
