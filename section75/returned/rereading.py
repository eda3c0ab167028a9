"""Their words read into our content: what they left alone stays what it was, and each thing they changed is told by itself.

In: a line as sent, and the words that stand there now. Out: `Reread`: the new content, in which untouched references and facts are still
references and facts; the values they changed, the references they typed over, and whether words of the text itself are changed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from difflib import SequenceMatcher
from itertools import pairwise
from typing import TYPE_CHECKING, Final, cast, get_args

from section75.document.tree import Blank, Ending, Note, Reference, Strong, Text
from section75.returned.marks import tidied
from section75.returned.sent import CROSSING, canonical, visible
from section75.text.reading_back import fill_in, read_back

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.tree import Inline
    from section75.returned.sent import Line

TOKEN: Final = re.compile(r"\ue003[^\ue005]*\ue005|[£]?\d+(?:[,.]\d+)*(?:%|[km]\b)?|\w+(?:[’'-]\w+)*|\s|.", re.DOTALL)
"""A word, a figure with its signs, a whole cross-reference, a space, or one other sign."""
ENDS: Final = tuple(sorted((end for end in get_args(Ending) if end), key=len, reverse=True))


@dataclass(frozen=True, slots=True)
class Changed:
    """A fact or a reference that prints other words now.

    `proposed` is what the facts may have to say for it, the likeliest first.
    """

    old: str
    new: str
    fact: str = ""
    target: str = ""
    proposed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reread:
    """What a line says now."""

    content: tuple[Inline, ...]
    end: Ending
    values: tuple[Changed, ...] = ()
    references: tuple[Changed, ...] = ()
    text: bool = False
    """Whether anything else is changed."""


@dataclass(frozen=True, slots=True)
class _Span:
    """Where an inline stands in the words, and what is strong around it."""

    start: int
    end: int
    inline: Inline
    strong: bool = False


@dataclass(frozen=True, slots=True)
class _Edit:
    """Words `[start:end]` as sent that are `[new_start:new_end]` now."""

    start: int
    end: int
    new_start: int
    new_end: int


def reread(line: Line, words: str) -> Reread:
    """Read what stands in the place of a line."""
    sent, spans = _laid_out(line)
    now = tidied(words)
    edits, delta = _edits(sent, now)
    changed = [(span, *found) for span in spans if (found := _replaced(span, sent, now, edits))]
    told = [edit for _, _, edit in changed]
    rest = [edit for edit in edits if not any(one.start <= edit.start and edit.end <= one.end for one in told)]
    content, end = _rebuilt(now, spans, _Map(edits, delta), changed)
    values = tuple(one for span, one, _ in changed if one.fact)
    references = tuple(one for span, one, _ in changed if one.target)
    return Reread(content, end, values, references, bool(rest))


def edited(old: str, new: str) -> Iterator[tuple[int, int, str]]:
    """Yield what is changed between two lines that are compared: where in the old one, and the words there now."""
    for edit in _edits(old, new)[0]:
        yield edit.start, edit.end, new[edit.new_start : edit.new_end]


# ------------------------------------------------------------------ as sent


def _laid_out(line: Line) -> tuple[str, list[_Span]]:
    """Return the words of a line, tidied, and where each inline stands in them."""
    raw, spans = "", []
    for inline, strong in _atoms(line.content):
        words = canonical((inline,))
        before = len(_led(raw))
        raw = _led(raw) + words
        spans.append(_Span(before, len(raw), inline, strong))
    words = tidied(raw + line.end)
    return (words, spans) if words.startswith(tidied(raw)) and tidied(raw) == raw.strip() else (words, _found_again(words, spans, raw))


def _led(raw: str) -> str:
    return raw.lstrip() if raw.strip() else ""


def _found_again(words: str, spans: list[_Span], raw: str) -> list[_Span]:
    """Return the spans where spaces had to be tidied: each inline is looked for in turn."""
    found, place = [], 0
    for span in spans:
        said = tidied(raw[span.start : span.end])
        start = words.find(said, place) if said else -1
        if start >= 0:
            place = start + len(said)
            found.append(_Span(start, place, span.inline, span.strong))
    return found


def _atoms(content: tuple[Inline, ...], *, strong: bool = False) -> Iterator[tuple[Inline, bool]]:
    for inline in content:
        if isinstance(inline, Strong):
            yield from _atoms(inline.content, strong=True)
        elif not isinstance(inline, Note):
            yield inline, strong


# ------------------------------------------------------------------ what is changed


class _Map:
    """From a place in the words as sent to the place in the words now, where nothing is changed."""

    def __init__(self, edits: list[_Edit], size: tuple[int, int]) -> None:
        between = pairwise([_Edit(0, 0, 0, 0), *edits, _Edit(size[0], size[0], size[1], size[1])])
        self.same = [(before.end, after.start, before.new_end) for before, after in between if after.start > before.end]


def _edits(sent: str, now: str) -> tuple[list[_Edit], tuple[int, int]]:
    """Return what is changed, token by token, in signs."""
    old, new = TOKEN.findall(sent), TOKEN.findall(now)
    at, to = _offsets(old), _offsets(new)
    codes = SequenceMatcher(None, old, new, autojunk=False).get_opcodes()
    edits = [_Edit(at[i], at[j], to[k], to[m]) for code, i, j, k, m in codes if code != "equal"]
    return _joined(edits, sent), (len(sent), len(now))


def _offsets(tokens: list[str]) -> list[int]:
    places = [0]
    for token in tokens:
        places.append(places[-1] + len(token))
    return places


def _joined(edits: list[_Edit], sent: str) -> list[_Edit]:
    """Return the edits, two that only a space parts as one."""
    joined: list[_Edit] = []
    for edit in edits:
        if joined and not sent[joined[-1].end : edit.start].strip():
            joined[-1] = _Edit(joined[-1].start, edit.end, joined[-1].new_start, edit.new_end)
        else:
            joined.append(edit)
    return joined


def _replaced(span: _Span, sent: str, now: str, edits: list[_Edit]) -> tuple[Changed, _Edit] | None:
    """Return what a fact or a reference says now, if it is changed and nothing beside it is."""
    inline = span.inline
    if not (isinstance(inline, Reference) or (isinstance(inline, Text | Blank) and inline.fact)):
        return None
    touched = [edit for edit in edits if edit.start < span.end and edit.end > span.start]
    if not touched:
        return None
    first, last = touched[0], touched[-1]
    before = sent[first.start : span.start] if first.start < span.start else ""
    after = sent[span.end : last.end] if last.end > span.end else ""
    start = first.new_start - max(first.start - span.start, 0)
    end = last.new_end + max(span.end - last.end, 0)
    words = now[start:end]
    if not (words.startswith(before) and words.endswith(after) and len(words) >= len(before) + len(after)):
        return None
    new = words[len(before) : len(words) - len(after)]
    whole = _Edit(min(first.start, span.start), max(last.end, span.end), start, end)
    if isinstance(inline, Reference):
        return Changed(inline.label, visible(new), target=inline.target), whole
    old, new = sent[span.start : span.end], visible(new)
    proposed = fill_in(new) if isinstance(inline, Blank) else read_back(old, new)
    return (Changed(old, new, fact=inline.fact, proposed=proposed), whole) if proposed else None


# ------------------------------------------------------------------ as it reads now


def _rebuilt(now: str, spans: list[_Span], kept: _Map, changed: list[tuple[_Span, Changed, _Edit]]) -> tuple[tuple[Inline, ...], Ending]:
    """Return the new content and its end."""
    laid: list[tuple[int, int, Inline, bool]] = []
    for start, end, new in kept.same:
        for span in spans:
            low, high = max(start, span.start), min(end, span.end)
            if low < high:
                laid.append((new + low - start, new + high - start, _part(span, low, high), span.strong))
    for span, one, edit in changed:
        if one.fact and one.new:
            place = now.find(one.new, edit.new_start, edit.new_end)
            laid = [entry for entry in laid if entry[1] <= place or entry[0] >= place + len(one.new)] if place >= 0 else laid
            laid += [(place, place + len(one.new), Text(one.new, one.fact), span.strong)] if place >= 0 else []
    _, ending = parted(now)
    return _filled(now[: len(now) - len(ending)], sorted(laid, key=lambda entry: entry[:2])), ending


def _part(span: _Span, low: int, high: int) -> Inline:
    """Return what stands in a part of a span: the inline itself if it is whole, else its words there."""
    if (low, high) == (span.start, span.end):
        return span.inline
    words = canonical((span.inline,))
    if isinstance(span.inline, Text) and not span.inline.fact:
        return Text(words[low - span.start : high - span.start])
    return Text(visible(words[low - span.start : high - span.start]))


def _filled(now: str, laid: list[tuple[int, int, Inline, bool]]) -> tuple[Inline, ...]:
    """Return the inlines in order, with plain words where none stands."""
    made: list[tuple[Inline, bool]] = []
    place = 0
    for start, end, inline, strong in laid:
        if start < place or end > len(now):
            continue
        made += [(one, False) for one in plain_content(now[place:start])]
        made.append((inline, strong))
        place = end
    made += [(one, False) for one in plain_content(now[place:])]
    return _merged(made)


def plain_content(words: str) -> tuple[Inline, ...]:
    """Return words of a file as content, with the cross-references in them."""
    made: list[Inline] = []
    place = 0
    for found in CROSSING.finditer(words):
        made += [Text(words[place : found.start()])] if found.start() > place else []
        made.append(Reference(found[1], found[2]))
        place = found.end()
    return tuple([*made, Text(words[place:])] if place < len(words) else made)


def parted(words: str) -> tuple[tuple[Inline, ...], Ending]:
    """Return words of a paragraph of a file as content, and the punctuation that ends it."""
    ending = next((one for one in ENDS if words.endswith(one)), "")
    return plain_content(words[: len(words) - len(ending)]), cast("Ending", ending)


def _merged(made: list[tuple[Inline, bool]]) -> tuple[Inline, ...]:
    """Return content in its normal form: neighbouring plain words are one, and so are neighbouring strong ones."""
    content: list[Inline] = []
    for inline, strong in made:
        one: Inline = Strong((inline,)) if strong else inline
        before = content[-1] if content else None
        if isinstance(one, Strong) and isinstance(before, Strong):
            content[-1] = Strong(_merged([(part, False) for part in (*before.content, *one.content)]))
        elif isinstance(one, Text) and isinstance(before, Text) and not one.fact and not before.fact:
            content[-1] = Text(before.words + one.words)
        else:
            content.append(one)
    return tuple(content)
