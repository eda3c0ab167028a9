"""Quotations found: which words of a paragraph a deed quotes, so that they stand there once and as few as do.

In: the words of a paragraph before and after, and the punctuation that ends it. Out: the `Quotation`s that make the one of the
other, proved by carrying them out; or none, where it is plainer to print the paragraph anew.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Final

from section75.comparison.atoms import atoms, is_word, joined, key, phrases
from section75.comparison.quoting import Misquoted, Quotation, quotable, quoted
from section75.document.tree import plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from section75.comparison.atoms import Content
    from section75.document.tree import Inline

    Quote = Callable[["_Paragraph", "_Edit"], tuple[int, Quotation] | None]

MOST: Final = 4
"""More changes than these in one paragraph are harder to follow than the paragraph itself."""
HALF: Final = 2


@dataclass(frozen=True, slots=True)
class _Edit:
    """Atoms of the old words, by their ordinals, and the atoms that take their place."""

    start: int
    end: int
    new: Content


def quotations(old: Content, new: Content, tail: str) -> tuple[Quotation, ...]:
    """Return the quotations that make one paragraph of another, or nothing if it is plainer to print the paragraph anew."""
    before, after = atoms(old, phrases(new)), atoms(new, phrases(old))
    edits = _edits(before, after)
    if len(edits) > MOST or _much(before, after, edits):
        return ()
    for quote in (_in_few_words, _in_context):
        made = _all(before, tail, edits, quote)
        if made and _do(old, tail, made, joined(new)):
            return made
    return ()


def _do(old: Content, tail: str, made: tuple[Quotation, ...], new: Content) -> bool:
    try:
        return list(map(_same, quoted(old, tail, made))) == list(map(_same, new))
    except Misquoted:
        return False


def _same(inline: Inline) -> object:
    """Return what of an inline is printed and where it leads, whatever fact it prints."""
    return key(inline), plain((inline,))


def _edits(before: Content, after: Content) -> list[_Edit]:
    """Return the edits; those that no more than one word divides are one, since they are read together."""
    matcher = SequenceMatcher(None, list(map(_same, before)), list(map(_same, after)), autojunk=False)
    found: list[list[int]] = []
    for kind, *here in matcher.get_opcodes():
        if kind == "equal":
            continue
        if found and _words(before[found[-1][1] : here[0]]) <= 1:
            found[-1][1], found[-1][3] = here[1], here[3]
        else:
            found.append(here)
    return [_Edit(start, end, after[first:last]) for start, end, first, last in found]


def _much(before: Content, after: Content, edits: Sequence[_Edit]) -> bool:
    """Return whether more than half of the words change."""
    changed = sum(_words(before[edit.start : edit.end]) + _words(edit.new) for edit in edits)
    return changed * HALF > _words(before) + _words(after)


def _words(content: Content) -> int:
    return sum(map(is_word, content))


def _all(before: Content, tail: str, edits: Sequence[_Edit], quote: Quote) -> tuple[Quotation, ...]:
    """Return a quotation for each edit, none reaching into its neighbour; nothing if one has none."""
    made = []
    least = 0
    for edit, following in zip(edits, [*edits[1:], None], strict=True):
        most = following.start if following else len(before)
        found = quote(_Paragraph(before, tail, least, most), edit)
        if found is None:
            return ()
        least = found[0]
        made.append(found[1])
    return tuple(made)


@dataclass(frozen=True, slots=True)
class _Paragraph:
    """The atoms of a paragraph, what ends it, and between which of them a quotation may grow."""

    atoms: Content
    tail: str
    least: int
    most: int

    def once(self, start: int, end: int) -> str:
        """Return the words of some atoms if they can be quoted: they stand there once, and are more than signs and figures."""
        words = plain(self.atoms[start:end])
        whole = plain(self.atoms) + self.tail
        fit = quotable(words) and re.search(r"[^\W\d_]", words)
        return words if fit and len(re.findall(f"(?={re.escape(words)})", whole)) == 1 else ""

    def grown(self, start: int, end: int) -> Iterator[tuple[int, int]]:
        """Yield ever longer spans: one word or sign more at the left, then at the right, in turn; after a bare figure what it counts."""
        yield start, end
        if plain(self.atoms[end - 1 : end]).isdigit() and end + 1 < self.most and self._is_space(end):
            end += 2
            yield start, end
        while start > self.least or end < self.most:
            if start > self.least:
                start -= 1 + (start - 1 > self.least and self._is_space(start - 1))
                yield start, end
            if end < self.most:
                end += 1 + (end + 1 < self.most and self._is_space(end))
                yield start, end

    def _is_space(self, at: int) -> bool:
        return plain(self.atoms[at : at + 1]).isspace()


def _in_context(here: _Paragraph, edit: _Edit) -> tuple[int, Quotation] | None:
    """Quote the old words with as many around them as make them stand there once, and the new ones with the same."""
    for start, end in here.grown(edit.start, edit.end):
        words = here.once(start, end)
        new = joined((*here.atoms[start : edit.start], *edit.new, *here.atoms[edit.end : end]))
        if words and quotable(plain(new)):
            return end, Quotation("replacing", words, new)
    return None


def _in_few_words(here: _Paragraph, edit: _Edit) -> tuple[int, Quotation] | None:
    """Quote only what goes, or the words after which something comes, where the change is no more than that."""
    if not edit.new:
        words = plain(here.atoms[edit.start : edit.end]).strip()
        once = quotable(words) and len(re.findall(f"(?={re.escape(words)})", plain(here.atoms) + here.tail)) == 1
        return (edit.end, Quotation("omitting", words)) if once and re.search(r"[^\W\d_]", words) else _in_context(here, edit)
    if edit.start < edit.end:
        return _in_context(here, edit)
    return _inserted(here, edit) or _in_context(here, edit)


def _inserted(here: _Paragraph, edit: _Edit) -> tuple[int, Quotation] | None:
    new = _bare(edit.new)
    if not quotable(plain(new)):
        return None
    if edit.start == 0:
        spans = ((0, end) for end in range(1, here.most + 1))
        return next(((end, Quotation("before", words, new)) for _, end in spans if (words := here.once(0, end))), None)
    at = edit.start - (plain(here.atoms[edit.start - 1 : edit.start]) == " ")
    starts = range(at - 1, here.least - 1, -1)
    return next(((edit.end, Quotation("after", words, new)) for start in starts if (words := here.once(start, at))), None)


def _bare(content: Content) -> Content:
    """Return words without the spaces at their two ends."""
    kept = list(content)
    while kept and plain((kept[0],)).isspace():
        kept.pop(0)
    while kept and plain((kept[-1],)).isspace():
        kept.pop()
    return joined(kept)
