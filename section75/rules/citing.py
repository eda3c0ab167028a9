"""Sections of an Act as facts cite them, and whether one citation holds another.

In: words such as *8 to 13*, *14(1)*, *Part VII*, *Schedule A1*. Out: `Cited`s, which can be compared; words that name no section give none.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    Number = tuple[int, str]

NAMED: Final = re.compile(r"(Part|Schedule)\s+([A-Z]?[0-9]+[A-Z]*|[IVX]+[A-Z]?)\b", re.IGNORECASE)
RANGE: Final = re.compile(r"([0-9]+)((?:[A-Z][A-Z0-9]*)?)((?:\([0-9a-zA-Z]+\))*)(?:\s*(?:to|-|–)\s*([0-9]+)((?:[A-Z][A-Z0-9]*)?))?")


@dataclass(frozen=True, slots=True)
class Cited:
    """One section, a run of sections, or a Part or Schedule."""

    first: Number = (0, "")
    last: Number = (0, "")
    within: str = ""
    """The subsection, such as (3), if only that is cited."""
    named: str = ""
    """The Part or Schedule, in small letters, if it is one."""

    def meets(self, other: Cited) -> bool:
        """Return whether anything that this cites is in what the other names."""
        if self.named or other.named:
            return self.named == other.named
        return self.first <= other.last and other.first <= self.last and self.within.startswith(other.within)

    def is_in(self, other: Cited) -> bool:
        """Return whether all that this cites is in what the other names."""
        return self.meets(other) and other.first <= self.first and self.last <= other.last


def cited(words: Iterable[str]) -> Iterator[Cited]:
    """Yield what words cite.

    >>> [one.first for one in cited(["8 to 13", "18 and 19", "14(1)"])]
    [(8, ''), (18, ''), (19, ''), (14, '')]
    """
    for item in words:
        named = NAMED.match(item.strip())
        if named:
            yield Cited(named=f"{named[1]} {named[2]}".casefold())
            continue
        for part in re.split(r",|\band\b|;", item):
            found = RANGE.fullmatch(re.sub(r"^sections?\s+", "", part.strip()))
            if found:
                first = (int(found[1]), found[2])
                yield Cited(first, (int(found[4]), found[5]) if found[4] else first, found[3])
