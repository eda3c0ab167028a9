"""Pairs: which part and block of an older document is which of a newer. Everything that compares reads them, and aligns nothing again.

In: two Documents. Out: `Pairs`, the two as trees of entries, each with its partner, if it has one.

What has a name (an id, or a term that it defines) is itself wherever it stands. All else is looked for under the partner of its
parent, and at last anywhere, if its words are many and the same.
"""

from __future__ import annotations

from collections import deque
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.comparison.entries import Entry, entered, every
from section75.comparison.order import still
from section75.comparison.settling import settle
from section75.comparison.siblings import named_alike, pair_children, pair_unique

if TYPE_CHECKING:
    from collections.abc import Iterable

    from section75.document.tree import Document

ENOUGH_WORDS: Final = 6
"""Words that must be equal for a paragraph to be known again under another parent."""
IN_A_TABLE: Final = ("row ", "cell")


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two documents, older and newer, as entries with partners."""

    old: Entry
    new: Entry


def pair(old: Document, new: Document) -> Pairs:
    """Return which node of one document is which of the other; of a redline its newer text is taken."""
    pairs = Pairs(entered(settle(old, "new")), entered(settle(new, "new")))
    pairs.new.join(pairs.old)
    olds, news = list(every(pairs.old)), list(every(pairs.new))
    named = pair_unique(_free(olds), _free(news), named_alike)
    _pair_below([pairs.new, *named])
    for sign in (_moved, _moved_line):
        _pair_below(pair_unique(_free(olds), _free(news), sign))
    for entry in news:
        if entry.partner is not None:
            _settle_order(entry.partner, entry)
    pairs.old.stable = pairs.new.stable = True
    return pairs


def _free(entries: Iterable[Entry]) -> list[Entry]:
    """Return those without partners that may find one anywhere: rows and cells stay in their tables."""
    return [entry for entry in entries if entry.partner is None and not entry.family.startswith(IN_A_TABLE)]


def _pair_below(found: list[Entry]) -> None:
    waiting = deque(found)
    while waiting:
        entry = waiting.popleft()
        if entry.partner is not None:
            waiting.extend(pair_children(entry.partner, entry))


def _moved(entry: Entry) -> tuple[str, object] | None:
    return (entry.family, entry.signature) if entry.all_words().total() >= ENOUGH_WORDS else None


def _moved_line(entry: Entry) -> tuple[str, object] | None:
    return (entry.family, entry.origin) if entry.origin and entry.all_words().total() >= ENOUGH_WORDS else None


def _settle_order(old: Entry, new: Entry) -> None:
    for child in still(old, new):
        child.stable = True
        if child.partner is not None:
            child.partner.stable = True
