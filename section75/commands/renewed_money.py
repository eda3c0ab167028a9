"""The money of a renewal: the years moved on, and every figure that must be set anew a blank with the old ones beside it.

In: the older facts as they were written, and the financial years of the new term. Out: lines of YAML. A sum that was for one year only is
not carried on; it stands as a comment.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from section75.facts.dates import financial_year
from section75.facts.raw import List, Map, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Year
    from section75.facts.raw import Node

SHARED: Final = ("total", "shares")
KEPT: Final = ("line", "charges")
"""Terms of a contribution that go on; its days and its sum do not."""
NO: Final = ("no", "false")


@dataclass(frozen=True, slots=True)
class RenewedMoney:
    """What the older facts state of money, and the years for which it is now to be stated."""

    older: Map
    years: tuple[Year, ...]

    def lines(self) -> Iterator[str]:
        """Yield the lines of every part of the facts that states money by years."""
        yield from self._by_year("sources", ("least", "grant"))
        yield from self._illustrations()
        yield from self._reserves()
        yield from self._contributions()
        yield from self._removed("uplifts", "each says what was added to the year before")
        yield from self._removed("stated_totals", "sums stated elsewhere, to be compared with the contributions")
        yield from self._indicative()
        yield from self._plan()

    @property
    def old_years(self) -> dict[Year, str]:
        """The financial years of the older contributions, with the words in which each is written."""
        return _years(self.older.get("contributions"))

    def _contributions(self) -> Iterator[str]:
        found = self.older.get("contributions")
        if not isinstance(found, Map) or not self.old_years:
            return
        yield from (
            "",
            "# Every figure is to be set anew. Beside each blank stands what was stated for the years before.",
            "contributions:",
        )
        yield from (f"  {words}: removed" for year, words in self.old_years.items() if year not in self.years)
        for year in self.years:
            yield f"  {self.old_years.get(year, str(year))}:"
            for scheme in _keys(list(found.values())):
                yield from self._scheme(found, scheme, year)

    def _scheme(self, found: Map, scheme: str, year: Year) -> Iterator[str]:
        stated = {words: inner[scheme] for words, inner in found.items() if isinstance(inner, Map) and scheme in inner}
        newest = list(stated.values())[-1]
        if isinstance(newest, Map) and any(word in newest for word in SHARED):
            yield f"    {scheme}:"
            yield f"      total: TBC{_told({words: one.get('total') for words, one in stated.items() if isinstance(one, Map)})}"
            yield f"      shares: {_flow(newest.get('shares', Words('TBC')))}"
            return
        lines = list(self._sources(stated, stated.get(self.old_years.get(year, ""))))
        live = any(not line.lstrip().startswith("#") for line in lines)
        yield f"    {scheme}:" if live else f"    # {scheme}: nothing is carried on"
        yield from lines

    def _sources(self, stated: dict[str, Node], again: Node | None) -> Iterator[str]:
        """Yield a line for each source; `again` is what was stated before for the very year that is now stated."""
        for source in _keys(list(stated.values())):
            sums = {words: one[source] for words, one in stated.items() if isinstance(one, Map) and source in one}
            last = list(sums.values())[-1]
            told = _told({words: _sum(one) for words, one in sums.items()})
            if not _once(last):
                yield f"      {source}: {_blank_sum(last)}{told}"
            elif isinstance(again, Map) and source in again:
                yield f"      {source}: removed{told}"
            else:
                yield f"      # {source}: not carried on, since it was for one year only ({told.strip(' #')})"

    def _by_year(self, part: str, fields: tuple[str, ...]) -> Iterator[str]:
        """Yield what removes the old years of published figures; the new ones are not known and stand as comments."""
        found = self.older.get(part)
        told = [
            (key, field, _years(inner.get(field)), inner[field])
            for key, inner in (found.items() if isinstance(found, Map) else ())
            for field in fields
            if isinstance(inner, Map) and field in inner
        ]
        if told:
            yield from ("", f"{part}:")
        for key, field, years, values in told:
            gone = ", ".join(f"{words}: removed" for words in years.values())
            old = _told({words: values[words] for words in years.values()} if isinstance(values, Map) else {})
            yield f"  {key}: {{{field}: {{{gone}}}}}{old}. State {', '.join(map(str, self.years))} once it is published"

    def _illustrations(self) -> Iterator[str]:
        funds = self.older.get("funds")
        keys = [key for key, fund in funds.items() if isinstance(fund, Map) and "illustration" in fund] if isinstance(funds, Map) else []
        if keys:
            yield from ("", "funds:                           # the figures that showed how the steps work were those of an earlier year")
            yield from (f"  {key}: {{illustration: removed}}" for key in keys)

    def _reserves(self) -> Iterator[str]:
        reserves = self.older.get("reserves")
        if isinstance(reserves, Map) and reserves:
            yield from ("", "reserves:")
            for key, reserve in reserves.items():
                yield f"  {key}: {{amount: TBC}}{_told({'was': reserve.get('amount')} if isinstance(reserve, Map) else {})}"

    def _removed(self, part: str, because: str) -> Iterator[str]:
        years = _years(self.older.get(part))
        if years:
            yield from ("", f"{part}: {{{', '.join(f'{words}: removed' for words in years.values())}}}   # {because}")

    def _indicative(self) -> Iterator[str]:
        if isinstance(self.older.get("indicative"), List | Words):
            later = [str(year) for year in self.years[1:]]
            yield from ("", f"indicative: [{', '.join(later)}]" if later else "indicative: removed")

    def _plan(self) -> Iterator[str]:
        plan = self.older.get("better_care_plan")
        if not isinstance(plan, Map) or not plan:
            return
        yield from ("", "better_care_plan:")
        for field in ("version", "years", "agreed", "approved", "requirements"):
            yield f"  {field}: TBC{_told({'was': plan.get(field)})}"
        designated = plan.get("designated")
        years = _years(designated)
        if years and isinstance(designated, Map):
            yield "  designated:"
            yield from (f"    {words}: removed" for year, words in years.items() if year not in self.years)
            told = _told({words: designated[words] for words in years.values()})
            yield from (f"    {years.get(year, str(year))}: TBC{told}" for year in self.years)


def _years(node: Node | None) -> dict[Year, str]:
    """Return the financial years that are the keys of a map."""
    return {financial_year(words): words for words in node} if isinstance(node, Map) else {}


def _keys(nodes: list[Node]) -> list[str]:
    """Return the keys of some maps, each once, in order."""
    return list(dict.fromkeys(key for node in nodes if isinstance(node, Map) for key in node))


def _sum(node: Node) -> Node | None:
    return node.get("amount") or node.get("full_year") if isinstance(node, Map) else node


def _once(node: Node) -> bool:
    recurrent = node.get("recurrent") if isinstance(node, Map) else None
    return isinstance(recurrent, Words) and recurrent.casefold() in NO


def _blank_sum(node: Node) -> str:
    kept = [f"{field}: {node[field]}" for field in KEPT if field in node] if isinstance(node, Map) else []
    return f"{{{', '.join(['amount: TBC', *kept])}}}" if kept else "TBC"


def _told(values: dict[str, Node | None]) -> str:
    """Return a comment that tells old values; none where there are none."""
    said = [f"{name}: {value}" for name, value in values.items() if isinstance(value, Words) and not value.unknown]
    return f"   # {'; '.join(said)}" if said else ""


def _flow(node: Node) -> str:
    """Return words or a map as they stand within a line."""
    if isinstance(node, Map):
        return "{" + ", ".join(f"{key}: {_flow(one)}" for key, one in node.items()) + "}"
    return f'"{node}"' if isinstance(node, Words) else "TBC"
