"""What the facts know of the money of a year: the total of a fund, a scheme, a grant or a partner, and every sum that it is made up of.

In: an `Agreement`, financial years, and the things that a sentence names. Out: `Figures`, or nothing where a part is not known: what is
not known cannot be contradicted.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from section75.facts.base import Fact, Money
from section75.facts.finance import Fund, Source
from section75.facts.lines import lines_of
from section75.facts.partners import Group, Partner
from section75.facts.services import Scheme

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.base import Blank
    from section75.facts.dates import Year
    from section75.facts.lines import Contribution

    Thing = Fund | Scheme | Source | Partner | Group


@dataclass(frozen=True, slots=True)
class Figures:
    """The figures of one thing for some years, in pounds."""

    totals: frozenset[Fraction]
    """What it comes to: one amount, or several where it may be counted in more than one way."""
    parts: frozenset[Fraction]
    """What it is made up of, part by part and in sums of parts, and what the facts say of it beside."""

    @property
    def every(self) -> frozenset[Fraction]:
        """All of them."""
        return self.totals | self.parts


def figures(agreement: Agreement, years: Collection[Year], things: Collection[Thing], *, pooled: bool = False) -> Figures | None:
    """Return what is known of the money that all the things have in common; with none, of all the money, or of all that is pooled."""
    lines = [line for line in lines_of(agreement) if line.year in years and all(_concerns(line, thing) for thing in things)]
    if pooled:
        lines = [line for line in lines if _in_pool(agreement, line)]
    if not lines or any(not isinstance(line.amount, Money) for line in lines):
        return None
    totals = {_sum(lines)} if things else {_sum(lines), *_by(lines, _fund), _sum(line for line in lines if _in_pool(agreement, line))}
    parts = set(_parts(lines))
    parts |= {total - part for total in totals for part in parts}
    return Figures(frozenset(totals), frozenset(parts | set(_beside(agreement, years, things))))


def _concerns(line: Contribution, thing: Thing) -> bool:
    match thing:
        case Fund():
            return line.scheme.fund == thing.key
        case Scheme():
            return line.scheme.key == thing.key
        case Source():
            return line.source is not None and line.source.key == thing.key
        case Group():
            return any(line.payer.key == member.key for member in thing.members)
        case Partner():
            return line.payer.key == thing.key


def _sum(lines: Iterable[Contribution]) -> Fraction:
    return sum((Fraction(line.amount.pence, 100) for line in lines if isinstance(line.amount, Money)), Fraction(0))


def _by(lines: Iterable[Contribution], named: Callable[[Contribution], object]) -> set[Fraction]:
    """Return the sum of the lines of each name."""
    found: dict[object, list[Contribution]] = {}
    for line in lines:
        found.setdefault(named(line), []).append(line)
    return {_sum(same) for same in found.values()}


def _fund(line: Contribution) -> object:
    return line.scheme.fund


def _in_pool(agreement: Agreement, line: Contribution) -> bool:
    return any(fund.key == line.scheme.fund and fund.kind == "pooled" for fund in agreement.funds.values())


def _parts(lines: list[Contribution]) -> Iterator[Fraction]:
    """Yield each line, and the sums of lines that agree in scheme, fund, partner, side, grant, year, or two of these."""
    names: tuple[Callable[[Contribution], object], ...] = (
        lambda line: line.scheme.key,
        _fund,
        lambda line: line.payer.key,
        lambda line: line.payer.is_council,
        lambda line: line.source.key if line.source else f"own {line.payer.key}",
        lambda line: bool(line.source and line.source.capital),
        lambda line: line.recurrent,
        lambda line: line.year,
    )
    yield from (_sum([line]) for line in lines)
    for one in names:
        for other in names:
            yield from _by(lines, lambda line, one=one, other=other: (one(line), other(line)))  # type: ignore[misc]


def _beside(agreement: Agreement, years: Collection[Year], things: Collection[Thing]) -> Iterator[Fraction]:
    """Yield what the facts say of the things besides contributions: reserves, limits, what was spent, published minimums."""
    stated: list[Money | Blank] = [amount for thing in things for amount in _amounts(thing)]
    for key, by_year in agreement.history.items():
        if any(thing.key == key for thing in things) or not things:
            spent = [one for year, one in by_year.items() if year in years]
            stated += [amount for one in spent for amount in (one.budget, one.outturn, one.difference)]
    stated += [amount for year, one in agreement.stated_totals.items() if year in years for amount in one.values()]
    stated += [reserve.amount for reserve in agreement.reserves.values()]
    yield from (Fraction(amount.pence, 100) for amount in stated if isinstance(amount, Money))


def _amounts(held: object) -> Iterator[Money]:
    """Yield every amount that a thing of the facts holds, at any depth."""
    if isinstance(held, Money):
        yield held
    elif isinstance(held, Fact):
        for name in type(held).model_fields:
            yield from _amounts(getattr(held, name))
    elif isinstance(held, tuple):
        for one in held:
            yield from _amounts(one)
    elif isinstance(held, Mapping):
        for one in held.values():
            yield from _amounts(one)
