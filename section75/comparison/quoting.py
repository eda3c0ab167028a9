"""Quotations carried out: words that a deed quotes from a paragraph, and the words that come of changing them.

In: the words of a paragraph, the punctuation that ends it, and `Quotation`s, all of which speak of the text as it stands. Out: the words
that they make of it. A quotation is refused that stands in the paragraph otherwise than once, that cuts a word, a figure or a
reference, or that overlaps another.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, Final

from section75.comparison.atoms import atoms, joined
from section75.document.tree import Strong, Text, plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.comparison.atoms import Content
    from section75.comparison.operation import Way
    from section75.document.tree import Inline

CLOSING: Final = ",;:.!?)]’”"
OPENING: Final = "([‘“"
"""Signs before which, and after which, no space stands."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that are quoted, what is done with them, and the new words."""

    way: Way
    old: str
    new: Content = ()


class Misquoted(Exception):  # noqa: N818 - it is an answer, not a fault of the program
    """A quotation does not do: why, and what to do."""

    def __init__(self, message: str, remedy: str) -> None:
        """Keep both."""
        super().__init__(message)
        self.message, self.remedy = message, remedy


# ------------------------------------------------------------------ carried out


def quoted(content: Content, tail: str, quotations: Iterable[Quotation]) -> Content:
    """Return the words with all quotations carried out; `tail` is what the reader sees after them. Raises `Misquoted`."""
    words = plain(content) + tail
    found = sorted((_spot(words, len(words) - len(tail), one), one) for one in quotations)
    for ((_, end), one), ((start, _), other) in pairwise(found):
        if start < end:
            raise Misquoted(f"“{one.old}” and “{other.old}” overlap.", "Quote them together.")
    made: list[Inline] = []
    at = 0
    for (start, end), one in found:
        cut(content, start, end)
        begins, ends, new = _change(words, start, end, one)
        made += [*cut(content, at, max(begins, at)), *new]
        at = ends
    return joined((*made, *cut(content, at, len(words) - len(tail))))


def _spot(words: str, length: int, one: Quotation) -> tuple[int, int]:
    """Return where the old words begin and end."""
    starts = [found.start() for found in re.finditer(f"(?={re.escape(one.old)})", words)] if one.old else []
    if len(starts) != 1:
        times = f"{len(starts)} times" if starts else "not"
        raise Misquoted(f"“{one.old}” stands there {times}.", "Quote words that stand there once, exactly as they are printed.")
    if starts[0] + len(one.old) > length:
        raise Misquoted(f"“{one.old}” takes in the end of the list item.", "Quote the words before it.")
    return starts[0], starts[0] + len(one.old)


def _change(words: str, start: int, end: int, one: Quotation) -> tuple[int, int, Content]:
    """Return from where to where words go, and what takes their place."""
    new = plain(one.new)
    match one.way:
        case "after":
            return end, end, (Text(_space(words[:end], new)), *one.new)
        case "before":
            return start, start, (*one.new, Text(_space(new, words[start:])))
        case "omitting":
            left, right = words[:start].rstrip(" "), words[end:].lstrip(" ")
            return len(left), len(words) - len(right), (Text(_space(left, right)),)
        case _:
            return start, end, one.new


def _space(before: str, after: str) -> str:
    """Return what stands between two runs of words."""
    return " " if before and after and after[0] not in CLOSING and before[-1] not in OPENING else ""


def cut(content: Content, start: int, end: int) -> Content:
    """Return the words from one sign to another. Raises `Misquoted` where that cuts a reference, a value, a term or a blank."""
    kept: list[Inline] = []
    at = 0
    for inline in content:
        words = plain((inline,))
        begins, ends = max(start - at, 0), min(end - at, len(words))
        if (begins, ends) == (0, len(words)) and (words or start <= at < end):
            kept.append(inline)
        elif begins < ends:
            kept.append(_cut(inline, words, begins, ends))
        at += len(words)
    return tuple(kept)


def _cut(inline: Inline, words: str, start: int, end: int) -> Inline:
    match inline:
        case Text():
            whole = next((atom for atom in _atoms_cut(words, (start, end)) if atom), "")
            if whole:
                raise _cutting(whole)
            return Text(words[start:end])
        case Strong(content=held):
            return Strong(cut(held, start, end))
        case _:
            raise _cutting(words)


def _atoms_cut(words: str, where: tuple[int, int]) -> Iterator[str]:
    """Yield the words and figures that are cut, if they are cut there."""
    at = 0
    for atom in atoms((Text(words),)):
        own = plain((atom,))
        if not own.isspace() and any(at < one < at + len(own) for one in where):
            yield own
        at += len(own)


def _cutting(words: str) -> Misquoted:
    return Misquoted(f"The quotation cuts “{words}”.", "Quote the whole of it, or none of it.")


def quotable(words: str) -> bool:
    """Return whether words can stand between quotation marks without the reader losing count of those inside.

    >>> quotable("the “Board”"), quotable("the “Board"), quotable(" x")
    (True, False, False)
    """
    depth = 0
    for sign in words:
        depth += (sign == "“") - (sign == "”")
        if depth < 0:
            return False
    return depth == 0 and bool(words) and words == words.strip()
