"""What a returned file proposes, set against the paper as it is drafted now: which of its changes still mean something there.

In: the events, the text as sent, and the paper drafted from today's facts. Out: `Wish`es: what the draft would have to say, block by block.
A draft is compared with another block by block; where anything else changes, a proposal is not what they wrote.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, Final

from section75.document.tree import Blank, Definition, Reference, Strong, Text
from section75.returned.marks import tidied
from section75.returned.sent import Sent, canonical, visible

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from section75.document.tree import Document, Inline
    from section75.problems import Place
    from section75.returned.event import Event

PASSED: Final = ("strip", "blanks")
"""Parts that tell what a draft still lacks: they change with every fact."""


class Now:
    """A paper as it is drafted now."""

    def __init__(self, document: Document, sent: Sent) -> None:
        """Take its lines, which have numbers as the text as sent has them."""
        self.lines = Sent(document).lines
        self._sent = sent

    @cached_property
    def _by_words(self) -> Mapping[tuple[str, str], list[str]]:
        found: dict[tuple[str, str], list[str]] = {}
        for key, line in self.lines.items():
            found.setdefault((line.words, line.clause.id), []).append(key)
        return found

    def key(self, sent_key: str) -> str:
        """Return the line that says now what a line said when it was sent, or nothing where it is said no more or more than once."""
        line = self._sent.lines[sent_key]
        here = self.lines.get(sent_key)
        if here and here.words == line.words and here.clause.id == line.clause.id:
            return sent_key
        found = self._by_words.get((line.words, line.clause.id), [])
        return found[0] if len(found) == 1 else ""

    def place(self, key: str) -> Place | None:
        """Return the line of the template from which a line was drafted."""
        return self.lines[key].node.place

    def prints(self, fact: str, words: str) -> bool:
        """Whether the draft prints a fact in those words."""
        return any(inline_fact(one) == fact and _said(one) == words for line in self.lines.values() for one in _flat(line.content))


@dataclass(frozen=True, slots=True)
class Wish:
    """What lines of the draft are to say: by bookmark, the words as they are compared."""

    words: Mapping[str, str]


def stated_otherwise(now: Now, fact: str, old: str, new: str) -> Wish:
    """Return what the draft would say if a fact were printed in other words wherever it is printed in those."""
    wanted = {}
    for key, line in now.lines.items():
        changed = _with_fact(line.content, fact, old, new)
        if changed != line.content:
            wanted[key] = tidied(canonical(changed) + line.end)
    return Wish(wanted)


def departures(before: Now, after: Now, wish: Wish) -> Iterator[str]:
    """Yield the places where a draft says other than was wished; what was wished for and all else as before is no departure."""
    for key in dict.fromkeys([*before.lines, *after.lines]):
        line, now = before.lines.get(key), after.lines.get(key)
        told = line or now
        if told is None or told.part.kind in PASSED:
            continue
        wanted = wish.words.get(key, line.words if line else None)
        if now is None or now.words != wanted:
            yield told.place


def unfulfilled(after: Now, wish: Wish) -> Iterator[str]:
    """Yield the places where a draft does not say what was wished."""
    for key, wanted in wish.words.items():
        if key not in after.lines or after.lines[key].words != wanted:
            yield after.lines[key].place if key in after.lines else "the text"


def inline_fact(inline: Inline) -> str:
    """Return the path of the fact that an inline prints, or nothing."""
    return inline.fact if isinstance(inline, Text | Blank) else ""


def printed_at(sent: Sent, event: Event) -> list[str]:
    """Return the other places where the fact of an event was printed, in the order of the text."""
    return list(
        dict.fromkeys(
            line.place
            for key, line in sent.lines.items()
            if key != event.key and line.part.kind not in PASSED and any(inline_fact(one) == event.fact for one in _flat(line.content))
        )
    )


def _flat(content: tuple[Inline, ...]) -> Iterator[Inline]:
    for inline in content:
        if isinstance(inline, Strong | Definition):
            yield from _flat(inline.content)
        else:
            yield inline


def _said(inline: Inline) -> str:
    return tidied(visible(canonical((inline,))))


def _with_fact(content: tuple[Inline, ...], fact: str, old: str, new: str) -> tuple[Inline, ...]:
    made: list[Inline] = []
    for inline in content:
        if isinstance(inline, Strong | Definition):
            made.append(type(inline)(_with_fact(inline.content, fact, old, new)))
        elif not isinstance(inline, Reference) and inline_fact(inline) == fact and _said(inline) == old:
            made.append(Text(new, fact))
        else:
            made.append(inline)
    return tuple(made)
