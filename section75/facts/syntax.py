"""The parser's sentences about syntax, in our own words with a remedy.

In: what PyYAML or libyaml says. Out: message and remedy, the same whichever of the two has spoken.
"""

from __future__ import annotations

_FITS_NOT = (
    "This line does not fit the lines above it.",
    "Indent it as they are; put a value that begins with a bracket or a quotation mark in quotes as a whole.",
)
_USUAL = (
    ("document start", "Something stands after the end of the facts.", "Take the line with the three dots out."),
    ("mapping values are not", "A second colon stands in this line.", "Put words that contain a colon in quotes."),
    ("unknown escape", "A backslash in double quotes begins a code.", "Use single quotes."),
    ("expected hexadecimal", "A backslash in double quotes begins a code.", "Use single quotes."),
    ("quoted scalar", "Words in quotes do not end.", "Close the quotation marks."),
    ("cannot start any token", "A value cannot begin with this sign.", "Put it in quotes."),
    ("flow mapping", "A { is not closed, or a comma is missing.", "Write {key: value, key: value}."),
    ("flow sequence", "A [ is not closed, or a comma is missing.", "Write [one, two]."),
    ("block collection", *_FITS_NOT),
    ("block mapping", *_FITS_NOT),
    ("expected ':'", "A line has no colon.", "Write “key: value”, or indent words that go on."),
    ("block scalar", "The words after | or > do not begin on a line of their own.", "Indent them below."),
    ("sequence entries", "A dash cannot stand here.", "Put each item on its own line, below the key."),
    ("alias", "A value cannot begin with *.", "Put it in quotes."),
    ("anchor", "A value cannot begin with &.", "Put it in quotes."),
    ("tag", "A value cannot begin with !.", "Put it in quotes."),
    ("directive", "A line cannot begin with %.", "Put it in quotes."),
    ("node content", "A value is missing here.", "State it, or take the sign before it out."),
)
_LEFT_OPEN = ("end of stream", "flow mapping", "flow sequence", "unknown escape", "hexadecimal")


def is_left_open(said: str) -> bool:
    """Whether the fault is better shown where the quotes or brackets begin than where the parser stopped."""
    return any(part in said for part in _LEFT_OPEN)


def in_our_words(said: str, line: str) -> tuple[str, str]:
    """Return what is wrong and what to do; `line` is the line at which the parser stopped."""
    for part, message, remedy in _USUAL:
        if part in said:
            return message, remedy
    shown = line.strip()
    return f"“{shown}” cannot be read.", "Write “key: value”, and put words with : # [ ] { } , & * ! in quotes."
