"""Words of two paragraphs as one: what stayed, what went, what came.

In: older and newer content. Out: content with `Inserted`, `Deleted`, `Both` and `Reference.was`, which settles to either.

Words and signs are aligned, spaces follow them. What went stands before what came. Of two paragraphs that have little in common
only the beginning and the end are kept: between them, words that happen to be in both would help no reader.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from itertools import chain
from typing import TYPE_CHECKING, Final, NamedTuple

from section75.comparison.atoms import Content, Key, atoms, is_word, joined, key, phrases
from section75.document.tree import (
    Blank,
    Both,
    Definition,
    Deleted,
    Inline,
    Inserted,
    Reference,
    Strong,
    Text,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

LEAST_KEPT: Final = 0.5
"""The share of the words of the shorter text that must be in the longer for words to be marked one by one."""

THREE: Final = 3
"""Runs that are looked at together: a change, what was kept, a change."""


class Run(NamedTuple):
    """Some atoms of the older and of the newer content that face each other, and whether they are equal."""

    old: Content
    new: Content
    equal: bool = False


def marked(old: Content, new: Content) -> Content:
    """Return the newer content with what differs from the older marked; both are in normal form."""
    return new if old == new else joined(_shown(_readable(aligned(old, new))))


def _shown(runs: Iterable[Run]) -> Iterator[Inline]:
    for run in runs:
        if run.equal:
            yield from map(_same, run.old, run.new)
            continue
        if run.old:
            yield Deleted(run.old)
        if run.new:
            yield Inserted(run.new)


def _same(old: Inline, new: Inline) -> Inline:
    """Return one atom for two with one key."""
    match old, new:
        case Reference(label=was), Reference(target=target, label=label) if was != label:
            return Reference(target, label, was)
        case Strong(content=olds), Strong(content=news):
            return Strong(tuple(map(_same, olds, news)))
        case Definition(content=olds), Definition(content=news):
            return Definition(tuple(map(_same, olds, news)))
        case ((Text() | Blank() as before), (Text() | Blank() as now)) if before != now:
            return Both(before, now)
        case _:
            return new


# ------------------------------------------------------------------ what is equal


def aligned(old: Content, new: Content) -> list[Run]:
    """Return two contents cut into atoms and aligned: equal runs and runs that are not in turn, each as short as can be."""
    olds, news = atoms(old, phrases(new)), atoms(new, phrases(old))
    old_keys, new_keys = list(map(key, olds)), list(map(key, news))
    runs: list[Run] = []
    at_old = at_new = 0
    for next_old, next_new in [*_matched(olds, news, old_keys, new_keys), (len(olds), len(news))]:
        if at_old < next_old or at_new < next_new:
            runs.append(Run(olds[at_old:next_old], news[at_new:next_new]))
        both = Run(olds[next_old : next_old + 1], news[next_new : next_new + 1], equal=True)
        if runs and runs[-1].equal:
            runs[-1] = Run(runs[-1].old + both.old, runs[-1].new + both.new, equal=True)
        elif both.old:
            runs.append(both)
        at_old, at_new = next_old + 1, next_new + 1
    return runs


Matches = list[tuple[int, int]]


def _matched(olds: Content, news: Content, old_keys: list[Key], new_keys: list[Key]) -> Matches:
    """Return where equal atoms stand: the words in common, and the spaces and signs beside them."""
    found: Matches = []
    at_old = at_new = 0
    for next_old, next_new in [*_words_in_common(olds, news, old_keys, new_keys), (len(olds), len(news))]:
        first = _alike_from(old_keys[at_old:next_old], new_keys[at_new:next_new])
        last = _alike_from(old_keys[at_old + first : next_old][::-1], new_keys[at_new + first : next_new][::-1])
        found += [(at_old + step, at_new + step) for step in range(first)]
        found += [(next_old - step, next_new - step) for step in range(last, 0, -1)]
        if next_old < len(olds):
            found.append((next_old, next_new))
        at_old, at_new = next_old + 1, next_new + 1
    return found


def _words_in_common(olds: Content, news: Content, old_keys: list[Key], new_keys: list[Key]) -> Matches:
    """Return where words in common stand, in one order on both sides; none, if they are few."""
    old_words = [number for number, atom in enumerate(olds) if is_word(atom)]
    new_words = [number for number, atom in enumerate(news) if is_word(atom)]
    matcher = SequenceMatcher(None, [old_keys[at] for at in old_words], [new_keys[at] for at in new_words], autojunk=False)
    found = [(old_words[one + step], new_words[other + step]) for one, other, size in matcher.get_matching_blocks() for step in range(size)]
    return found if len(found) >= LEAST_KEPT * min(len(old_words), len(new_words)) else []


def _alike_from(old: list[Key], new: list[Key]) -> int:
    """Return how many keys two lists have in common at their beginning."""
    return next((number for number, (one, other) in enumerate(zip(old, new, strict=False)) if one != other), min(len(old), len(new)))


# ------------------------------------------------------------------ what a reader can follow


def _readable(runs: list[Run]) -> list[Run]:
    """Return runs in which two replacements are one if the plain words that part them are fewer than either replaces."""
    made: list[Run] = []
    for run in runs:
        made.append(run)
        while len(made) >= THREE and _one_change(*made[-THREE:]):
            made[-THREE:] = [_together(made[-THREE:])]
    return made


def _together(runs: list[Run]) -> Run:
    return Run(tuple(chain.from_iterable(run.old for run in runs)), tuple(chain.from_iterable(run.new for run in runs)))


def _one_change(before: Run, kept: Run, after: Run) -> bool:
    if before.equal or not kept.equal or after.equal:
        return False
    plainly = all(isinstance(atom, Text) and not atom.fact and not any(map(str.isdigit, atom.words)) for atom in (*kept.old, *kept.new))
    return plainly and _words(kept.new) < min(_replaced(before), _replaced(after))


def _replaced(run: Run) -> int:
    """Return how many words a run replaces; none where words only went or only came."""
    return max(_words(run.old), _words(run.new)) if run.old and run.new else 0


def _words(content: Content) -> int:
    return sum(map(is_word, content))
