"""What stands at the end of a block's words: its name and class in braces, and the punctuation that belongs to its list.

In: the words of a block as read. Out: `Tail`, and the words without it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, cast

from section75.text.markup.signs import ENDING, NAME, WAS

if TYPE_CHECKING:
    from section75.document.tree import Ending
    from section75.text.markup.reading import Line, Reading

BRACES: Final = re.compile(r"(?:^|(?<=\s))\{([^{}+>\-][^{}]*)\}$")
NOTES: Final = re.compile(r"(?:\s*\{>>(?:(?!<<\}).)*<<\})*$")
MARK: Final = re.compile(
    r"#(?P<name>\S+)|\.(?P<role>[a-z][a-z-]*)|(?<!-)number=(?:\"(?P<quoted>[^\"]+)\"|(?P<number>[^\"\s]+))"
    r"|change=(?P<change>inserted|deleted|moved-(?:from|to):[0-9]+)"
    rf"|was-(?P<field>{'|'.join(WAS)})=\"(?P<older>[^\"]*)\"|(?<![:\w])(?P<width>[0-9]{{1,3}})"
)
USE: Final = "Write {#name}, {.class} or {.class #name}."


@dataclass(frozen=True, slots=True)
class Tail:
    """The name, the classes, the stored number, (of a table) the widths of columns in per cent, and in a redline what became of it."""

    name: str = ""
    roles: tuple[str, ...] = ()
    number: str = ""
    widths: tuple[int, ...] = ()
    change: str = ""
    was: tuple[tuple[str, str], ...] = ()


def parted(words: str, line: Line, reading: Reading, *, widths: bool = False) -> tuple[str, Tail]:
    """Return the words without the braces at their end, and what the braces hold; only tables have widths."""
    words = words.strip(" ")
    braces = BRACES.search(words)
    if not braces:
        return words, Tail()
    tail = _tail(braces[1], line, reading)
    if tail.widths and not widths:
        reading.fault(line, line.raw.rfind("{"), f"“{{{braces[1]}}}” is no name.", USE)
    return words[: braces.start()].rstrip(" "), tail


def _tail(inside: str, line: Line, reading: Reading) -> Tail:
    offset = line.raw.rfind("{")
    found = list(MARK.finditer(inside))
    strange = MARK.sub("", inside).strip() or ("" if inside == " ".join(inside.split()) else inside)
    names = [reading.spelt(one["name"]) for one in found if one["name"]]
    numbers = [one["quoted"] or one["number"] for one in found if one["quoted"] or one["number"]]
    if strange or len(names) > 1 or len(numbers) > 1:
        reading.fault(line, offset, f"“{{{inside}}}” is no name.", USE)
        return Tail()
    if names and not NAME.fullmatch(names[0]):
        reading.fault(line, offset, f"“{names[0]}” is no name.", "A name is small letters, figures and hyphens, as in {#pooled-fund}.")
        names = []
    if numbers and not reading.record:
        reading.fault(line, offset, "A number is stored only in a signed text.", "Leave it out: numbers are set by the house.")
        numbers = []
    changes = [one["change"] for one in found if one["change"]]
    was = tuple((one["field"], one["older"]) for one in found if one["field"])
    if (changes or was) and not reading.record:
        reading.fault(line, offset, "A change is written only in a redline.", "Leave it out: comparing finds what has changed.")
    return Tail(
        "".join(names),
        tuple(one["role"] for one in found if one["role"]),
        "".join(numbers),
        tuple(int(one["width"]) for one in found if one["width"]),
        "".join(changes),
        was,
    )


def ended(words: str) -> tuple[str, Ending]:
    """Return the words without the punctuation that ends them, and that punctuation; notes may follow it.

    >>> ended("hold it on trust; and {>>why?<<}")
    ('hold it on trust {>>why?<<}', '; and')
    """
    notes = NOTES.search(words)
    own, after = (words[: notes.start()], notes[0]) if notes else (words, "")
    ending = ENDING.search(own)
    if not ending:
        return words, ""
    return own[: ending.start()].rstrip(" ") + after, cast("Ending", ending[0])
