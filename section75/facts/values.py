"""The values of facts: the names in one place, the readers of plain words, and the table from words to values.

In: `Words`. Out: `Money`, `Day`, `Share` and the rest, each with `.path` and `.place`.
Values hold data only; how they are printed is `section75.text.wording`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, Self, TypeVar

from section75.facts.blanks import Blank
from section75.facts.dates import Day, Deadline, Month, Period, When, Year
from section75.facts.faults import BlankChoice, Fault
from section75.facts.money import Money
from section75.facts.raw import Words
from section75.facts.shares import Percent, Share, Shares

if TYPE_CHECKING:
    from section75.problems import Place

__all__ = [
    "Blank", "BlankChoice", "Count", "Day", "Deadline", "Fault", "Money", "Month", "Percent", "Period", "Share",
    "Shares", "When", "Words", "Year",
]  # fmt: skip

Value = TypeVar("Value")


class Count(int):
    """A number of things, with its path and place."""

    path: str
    place: Place | None

    def __new__(cls, number: int = 0, path: str = "", place: Place | None = None) -> Self:
        """Keep the number."""
        self = super().__new__(cls, number)
        self.path, self.place = path, place
        return self


def line(words: Words) -> Words:
    """Read one line of words."""
    if "\n" in words.strip():
        raise Fault("These words run over several lines.", "Write one line, or join the lines with >- after the colon.")
    return _stripped(words)


def passage(words: Words) -> Words:
    """Read words that may run over several lines and paragraphs."""
    return _stripped(words)


def _stripped(words: Words) -> Words:
    return words if words == words.strip() else placed(Words(words.strip(), quoted=words.quoted), words)


def count(words: str) -> Count:
    """Read a whole number: `12`, `1,250`."""
    if not re.fullmatch(r"[0-9]{1,12}|[0-9]{1,3}(,[0-9]{3}){1,4}", words.strip()):
        raise Fault(f"“{words}” is not a whole number.", "Write figures: 12 or 1,250.")
    return Count(int(words.replace(",", "")))


def yes_no(words: str) -> bool:
    """Read yes or no."""
    answers = {"yes": True, "true": True, "no": False, "false": False}
    if words.strip().casefold() not in answers:
        raise Fault(f"“{words}” is neither yes nor no.", "Write yes or no.")
    return answers[words.strip().casefold()]


def placed(value: Value, source: Words) -> Value:
    """Return the value with the path and place of the words it was read from."""
    if isinstance(value, Money | Month | Year | Period | Deadline | Shares):
        return replace(value, path=source.path, place=source.place)
    if isinstance(value, Words | Day | Share | Count):
        value.path, value.place = source.path, source.place
    return value
