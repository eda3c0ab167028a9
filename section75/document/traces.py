"""What a text of record does not show: which facts its words print, where its lines came from, and numbers that are not stored.

In: a Document, or one that was read back from Markdown and its traces. Out: `Trace`s, one for each part and block in reading order; or the
Document with them again.

A span counts letters without spaces, so that no way of laying words out can shift it.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from section75.document.index import flat, walk
from section75.document.replacing import replaced
from section75.document.tree import Blank, Block, Definition, Deleted, Document, Inline, Inserted, Part, Strong, Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

Content = tuple[Inline, ...]
Holder = TypeVar("Holder", Part, Block)


@dataclass(frozen=True, slots=True)
class Span:
    """Words that print a fact: its path, and the first of their letters and the one behind the last, spaces left out."""

    start: int
    end: int
    fact: str


@dataclass(frozen=True, slots=True)
class Words:
    """What is known of the words of a heading or a paragraph: which of them print facts, and the fact that each blank lacks."""

    spans: tuple[Span, ...] = ()
    blanks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Trace:
    """What is known of a part or a block. `number` is one that is printed and not stored."""

    origin: str = ""
    number: str = ""
    heading: Words = Words()
    content: Words = Words()


class Mismatch(Exception):  # noqa: N818 - it is an answer to the user, not a fault of the program
    """The traces are not those of the text."""


def traces(document: Document) -> tuple[Trace, ...]:
    """Return the traces of a document, one for each part and block in reading order."""
    return tuple(_trace(block or part) for part, block, _ in walk(document))


def _trace(holder: Part | Block) -> Trace:
    number = "" if holder.fixed else holder.number
    if isinstance(holder, Part):
        return Trace(number=number, heading=_traced_words(holder.heading))
    return Trace(holder.origin, number, _traced_words(holder.heading), _traced_words(holder.content))


def _traced_words(content: Content) -> Words:
    spans, blanks, letters = [], [], 0
    for inline in flat(content):
        if isinstance(inline, Blank):
            blanks.append(inline.fact)
        if isinstance(inline, Text):
            start, letters = letters, letters + _letters(inline.words)
            if inline.fact and letters > start:
                spans.append(Span(start, letters, inline.fact))
    return Words(tuple(spans), tuple(blanks) if any(blanks) else ())


def _letters(words: str) -> int:
    return len("".join(words.split()))


# ------------------------------------------------------------------ put back


def traced(document: Document, found: Iterable[Trace]) -> Document:
    """Return a document with what its traces tell. Raises `Mismatch` where they are not its own."""
    waiting = iter(found)
    made = replaced(document, parts=tuple(_holder(part, waiting) for part in document.parts))
    if next(waiting, None) is not None:
        raise Mismatch
    return made


def _holder(holder: Holder, waiting: Iterator[Trace]) -> Holder:
    trace = next(waiting, None)
    if trace is None:
        raise Mismatch
    number = holder.number if holder.fixed else trace.number
    heading = _with_facts(holder.heading, trace.heading)
    if isinstance(holder, Part):
        return replaced(holder, number=number, heading=heading, children=tuple(_holder(child, waiting) for child in holder.children))
    return replaced(
        holder,
        number=number,
        heading=heading,
        content=_with_facts(holder.content, trace.content),
        children=tuple(_holder(child, waiting) for child in holder.children),
        origin=trace.origin,
    )


def _with_facts(content: Content, known: Words) -> Content:
    cutting = _Cutting(list(known.spans), list(known.blanks))
    made = tuple(cutting.inlines(content))
    if cutting.spans or cutting.blanks:
        raise Mismatch
    return made


@dataclass(slots=True)
class _Cutting:
    """The words of one paragraph, as far as they have been cut: the spans and blanks still to come, and the letters passed."""

    spans: list[Span]
    blanks: list[str]
    letters: int = 0

    def inlines(self, content: Content) -> Iterator[Inline]:
        """Yield the content, words that print a fact as a text of their own."""
        for inline in content:
            match inline:
                case Text():
                    yield from self._texts(inline.words)
                case Blank(label=label) if self.blanks:
                    yield Blank(label, self.blanks.pop(0))
                case Strong(content=held) | Definition(content=held) | Inserted(content=held) | Deleted(content=held):
                    yield type(inline)(tuple(self.inlines(held)))
                case _:
                    yield inline

    def _texts(self, words: str) -> Iterator[Text]:
        end = self.letters + _letters(words)
        while self.spans and self.spans[0].start < end:
            span = self.spans.pop(0)
            if not self.letters <= span.start < span.end <= end:
                raise Mismatch
            before, words = _parted(words, span.start - self.letters, trailing=True)
            value, words = _parted(words, span.end - span.start, trailing=False)
            self.letters = span.end
            yield from (Text(before),) if before else ()
            yield Text(value, span.fact)
        self.letters = end
        yield from (Text(words),) if words else ()


def _parted(words: str, letters: int, *, trailing: bool) -> tuple[str, str]:
    """Return words cut behind so many letters; spaces there stay with the first part if `trailing`."""
    at = 0
    while letters or (trailing and at < len(words) and words[at].isspace()):
        letters -= not words[at].isspace()
        at += 1
    return words[:at], words[at:]
