"""A phrase: facts joined by small words, each fact still itself.

In: facts and plain strings. Out: `Phrase`, which printing takes apart, so that every fact keeps its path and a blank stays a blank.
"""

from __future__ import annotations

from dataclasses import dataclass


class Glue(str):
    """Words between the facts of a phrase; they are no fact."""

    __slots__ = ()


@dataclass(frozen=True, slots=True)
class Phrase:
    """Facts and glue, in order."""

    parts: tuple[object, ...]


def listed(items: tuple[object, ...], last: str = "and") -> Phrase:
    """Return `a, b and c` as a phrase.

    >>> "".join(map(str, listed(("a", "b", "c")).parts))
    'a, b and c'
    """
    parts: list[object] = []
    for number, item in enumerate(items):
        if number:
            parts.append(Glue(f" {last} " if number == len(items) - 1 else ", "))
        parts.append(item)
    return Phrase(tuple(parts))
