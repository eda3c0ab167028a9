"""The names of councils and NHS bodies in running words, and whether two of them are one name.

In: words. Out: `Organisation`s: names that end in what the body is (Trust, Council, Clinical Commissioning Group, Integrated Care Board).
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

ENDS: Final = re.compile(r"\b(?:Clinical Commissioning Group|CCG|Integrated Care Board|ICB|Trust|Council)\b")
KINDS: Final = {"group": "ccg", "board": "icb"}
JOINING: Final = frozenset({"and", "&", "of", "the", "in", "upon", "on"})
NAMING: Final = re.compile(r"[A-Z][\w’'-]*|and|&|of|the|in|upon|on")
TIERS: Final = frozenset({"county", "city", "district", "borough", "metropolitan"})
PLAIN: Final = frozenset(
    {
        "nhs",
        "foundation",
        "partnership",
        "trust",
        "council",
        "care",
        "clinical",
        "commissioning",
        "group",
        "ccg",
        "integrated",
        "board",
        "icb",
    }
)
"""Words that say what a body is, and not which."""


@dataclass(frozen=True, slots=True)
class Organisation:
    """A name as it is written, and where it begins."""

    words: str
    at: int = 0

    @property
    def parts(self) -> tuple[str, ...]:
        """The words, in small letters."""
        return tuple(re.findall(r"[a-z0-9’'-]+", self.words.casefold().replace("&", "and")))

    @property
    def kind(self) -> str:
        """What the body is: its last word."""
        last = self.parts[-1] if self.parts else ""
        return KINDS.get(last, last)

    @property
    def own(self) -> frozenset[str]:
        """The words that say which body it is; none if only its kind is named: *the NHS Trust*."""
        return frozenset(self.parts) - PLAIN - TIERS - JOINING

    @property
    def spelled(self) -> str:
        """The name as it is compared: without article and NHS at its head, and with the last words of commissioners short."""
        words = " ".join(self.parts).removeprefix("the ").removeprefix("nhs ")
        return words.replace("clinical commissioning group", "ccg").replace("integrated care board", "icb")

    def says(self, other: Organisation) -> bool:
        """Return whether another name is this one; other capitalised words may be joined before it."""
        joined = tuple(f" {word} {self.spelled}" for word in JOINING)
        return other.spelled == self.spelled or (bool(self.own) and other.spelled.endswith(joined))

    def is_nearly(self, other: Organisation) -> bool:
        """Return whether another name says the same body in other words: *Hill NHS Partnership Trust* for *Hill Partnership NHS Trust*."""
        tiers = frozenset(other.parts) & TIERS
        return bool(self.own) and self.kind == other.kind and self.own == other.own and tiers <= frozenset(self.parts)


def named_in(words: str) -> Iterator[Organisation]:
    """Yield the organisations that are named in words.

    >>> [found.words for found in named_in("between Hill County Council & Dale and Vale NHS Trust, and the Council")]
    ['Hill County Council', 'Dale and Vale NHS Trust']
    """
    for end in ENDS.finditer(words):
        begin = end.start()
        for word in reversed(list(re.finditer(r"\S+", words[: end.start()]))):
            written = word.group()
            if ENDS.search(written) or not NAMING.fullmatch(written):
                break
            begin = word.start() if written.casefold() not in JOINING else begin
        found = Organisation(words[begin : end.end()], begin)
        if found.own:
            yield found
