"""Inline content as house Markdown: every sign of the house that is only words gets a backslash.

In: inline content. Out: one line of Markdown, which the reader turns into the same content.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.document.tree import (
    Blank,
    Both,
    Definition,
    Deleted,
    Inline,
    Inserted,
    Note,
    Reference,
    Strong,
    Text,
)
from section75.text.markup.signs import AFTER_A_MARKER, encoded, refusal

if TYPE_CHECKING:
    from collections.abc import Iterator

SIGNS: Final = re.compile(r"[\\*\[\]{}`|]|<(?=[A-Za-z/!?]|$)|&(?=[#A-Za-z]\w*;|$)|!$")
IN_A_NOTE: Final = re.compile(r"[\\{}|*]")
SIGN: Final = re.compile(r"[!-/:-@\[-`{-~•▪◦○●‣·]")
SIGN_OR_FIGURE: Final = re.compile(f"{SIGN.pattern}|[0-9]")
FIRST_BULLET: Final = re.compile(r"^●")
RESERVED: Final = re.compile(r"(?:Table|Figure):(?= |$)")


def marked(content: tuple[Inline, ...], *, bold: bool = False) -> str:
    """Return content as Markdown; inside `bold` words further bold is not written."""
    return "".join(_marks(_joined(content), bold=bold))


def _joined(content: tuple[Inline, ...]) -> list[Inline]:
    """Return content without the paths of facts, its neighbouring words joined."""
    joined: list[Inline] = []
    for one in content:
        inline = one.new if isinstance(one, Both) else one
        match joined[-1] if joined else None, inline:
            case Text(words=before), Text(words=words):
                joined[-1] = Text(before + words)
            case Strong(content=before_it), Strong(content=words_in_it):
                joined[-1] = Strong((*before_it, *words_in_it))
            case _:
                joined.append(inline)
    return joined


def _marks(inlines: list[Inline], *, bold: bool) -> Iterator[str]:
    for number, inline in enumerate(inlines):
        match inline:
            case Text(words=words):
                yield _words(words, inlines[number + 1 : number + 2])
            case Strong(content=content) if bold:
                yield marked(content, bold=True)
            case Definition(content=content) if bold:
                yield f"“{marked(content, bold=True)}”"
            case Strong(content=content):
                yield f"**{marked(content, bold=True)}**"
            case Definition(content=content):
                yield f"“**{marked(content, bold=True)}**”"
            case Reference(target=target, label=label, was=was):
                older = f' "{escaped(was)}"' if was else ""
                yield f"[{FIRST_BULLET.sub(_escape, escaped(label))}](#{target}{older})"
            case Blank(label=label):
                yield f"[● {escaped(label)}]"
            case Note(words=words):
                yield f"{' ' if number else ''}{{>>{IN_A_NOTE.sub(_escape, _line(words))}<<}}"
            case Inserted(content=content):
                yield f"{{++{marked(content, bold=bold)}++}}"
            case Deleted(content=content):
                yield f"{{--{marked(content, bold=bold)}--}}"


def _words(words: str, after: list[Inline]) -> str:
    """Return words escaped; a quotation mark before bold would make a definition of it."""
    text = escaped(words)
    return f"{text[:-1]}\\“" if text.endswith("“") and after and isinstance(after[0], Strong) else text


def _line(words: str) -> str:
    return re.sub(r"\s+", " ", words)


def escaped(words: str) -> str:
    r"""Return words in which every sign of the house is only a sign.

    >>> escaped("[x] & *y*")
    '\\[x\\] & \\*y\\*'
    """
    return SIGNS.sub(_escape, _line(words))


def _escape(sign: re.Match[str]) -> str:
    return f"\\{sign[0]}"


def guarded(line: str) -> str:
    r"""Return a line of Markdown that begins no other block than it is.

    >>> guarded("(a) the Council")
    '\\(a) the Council'
    """
    begins_a_block = refusal(encoded(line), AFTER_A_MARKER) or RESERVED.match(line)
    return SIGN.sub(_escape, line, count=1) if begins_a_block else line


def unmistaken(line: str, number: re.Pattern[str]) -> str:
    r"""Return a heading whose first words are not taken for its printed number.

    >>> unmistaken("3 year plan", re.compile("[0-9]+ "))
    '\\3 year plan'
    """
    return SIGN_OR_FIGURE.sub(_escape, line, count=1) if number.match(line) else line


def cell_words(content: tuple[Inline, ...]) -> str:
    """Return the content of a cell."""
    return marked(content).strip(" ")
