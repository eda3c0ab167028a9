"""Their words put into the line of the template that printed ours, so that all that the line prints from facts stays live.

In: a line of the template, what it printed and what stands there now. Out: the line with their words, or nothing where it cannot be said
which of its words they mean. Whether the new line prints what they wrote is for a draft to prove.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.returned.rereading import TOKEN, edited
from section75.returned.sent import CROSSING
from section75.writers.markdown.marked import escaped

if TYPE_CHECKING:
    from collections.abc import Iterator

FARTHEST: Final = 12
"""How many words before and after a change are looked at to find it in the line."""
NO_WORDS: Final = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\]\(#[^)]*\)|\{[#.][^}]*\}|<!--.*?-->")
"""What is no words in a line: facts, choices, names, and what references point at."""
COMMANDS: Final = ("{{", "{%", "<!--", "{#")


def patched(line: str, old: str, new: str) -> str:
    """Return a template line in which the words that changed between what it printed and what stands there are theirs; or nothing."""
    for start, end, now in reversed(list(edited(old, new))):
        words = _written(now)
        place = _place(line, old, start, end)
        if place is None or words is None:
            return ""
        line = f"{line[: place[0]]}{words}{line[place[1] :]}"
    return line


def _written(words: str) -> str | None:
    """Return their words as house Markdown, references live; nothing where they hold what a template would take for a command."""
    if any(sign in words for sign in COMMANDS):
        return None
    plain = CROSSING.split(words)
    made = ""
    for place in range(0, len(plain), 3):
        made += escaped(plain[place])
        if place + 2 < len(plain):
            made += f"[{plain[place + 2].split()[0]}](#{plain[place + 1]})"
    return made


def _place(line: str, old: str, start: int, end: int) -> tuple[int, int] | None:
    """Return where in the line the words `old[start:end]` stand, found with as few words around them as tell the place."""
    masked = NO_WORDS.sub(lambda found: "\0" * len(found[0]), line)
    for low, high in _around(old, start, end):
        wanted = escaped(old[low:high])
        if wanted and masked.count(wanted) == 1:
            at = masked.index(wanted)
            before = len(escaped(old[low:start]))
            return at + before, at + before + len(escaped(old[start:end]))
    return None


def _around(old: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield stretches of the words around a change, the shortest first."""
    before = [found.start() for found in TOKEN.finditer(old, 0, start)][::-1][:FARTHEST]
    after = [found.end() for found in TOKEN.finditer(old, end)][:FARTHEST]
    lows, highs = [start, *before], [end, *after]
    sizes = sorted((i + j, abs(i - j), i, j) for i in range(len(lows)) for j in range(len(highs)))
    for _, _, i, j in sizes:
        yield lows[i], highs[j]
