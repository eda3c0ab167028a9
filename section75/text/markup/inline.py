"""The marks inside a paragraph: bold, definitions, references, blanks, notes and tracked changes.

In: the words of a block, read by Python-Markdown's inline step with the processors below. Out: elements, one a mark,
and from them the `Inline`s of the tree.

The order of the processors is their nesting: what a note or a reference holds is words; a change may hold them and bold.
What none of them takes is refused.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element

from markdown.inlinepatterns import InlineProcessor
from markdown.util import AtomicString

if TYPE_CHECKING:
    import re

    from markdown import Markdown

TAG: Final = r"<[A-Za-z/!?]"
ENTITY: Final = r"&(?:\#[0-9]+|\#x[0-9A-Fa-f]+|[A-Za-z][A-Za-z0-9]+);"
WORD: Final = rf"(?:[^\[\]*{{}}<&`\x02]|(?!{TAG})<|(?!{ENTITY})&|\x02[0-9]+\x03)"
LEAVES: Final = (
    r"(?P<note>\{>>(?P<remark>.+?)<<\})"
    rf"|(?P<blank>\[● *(?P<missing>{WORD}+)\])"
    rf"|(?P<reference>\[(?P<label>{WORD}*)\]\(\#(?P<target>[^()\s]+)(?: \"(?P<was>{WORD}*?)\")?\))"
)
CHANGES: Final = r"(?P<inserted>\{\+\+(?P<new>.+?)\+\+\})|(?P<deleted>\{--(?P<old>.+?)--\})"
BOLD: Final = r"(?P<definition>“\*\*(?P<term>[^*]+)\*\*”)|(?P<strong>\*\*(?P<words>[^*]+)\*\*)"
REFUSED: Final = (
    r"(?P<picture>!\[[^\[\]]*\]?(?:\([^()]*\))?)"
    r"|(?P<footnote>\[\^[^\[\]]*\]?)"
    r"|(?P<link>\[[^\[\]]*\]\([^()]*\)?)"
    r"|(?P<bracket>\[[^\[\]]*\]?|\])"
    r"|(?P<code>`+[^`]*`*)"
    r"|(?P<star>\*+[^*]*\**)"
    r"|(?P<brace>\{[^{}]*\}?|\})"
    rf"|(?P<tag>{TAG}[^<>]*>?)"
    rf"|(?P<entity>{ENTITY})"
)
FAULTS: Final = {
    "picture": ("A picture stands in the words.", "Put it on a line of its own: ![what it shows](picture:name)."),
    "footnote": ("A footnote is written here.", "There are no footnotes: put the words in the text or in a note {>>…<<}."),
    "link": ("This is no reference.", "Write [words](#name); there are no links to other places."),
    "bracket": ("A square bracket stands alone.", r"Write a blank as [● what is missing], or \[ for the sign."),
    "code": ("A code sign stands here.", r"There is no code: leave it out, or write \`."),
    "star": ("A star stands alone.", r"Write **bold**; there are no italics. For the sign write \*."),
    "brace": (
        "A brace stands alone.",
        r"Write {#name} at the very end of the block, {>>a note<<}, {++new++}, {--old--}, or \{ for the sign.",
    ),
    "tag": ("An HTML tag stands here.", r"There is no HTML: leave it out, or write \<."),
    "entity": ("An HTML entity stands here.", r"Write the sign itself, or \& before it."),
}


class Leaves(InlineProcessor):
    """Notes, blanks and references: their words hold no further marks."""

    def __init__(self, md: Markdown) -> None:
        """Look for all three at once."""
        super().__init__(LEAVES, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's name
        """Return the mark with its words."""
        element = Element(m.lastgroup or "", {"target": m["target"] or "", "was": m["was"] or ""})
        element.text = AtomicString(m["remark"] or m["missing"] or m["label"] or "")
        return element, m.start(), m.end()


class Holders(InlineProcessor):
    """Marks whose words may hold the marks of later processors: changes, then bold."""

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's name
        """Return the mark with the words it holds."""
        element = Element(m.lastgroup or "")
        element.text = next(words for name, words in m.groupdict().items() if words and name != m.lastgroup)
        return element, m.start(), m.end()


class Refused(InlineProcessor):
    """Signs that belong to no mark of the house."""

    def __init__(self, md: Markdown) -> None:
        """Look for all of them at once."""
        super().__init__(REFUSED, md)

    def handleMatch(self, m: re.Match[str], data: str) -> tuple[Element, int, int]:  # type: ignore[override]  # noqa: ARG002, N802 - Python-Markdown's name
        """Return the signs, to be reported when their place is known."""
        element = Element("refused", {"sign": m.lastgroup or ""})
        element.text = AtomicString(m[0].split("\x02", 1)[0])
        return element, m.start(), m.end()
