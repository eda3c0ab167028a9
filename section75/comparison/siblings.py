"""Pairs among the children of a pair: who of them was who.

In: two nodes that are partners. Out: nothing; their children become partners, surest first, by where they came from, by equal words,
by like words, and at last by being the only two left at one place. The cells of a row are partners by their place.

Two that are named otherwise, and two of one line of a template that tell of two things, are never taken for each other.
"""

from __future__ import annotations

from collections import defaultdict
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from section75.comparison.order import gaps

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    from section75.comparison.entries import Bag, Entry

    Sign = tuple[str, object]

LIKE_HERE: Final = 0.5
"""How like two must be that face each other between the same neighbours."""
LIKE_ANYWHERE: Final = 0.6
"""How like two must be that stand anywhere under the same parent."""
FEW_WORDS: Final = 4
"""Words that equal words must have to tell who is who, where what they hold differs."""
MOST_COMPARED: Final = 20_000
"""Pairs of a gap that are compared word by word; in a larger gap words that are only like stay apart."""


def pair_children(old: Entry, new: Entry) -> list[Entry]:
    """Make partners of the children of two partners; return those of the newer node that have become partners."""
    before = [child for child in new.children if child.partner is None]
    if new.family.startswith("row "):
        for cell, was in zip(new.children, old.children, strict=True):
            cell.join(was)
        return before
    for step in STEPS:
        if not _left(old) or not _left(new):
            break
        step(old, new)
    return [child for child in before if child.partner is not None]


def _by_signs(old: Entry, new: Entry) -> None:
    for sign in (named_alike, _from, _labelled, _headed, _whole):
        pair_unique(_left(old), _left(new), sign)


def _by_gaps(old: Entry, new: Entry) -> None:
    for left, right in list(gaps(old, new)):
        _in_order(left, right)


def _by_own_words(old: Entry, new: Entry) -> None:
    pair_unique(_left(old), _left(new), _worded)


def _by_likeness(old: Entry, new: Entry) -> None:
    for left, right in list(gaps(old, new)):
        _alike(left, right, LIKE_HERE)
    _alike(_left(old), _left(new), LIKE_ANYWHERE)


def _by_what_is_left(old: Entry, new: Entry) -> None:
    for left, right in list(gaps(old, new)):
        _only(left, right)


STEPS: Final = (_by_signs, _by_gaps, _by_own_words, _by_likeness, _by_what_is_left)
"""The surest first."""


def _left(entry: Entry) -> list[Entry]:
    return [child for child in entry.children if child.partner is None]


# ------------------------------------------------------------------ by a sign that no other has


def pair_unique(old: Iterable[Entry], new: Iterable[Entry], sign: Callable[[Entry], Sign | None]) -> list[Entry]:
    """Make partners of those that alone bear a sign on their side; return the newer ones."""
    olds, news = _borne(old, sign), _borne(new, sign)
    made = []
    for borne, (one, *more) in news.items():
        others = olds.get(borne, [])
        if len(others) == 1 and not more:
            one.join(others[0])
            made.append(one)
    return made


def _borne(entries: Iterable[Entry], sign: Callable[[Entry], Sign | None]) -> dict[Sign, list[Entry]]:
    by_sign: defaultdict[Sign, list[Entry]] = defaultdict(list)
    for entry in entries:
        borne = sign(entry)
        if borne is not None:
            by_sign[borne].append(entry)
    return by_sign


def named_alike(entry: Entry) -> Sign | None:
    """Return the name of an entry, and what it is a name of."""
    return (entry.family, entry.name) if entry.name else None


def _from(entry: Entry) -> Sign | None:
    return (entry.family, entry.origin) if entry.origin else None


def _labelled(entry: Entry) -> Sign | None:
    """Return the cells of a row that hold no figures, which tell what the row is of."""
    if not entry.family.startswith("row "):
        return None
    labels = tuple(cell.own for cell in entry.children if not any(map(str.isdigit, cell.own)))
    return (entry.family, labels) if any(labels) else None


def _headed(entry: Entry) -> Sign | None:
    """Return the first cell of a row."""
    label = entry.children[0].own if entry.family.startswith("row ") and entry.children else ""
    return (entry.family, label) if label else None


def _whole(entry: Entry) -> Sign | None:
    return (entry.family, entry.signature)


def _worded(entry: Entry) -> Sign | None:
    return (entry.family, entry.own) if entry.own_words().total() >= FEW_WORDS else None


# ------------------------------------------------------------------ by where they stand


def _in_order(old: Sequence[Entry], new: Sequence[Entry]) -> None:
    """Pair equal ones in their order: sentences that stand there several times."""
    matcher = SequenceMatcher(None, [one.signature for one in old], [one.signature for one in new], autojunk=False)
    for at_old, at_new, size in matcher.get_matching_blocks():
        for offset in range(size):
            new[at_new + offset].join(old[at_old + offset])


def _only(old: Sequence[Entry], new: Sequence[Entry]) -> None:
    if len(old) == len(new) == 1 and may_be_one(old[0], new[0]):
        new[0].join(old[0])


# ------------------------------------------------------------------ by like words


def may_be_one(old: Entry, new: Entry) -> bool:
    """Return whether two may be one that was rewritten."""
    if old.family != new.family or (old.name and new.name and old.name != new.name):
        return False
    return not (old.line and old.line == new.line and old.key != new.key)


def likeness(old: Entry, new: Entry) -> float:
    """Return how like two are in their words, whatever the order: 1 for equal words, 0 for none in common."""
    own = _shared(old.own_words(), new.own_words())
    return max(own, _shared(old.all_words(), new.all_words())) if old.children and new.children else own


def _shared(old: Bag, new: Bag) -> float:
    every = old.total() + new.total()
    return 2 * (old & new).total() / every if every else 0.0


def _alike(old: Sequence[Entry], new: Sequence[Entry], least: float) -> None:
    """Pair those that are alike enough, the most alike first, and of equally like ones those that stand nearest."""
    if not old or not new or len(old) * len(new) > MOST_COMPARED:
        return
    found = [(likeness(one, other), one, other) for one in old for other in new if may_be_one(one, other)]
    enough = [(like, one, other) for like, one, other in found if like >= least]
    for _, one, other in sorted(enough, key=lambda pair: (-pair[0], abs(pair[1].at - pair[2].at), pair[1].at, pair[2].at)):
        if one.partner is None and other.partner is None:
            other.join(one)
