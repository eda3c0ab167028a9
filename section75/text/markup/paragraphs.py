"""One paragraph while its lines come in, and what it is once they have all come.

In: the line a paragraph begins on, and those that continue it. Out: an element with its kind, words, end and name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, SubElement

from section75.text.markup.signs import AFTER_A_MARKER, BEGINNINGS, DEFINED, refusal
from section75.text.markup.tails import Tail, ended, parted

if TYPE_CHECKING:
    from section75.text.markup.reading import Line, Reading

WORDS: Final = "paragraph"
"""The tag of unnumbered words until it is known what they are."""
SAID: Final = ("words", "closing", "definition")
ENDED: Final = ("item", "bullet", "closing", "definition")


@dataclass(slots=True)
class Paragraph:
    """Words that may go on; `further` is the indent at which their next line stands."""

    element: Element
    parent: Element
    line: Line
    further: int
    words: list[str] = field(default_factory=list)

    def close(self, reading: Reading) -> None:
        """Settle what the paragraph is, now that all its words are here."""
        words, tail = parted(" ".join(self.words), self.line, reading)
        element = self.element
        if element.tag == WORDS:
            element.tag = _kind(self, words, tail)
        roles = tuple(role for role in tail.roles if role != element.tag)
        if roles and not reading.record:
            reading.fault(
                self.line,
                self.line.raw.rfind("{"),
                f"“{roles[0]}” is no class of a paragraph.",
                "Write {.words} or {.closing}, or leave it out.",
            )
        if not words and any(self.words):
            reading.fault(self.line, self.line.indent, "There are no words here.", "Write the words before the name.")
        if element.tag in ENDED:
            words, end = ended(words)
            element.set("end", end)
        named(element, tail, " ".join(roles))
        element.set("lines", str(len(self.words)))
        spoken(element, "words", words)


def _kind(paragraph: Paragraph, words: str, tail: Tail) -> str:
    """Return what unnumbered words are: what their class says, or else what their place does."""
    said = [role for role in tail.roles if role in SAID]
    if said:
        return said[0]
    if DEFINED.match(words):
        return "definition"
    if paragraph.further:
        return "closing"
    before = paragraph.parent[list(paragraph.parent).index(paragraph.element) - 1] if len(paragraph.parent) > 1 else None
    return "closing" if before is not None and before.tag in ("item", "closing") else "words"


def named(element: Element, tail: Tail, role: str) -> None:
    """Give an element what its braces say."""
    element.set("id", tail.name)
    element.set("role", role)
    if tail.number:
        element.set("number", tail.number)
        element.set("fixed", "yes")
    element.set("change", tail.change)
    for name, older in tail.was:
        element.set(f"was-{name}", older)


def spoken(element: Element, tag: str, words: str) -> None:
    """Give an element words, in which Python-Markdown then finds the inline marks."""
    SubElement(element, tag).text = words


def begun(words: str, line: Line, reading: Reading, *, marked: bool) -> str:
    """Return words without what may not begin them, which is a fault; `marked` words follow a marker on their line."""
    found = refusal(words, AFTER_A_MARKER if marked else BEGINNINGS)
    if not found:
        return words
    one, match = found
    sign = match[0].strip()
    reading.fault(line, max(line.raw.find(sign), line.indent), one.message.replace("{}", sign), one.remedy)
    return words[match.end() :]
