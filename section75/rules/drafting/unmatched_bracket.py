"""Brackets and quotation marks come in pairs.

One that is alone leaves open where the aside or the quotation ends. Marks that number something, such as *a)*, are no brackets; a
quotation of several paragraphs may open in one and close in a later one of the same block.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules import at
from section75.rules.drafting_words import paragraphs
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.document.index import Paragraph
    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "unmatched-bracket"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting."
PASSES: Final = ("# Notices {#notices}\n\n1. A notice (see “Letters (new)”) is a) written and b) signed.\n",)
FAILS: Final = (
    "# Notices {#notices}\n\n1. A notice (see Letters is written.\n",
    "# Notices {#notices}\n\n1. A notice (see “Letters) is written.\n",
    "# Notices {#notices}\n\n1. A “notice is written.\n",
)
MUTATIONS: Final = (Mutation(section("The board (and its chair meets every quarter."), IN_SECTION, paper="report"),)

PAIRS: Final = {")": "(", "]": "[", "”": "“"}
SIGNS: Final = re.compile(r"[()\[\]“”]")
NUMBERING: Final = re.compile(r"(?:(?<=^)|(?<=[\s;,“(\[]))(?:[0-9]{1,3}|[a-zA-Z]|[ivxl]{2,5})\)")
"""Such as *a)*, *12)* or *iv)*: a sign after a number, where no bracket is open."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each paragraph with a bracket or quotation mark that has no partner, in it or in the block of which it is a part."""
    for _, run in groupby(paragraphs(subject), key=_block):
        block = list(run)
        alone = [(paragraph, sign) for paragraph in block if (sign := unmatched(paragraph.words))]
        if alone and unmatched("\n".join(paragraph.words for paragraph in block)):
            for paragraph, sign in alone:
                yield Problem(at(paragraph), ID, LEVEL, f"The sign {sign} has no partner here.", "Add its partner, or take it out.")


def _block(paragraph: Paragraph) -> int:
    """Return what tells the sub-clause of a paragraph from others; nothing larger may hold a quotation of several paragraphs."""
    above = paragraph.spot.above
    return id(above[1] if len(above) > 1 else paragraph.holder)


def unmatched(words: str) -> str:
    """Return the first sign without a partner, or nothing.

    A sign after a number may close a bracket or only end the number: *(see clause 1)*, *(either 1) cash or 2) staff)*. Any reading will do.

    >>> unmatched("a (b “c”)"), unmatched("a (b"), unmatched("1) a"), unmatched("a “b (c” d)"), unmatched("(either 1) a or 2) b)")
    ('', '(', '', '”', '')
    """
    numbered = {found.end() - 1 for found in NUMBERING.finditer(words)}
    readings: set[str] = {""}
    for found in SIGNS.finditer(words):
        after = {reading for before in readings for reading in _readings(before, found.group(), free=found.start() in numbered)}
        if not after:
            return found.group()
        readings = after
    return min(readings, key=len)[:1]


def _readings(open_: str, sign: str, *, free: bool) -> Iterator[str]:
    """Yield the signs that may be open after one more, which is free if it may only end a number."""
    if sign not in PAIRS:
        yield open_ + sign
    elif open_.endswith(PAIRS[sign]):
        yield open_[:-1]
    if free:
        yield open_
