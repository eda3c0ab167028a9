"""The signs of house Markdown: what begins a block, what is refused at the head of a line, what ends a list item.

In: nothing. Out: patterns, which the reader matches and the Markdown writer escapes, so that the two cannot differ.

A sign after a backslash is only a sign. While a text is read such a sign stands as `STX code ETX`, in which no
pattern finds anything, and Python-Markdown's own last step turns it back.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

STX: Final = "\u0002"
ETX: Final = "\u0003"
TOKEN: Final = re.compile("\ue000([0-9]{1,7})\ue001")
MARK: Final = 0xF0000
LAST_MARK: Final = 0xFFFFD
STEP: Final = 4
DEEPEST_MARKER: Final = 12
"""Spaces a level, and the indent at which the deepest numbered line stands."""

ESCAPABLE: Final = re.compile(r"""\\([!-/:-@\[-`{-~0-9“”‘’●•▪◦○‣·])""")
ENDING: Final = re.compile(r"(?:; and|; or|[;.:,?])$")
DEFINED: Final = re.compile(r"“\*\*[^*]+\*\*”")
NAME: Final = re.compile(r"[a-z0-9][a-z0-9_-]*")
WAS: Final = ("id", "number", "end", "role")
"""Fields whose older value a redline of record holds in its braces: `was-end="; and"`."""
PICTURE: Final = re.compile(r"[A-Za-z0-9][\w.-]*")

ITEM: Final = re.compile(r"[0-9]{1,2}\. +(?=\S)")
BULLET: Final = re.compile(r"- +(?=\S)")
SCHEDULE_NUMBER: Final = re.compile(r"(Schedule [0-9][0-9A-Z]*)(?:: +|$)")
DIVISION_NUMBER: Final = re.compile(r"(Part [0-9][0-9A-Z]*)(?:: +|$)")
HEADING_NUMBER: Final = re.compile(
    r"([0-9][0-9A-Z]*(?:\.[0-9][0-9A-Z]*)*[.)]?|[A-Z][0-9]+\.|\((?:[0-9]+[A-Z]*|[a-z]{1,2}|[ivxl]{1,9}|[A-Z]{1,3})\))(?: +|$)"
)


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something that may not begin a line: how it looks, what is wrong, what to write."""

    pattern: re.Pattern[str]
    message: str
    remedy: str


TYPED: Final = "“{}” is a typed number."
NUMBERED: Final = "Numbers are set by the house: write “1. ”, four spaces further in for each level."
BEGINNINGS: Final = (
    Refusal(
        re.compile(r"(?:\((?:[a-z]|[ivxl]{1,6}|[A-Z]|[0-9]{1,3})\)|(?:[A-Za-z]|[ivxl]{1,6}|[0-9]{1,3})\))(?:\s+|$)"),
        TYPED,
        NUMBERED,
    ),
    Refusal(re.compile(r"(?:[A-Za-z]|[ivxl]{1,6})\.\s+"), TYPED, NUMBERED),
    Refusal(re.compile(r"[0-9]+(?:\.[0-9]+)+\.?(?:\s+|$)"), TYPED, NUMBERED),
    Refusal(re.compile(r"[0-9]{1,2}\.(?=[^\s0-9])"), "“{}” lacks a space after it.", "Write “1. ” and then the words."),
    Refusal(re.compile(r"[0-9]{1,2}\.$"), "“{}” has no words.", "Write the words on the same line."),
    Refusal(re.compile(r"-$"), "A bullet has no words.", "Write the words on the same line."),
    Refusal(re.compile(r"[*+•▪◦○●‣·](?:\s+|$)"), "“{}” is not a bullet of the house.", "Write “- ”."),
    Refusal(re.compile(r">\s*"), "A quotation sign begins the line.", r"There are no quotations: leave it out, or write \>."),
    Refusal(re.compile(r"(?:```|~~~)\S*"), "A code fence begins the line.", "There is no code: leave it out."),
    Refusal(re.compile(r"([-*_=])(?:\s?\1){2,}\s*$"), "A rule stands here.", "There are no rules: leave it out."),
    Refusal(re.compile(r"#+\s*"), "“{}” begins the words.", r"A heading is # to ####, a space and its words; for the sign write \#."),
    Refusal(re.compile(r"\[(?!●)[^\]]*\]:\s*"), "A link definition begins the line.", "There are no links: leave it out."),
    Refusal(re.compile(r":::+\s*"), "::: stands at the margin only.", "Take the spaces away."),
)
AFTER_A_MARKER: Final = (
    *BEGINNINGS,
    Refusal(ITEM, TYPED, NUMBERED),
    Refusal(BULLET, "A bullet begins here.", "A bullet stands on a line of its own."),
    Refusal(re.compile(r"\|"), "A table begins here.", "A table stands on lines of its own."),
)


def refusal(words: str, refusals: tuple[Refusal, ...]) -> tuple[Refusal, re.Match[str]] | None:
    """Return what refuses the beginning of the words, and the match, if anything does."""
    for one in refusals:
        if found := one.pattern.match(words):
            return one, found
    return None


def encoded(words: str) -> str:
    """Return words with each escaped sign as its code, in which no pattern of the house finds anything."""
    return ESCAPABLE.sub(lambda escape: f"{STX}{ord(escape[1])}{ETX}", words)
