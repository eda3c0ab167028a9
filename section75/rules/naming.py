"""What a sentence about money names: funds, schemes, grants, partners, and the years it speaks of.

In: the words of a sentence and the facts. Out: `Named`, with the words that are left when the names are taken out.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day, Fault, Year
from section75.facts.dates import financial_year
from section75.facts.finance import Fund, Source
from section75.facts.partners import Group, Partner
from section75.facts.services import Scheme

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement

YEAR: Final = re.compile(r"\b20[0-9]{2} ?[/–-] ?(?:20)?[0-9]{2}\b(?![/–-])")
TERM: Final = re.compile(
    r"\b(?:over|for|during) the (?:whole |full |initial )?(?:term|life)\b|\bterm of (?:the|this) agreement\b", re.IGNORECASE
)
MASK: Final = "·"
"""What stands in the place of each letter of a name."""


@dataclass(frozen=True, slots=True)
class Named:
    """What a sentence names."""

    things: tuple[Fund | Scheme | Source, ...]
    partners: tuple[Partner | Group, ...]
    years: tuple[Year, ...]
    """The one year, or all years of the term; none if it is not clear which."""
    rest: str
    """The sentence without the names, as long as before."""

    @property
    def funds(self) -> tuple[Fund, ...]:
        """The funds among the things."""
        return tuple(thing for thing in self.things if isinstance(thing, Fund))

    @property
    def clear(self) -> bool:
        """Whether it names at most one thing, or a scheme with its own fund, and at most one partner."""
        funds = self.funds
        schemes = [thing for thing in self.things if isinstance(thing, Scheme)]
        sources = [thing for thing in self.things if isinstance(thing, Source)]
        within = all(scheme.fund == fund.key for scheme in schemes for fund in funds)
        return within and max(len(funds), len(schemes), len(sources), len(self.partners)) <= 1

    @property
    def told(self) -> str:
        """What it is about, for a message: the Home Fund, the Council, 2026/27."""
        names = [str(thing.name) for thing in self.things] or ["all the money"]
        years = f"{self.years[0]} to {self.years[-1]}" if len(self.years) > 1 else str(self.years[0])
        partners = [str(_shorts(partner)[0]) for partner in self.partners]
        return ", ".join((*names, *partners, years))


def named_in(words: str, agreement: Agreement) -> Named:
    """Return what a sentence names; a longer name hides the shorter one inside it."""
    found: list[Fund | Scheme | Source | Partner | Group] = []
    rest = words
    for name, thing in sorted(_names(agreement), key=lambda pair: (-len(pair[0]), pair[0])):
        pattern = re.compile(
            rf"(?<![\w{MASK}])(?:[Tt]he )?[{re.escape(name[0].upper() + name[0].lower())}]{re.escape(name[1:])}(?:['’]s?)?(?!\w)"
        )
        if pattern.search(rest):
            rest = pattern.sub(lambda match: MASK * len(match.group()), rest)
            if not any(thing is other for other in found):
                found.append(thing)
    things = tuple(thing for thing in found if isinstance(thing, Fund | Scheme | Source))
    partners = tuple(thing for thing in found if isinstance(thing, Partner | Group))
    return Named(things, partners, _years(words, agreement), YEAR.sub(lambda match: MASK * len(match.group()), rest))


def _names(agreement: Agreement) -> Iterator[tuple[str, Fund | Scheme | Source | Partner | Group]]:
    for things in (agreement.funds, agreement.schemes, agreement.sources):
        for thing in things.values():
            yield str(thing.name).removeprefix("the "), thing
    partners: tuple[Partner | Group, ...] = tuple(agreement.partners.values())
    for partner in (*partners, *agreement.groups.values()):
        for name in _shorts(partner):
            yield name.removeprefix("the "), partner


def _shorts(partner: Partner | Group) -> list[str]:
    said = (getattr(partner, name, None) for name in ("short", "name", "initials", "known_as", "one"))
    return [str(name) for name in said if name is not None and not isinstance(name, Blank)]


def _years(words: str, agreement: Agreement) -> tuple[Year, ...]:
    """Return the one year that is spoken of, or those of the term; nothing where it is neither."""
    years = {year for match in YEAR.finditer(words) if (year := _year(match.group()))}
    if years:
        return tuple(years) if len(years) == 1 else ()
    return _term(agreement) if TERM.search(words) else ()


def _year(words: str) -> Year | None:
    try:
        return financial_year(words)
    except Fault:
        return None


def _term(agreement: Agreement) -> tuple[Year, ...]:
    """Return the years of the term, if the contributions of each are stated."""
    first, last = agreement.term.commencement, agreement.term.expiry
    if not isinstance(first, Day) or not isinstance(last, Day):
        return ()
    years = tuple(Year(start) for start in range(Year.of(first).start, Year.of(last).start + 1))
    return years if all(year in agreement.contributions for year in years) else ()
