"""Characters that cannot be seen, or that look like others: refused wherever they stand in a YAML file.

In: the text of a file. Out: the text with each of them replaced by a space, so that columns stay true, and the faults.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from section75.problems import Place

if TYPE_CHECKING:
    from collections.abc import Callable

_SUSPECT = re.compile(r"\r(?!\n)|[^\n\r -~]")
_REFUSED = {
    "Cc": ("a control character", "Delete it."),
    "Cf": ("a character that cannot be seen", "Delete it and type the words again."),
    "Co": ("a private character, which prints differently everywhere", "Type the words again."),
    "Zl": ("a hidden line break", "Break the line with the return key."),
    "Zp": ("a hidden paragraph break", "Break the line with the return key."),
    "Zs": ("a space that is not an ordinary space", "Type an ordinary space."),
}
_TAB = ("a tab", "Use spaces.")
_NONE = ("no character at all", "Delete it.")


def readable(text: str, fault: Callable[[Place, str, str], None], start: Place) -> str:
    """Return the text fit to be parsed; report the first character of each kind on each line."""
    if not _SUSPECT.search(text):
        return text
    lines = text.split("\n")
    return "\n".join(_line(line, fault, Place(start.file, number)) for number, line in enumerate(lines, start.line))


def _line(line: str, fault: Callable[[Place, str, str], None], start: Place) -> str:
    kinds: set[str] = set()
    body, ending = (line[:-1], "\r") if line.endswith("\r") else (line, "")
    characters = list(body)
    for column, character in enumerate(body, 1):
        if (why := _why(character)) is None:
            continue
        characters[column - 1] = " "
        if why[0] not in kinds:
            kinds.add(why[0])
            fault(Place(start.file, start.line, column), f"Here is {why[0]} (U+{ord(character):04X}).", why[1])
    return "".join(characters) + ending


def hidden(words: str) -> bool:
    r"""Whether words hold such a character by way of an escape (`"\u200b"`); line breaks may stand."""
    return any(_why(character) for character in words if character != "\n")


def _why(character: str) -> tuple[str, str] | None:
    if " " <= character <= "~":
        return None
    if character == "\t":
        return _TAB
    if ord(character) & 0xFFFE == 0xFFFE:  # noqa: PLR2004 - the two non-characters of every plane
        return _NONE
    return _REFUSED.get(unicodedata.category(character))
