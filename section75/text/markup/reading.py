"""One text while it is read: its lines with their numbers, what its tokens print, and the faults found so far.

In: a source, perhaps with line marks and tokens. Out: `Reading`, which the steps of the reader share.
Signs that nobody can see are refused here, so that later steps meet only words and the signs of house Markdown.
"""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from section75.document.replacing import replaced
from section75.document.tree import Inline, plain
from section75.problems import Place, Problem
from section75.text.markup.signs import ETX, LAST_MARK, MARK, STX, TOKEN, encoded

if TYPE_CHECKING:
    from collections.abc import Sequence

MARKS: Final = re.compile(f"[{chr(MARK)}-{chr(LAST_MARK)}]")
FIRST_MARK: Final = re.compile(f"[\\s{chr(MARK)}-{chr(LAST_MARK)}]*?([{chr(MARK)}-{chr(LAST_MARK)}])")
HIDDEN: Final = re.compile(r"[^\S ]|[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]")
PRIVATE: Final = re.compile("[\ue000-\uf8ff\U000f0000-\U0010ffff\ud800-\udfff]")
ENCODED: Final = re.compile(f"{STX}([0-9]+){ETX}")
TAB: Final = ("A tab stands here.", "Write spaces; four of them indent by a level.")
VISIBLE: Final = "Type it again; a space is a plain space."


@dataclass(frozen=True, slots=True)
class Line:
    """A line: its place in the reading, its number in the file, its words as typed, and these with escaped signs out of the way."""

    index: int
    number: int
    raw: str
    text: str

    @property
    def indent(self) -> int:
        """The number of spaces before the first word."""
        return len(self.text) - len(self.text.lstrip(" "))

    @property
    def words(self) -> str:
        """The line without the spaces around it."""
        return self.text.strip(" ")


class Asked(Exception):  # noqa: N818 - nothing is wrong
    """Somebody wants to know what a token prints, and it is not known yet."""


@dataclass(slots=True)
class Reading:
    """The text, as far as it has been read. `record` says that it is a document of record, not a template."""

    file: str
    printed: Sequence[Inline | tuple[Inline, ...] | None] = ()
    """What its tokens stand for, by index; nothing, while a text is read for whatever they may."""
    record: bool = False
    lines: list[Line] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    found: dict[int, tuple[int, int]] = field(default_factory=dict)
    """Where the latest fault in the words of a block was found, by the first line of the block: a line, and an offset."""

    def take(self, source: str) -> None:
        """Cut the source into lines, note what is hidden in them, and keep them."""
        source = source.removeprefix("\ufeff").replace("\r\n", "\n")
        marked = not self.record and MARKS.search(source) is not None
        number = 0
        for index, raw in enumerate(source.split("\n")):
            mark = FIRST_MARK.match(raw) if marked else None
            number = ord(mark[1]) - MARK if mark else index + 1 if not marked else max(number, 1)
            words = (MARKS.sub("", raw) if marked else raw).rstrip(" ")
            self.lines.append(self._line(Line(index, number, words, words)))

    def _line(self, line: Line) -> Line:
        if not line.raw.isascii() or not line.raw.isprintable():
            line = self._without_private(self._without_hidden(line))
        text = encoded(line.raw)
        if "\\" in text:
            self.fault(
                line,
                line.raw.find("\\"),
                "A backslash stands before no sign.",
                r"Leave it out, or write two for one that prints: \\.",
            )
        return replaced(line, text=text.replace("\\", ""))

    def _without_hidden(self, line: Line) -> Line:
        found = HIDDEN.search(line.raw)
        if not found:
            return line
        self.fault(line, found.start(), *(TAB if found[0] == "\t" else (f"A hidden sign stands here ({_name(found[0])}).", VISIBLE)))
        return replaced(line, raw=HIDDEN.sub(_plainly, line.raw))

    def _without_private(self, line: Line) -> Line:
        """Refuse private-use signs other than the tokens of things to print."""

        def kept(token: re.Match[str]) -> str:
            return f"{STX}{token[1]}{STX}" if int(token[1]) < len(self.printed) else token[0]

        rest = TOKEN.sub(kept, line.raw)
        if found := PRIVATE.search(rest):
            self.fault(line, line.raw.find(found[0]), f"A private-use sign stands here ({_name(found[0])}).", "Take it out.")
        return replaced(line, raw=re.sub(f"{STX}([0-9]+){STX}", "\ue000\\1\ue001", PRIVATE.sub("", rest)))

    def fault(self, line: Line, offset: int, message: str, remedy: str) -> None:
        """Note a fault at an offset of a line as typed; after a printed fact no column can be known, so it is the first."""
        column = 1 if "\ue000" in line.raw[:offset] else max(offset, 0) + 1
        said = ENCODED.sub(lambda sign: chr(int(sign[1])), self.spelt(message))
        self.problems.append(Problem(Place(self.file, line.number, column), "markup", "error", said, remedy))

    def things(self, index: str) -> tuple[Inline, ...]:
        """Return what the token of an index prints. Raises `Asked` where that is not known yet."""
        thing = self.printed[int(index)]
        if thing is None:
            raise Asked
        return thing if isinstance(thing, tuple) else (thing,)

    def spelt(self, words: str) -> str:
        """Return words with the words of its tokens in their place."""
        return TOKEN.sub(lambda token: plain(self.things(token[1])), words)


def _plainly(sign: re.Match[str]) -> str:
    return "    " if sign[0] == "\t" else " " if sign[0].isspace() else ""


def _name(sign: str) -> str:
    return unicodedata.name(sign, "").lower() or f"U+{ord(sign):04X}"
