"""What a step reckons with, and what it comes to.

In: the list that is being followed, what is still left of its amount, scheme by scheme, and the purses from which steps take.
Out: `Taking`. A purse serves every list of one forecast, so that no money is used twice. All amounts are whole pence, in pounds.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from section75.facts.base import Blank, Money, Words
from section75.facts.partners import Group, Side

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.facts.lines import Contribution
    from section75.facts.services import Scheme
    from section75.facts.sharing import Sharing
    from section75.facts.step import Step

Amounts = dict[str, Money]
NOTHING = Money(0)
ITS_CONTRIBUTION = "its contribution"


class Unworkable(Exception):  # noqa: N818 - an answer to the officer
    """An amount cannot be worked out from the facts: why not, and what would help."""

    def __init__(self, message: str, remedy: str) -> None:
        """Keep the two sentences apart."""
        super().__init__(f"{message} {remedy}")
        self.message, self.remedy = message, remedy


@dataclass(frozen=True, slots=True)
class Bearer:
    """Who or what takes an amount."""

    kind: Literal["partner", "group", "reserve", "scheme", "fund", "outside"]
    key: str
    name: Words


@dataclass(frozen=True, slots=True)
class Part:
    """What one bearer takes."""

    bearer: Bearer
    amount: Money


@dataclass(frozen=True, slots=True)
class Taking:
    """What one step takes, by bearer; what it leaves to a decision; and of which schemes, where that is not in proportion."""

    by: tuple[Part, ...] = ()
    undecided: Money = NOTHING
    of: Mapping[str, Money] | None = None

    @property
    def total(self) -> Money:
        """What it takes from the list, decided or not."""
        return total(part.amount for part in self.by) + self.undecided


def plain(words: str) -> str:
    """Return words as they are compared: *the Risk  Pool* is *the risk pool*."""
    return " ".join(words.split()).casefold()


def total(amounts: Iterable[Money]) -> Money:
    """Return the sum of amounts, which may be none."""
    return sum(amounts, NOTHING)


def spread(amount: Money, over: Mapping[str, Money]) -> Amounts:
    """Divide an amount in proportion to others, none of which it exceeds; the parts sum to it.

    >>> spread(Money(10), {"a": Money(20), "b": Money(10)})
    {'a': Money(pence=7), 'b': Money(pence=3)}
    """
    whole = total(over.values())
    return amount.split({key: Fraction(part.pence, whole.pence) for key, part in over.items()}) if whole else {}


def gathered(parts: Iterable[Mapping[str, Money]]) -> Amounts:
    """Return the sums by key of several maps of amounts."""
    sums: Amounts = {}
    for key, part in ((key, part) for each in parts for key, part in each.items()):
        sums[key] = sums.get(key, NOTHING) + part
    return sums


def reserve_meant(agreement: Agreement, fund: Fund | None, scheme: Scheme | None, asked: Words) -> tuple[str, Words]:
    """Return the path and the name of a reserve: by its key or name, or else that of the scheme or fund concerned."""
    for key, reserve in agreement.reserves.items():
        if plain(asked) in (key, plain(reserve.name)):
            return f"reserves.{key}", reserve.name
    own = scheme if scheme and scheme.reserve is not None else fund or scheme
    return f"{own.path if own else ''}.reserve", asked


@dataclass
class Ledger:
    """The purses of one forecast: what is in them goes down as steps take from it."""

    lines: tuple[Contribution, ...]
    """The contributions of the year."""
    underspends: Amounts
    """What each scheme is expected to leave unspent."""
    kept: frozenset[str]
    """The schemes that have a list of their own for it."""
    reserves: Amounts
    """What is in each reserve, by the path of the fact that states it."""
    found: Amounts
    """Money found outside the funds, by the words of the step."""
    fault: Amounts
    """What each partner's fault has caused."""
    unmet: list[Amounts] = field(default_factory=list)
    """What each list for overspends has left with nobody, by scheme."""

    def use(self, purse: Amounts, amount: Money, keys: Iterable[str]) -> Amounts:
        """Take as much as there is, and no more than the amount, from parts of a purse in proportion; return what each gave."""
        there = {key: purse[key] for key in sorted(keys) if purse.get(key)}
        given = spread(min(amount, total(there.values())), there)
        for key, part in given.items():
            purse[key] -= part
        return given

    def meet(self, amount: Money, keys: Iterable[str]) -> Amounts:
        """Set an amount against what is unmet of schemes, list by list; return how much of each scheme."""
        met: list[Amounts] = []
        for unmet in self.unmet:
            met.append(self.use(unmet, amount - total(gathered(met).values()), keys))
        return gathered(met)


@dataclass(frozen=True)
class Case:
    """One list at one of its steps."""

    agreement: Agreement
    ledger: Ledger
    which: Literal["overspend", "underspend"]
    fund: Fund | None
    """The fund whose list it is."""
    scheme: Scheme | None
    """The scheme, where the list is its own."""
    left: Amounts
    """What is left of the amount, by scheme."""

    @property
    def total(self) -> Money:
        """What is left of it."""
        return total(self.left.values())

    @property
    def of_fund(self) -> Fund | None:
        """The fund concerned, also where a scheme departs from it."""
        if self.fund or not (self.scheme and self.scheme.fund):
            return self.fund
        return self.agreement.funds[self.scheme.fund]

    @property
    def scope(self) -> tuple[str, ...]:
        """The schemes whose contributions count for it: all of the fund, or the one."""
        if self.scheme:
            return (self.scheme.key,)
        return self.schemes_of(self.fund)

    def schemes_of(self, fund: Fund | None) -> tuple[str, ...]:
        """Return the schemes of a fund."""
        return tuple(scheme.key for scheme in self.agreement.schemes.values() if fund and scheme.fund == fund.key)

    def room(self, step: Step, *, capped: bool = False) -> Money:
        """Return how much a step may take in all; `capped` says that it can keep to what each bearer contributes."""
        if step.most is not None:
            return min(self.total, max(step.most, NOTHING))
        if step.up_to is not None and not (capped and step.capped):
            raise Unworkable(f"The limit “{step.up_to}” is in words.", "State it as an amount.")
        return self.total

    # ------------------------------------------------------------------ who contributes what

    def base(self, schemes: Sequence[str], counting: str = "all") -> Amounts:
        """Return what each partner contributes to schemes, those that contribute something; `counting` may leave lines out."""
        found: Amounts = {}
        for line in self._lines(schemes, counting):
            if isinstance(line.amount, Blank):
                raise Unworkable(f"What {line.payer.short} contributes to {line.scheme.name} is not known.", f"State {line.amount.path}.")
            found[line.payer.key] = found.get(line.payer.key, NOTHING) + line.amount
        return {key: amount for key, amount in found.items() if amount > NOTHING}

    def _lines(self, schemes: Sequence[str], counting: str) -> Iterable[Contribution]:
        for line in self.ledger.lines:
            if line.scheme.key in schemes and (counting == "all" or (line.recurrent if counting == "recurrent" else line.variable)):
                yield line

    def parts(self, sharing: Sharing, amount: Money, schemes: Sequence[str], counting: str = "all") -> Amounts:
        """Return how an amount is shared among those that contribute to schemes; nobody bears anything where nobody contributes."""
        if sharing.how == "named":
            return amount.split(sharing.named)
        base = self.base(schemes, counting)
        if sharing.how == "equally":
            base = dict.fromkeys(base, Money(1))
        whole = total(base.values()).pence
        return amount.split({key: Fraction(part.pence, whole) for key, part in base.items()}) if whole else {}

    def capped(self, parts: Amounts, schemes: Sequence[str]) -> Amounts:
        """Return the parts, none of them more than its bearer contributes to the schemes."""
        base = self.base(schemes)
        return {key: min(part, self._contributed(key, base)) for key, part in parts.items()}

    def _contributed(self, key: str, base: Amounts) -> Money:
        group = self.agreement.groups.get(key)
        return total(base.get(member.key, NOTHING) for member in group.members) if group else base.get(key, NOTHING)

    def reserve(self, asked: Words) -> tuple[str, Words]:
        """Return the path and the name of the reserve that a step means."""
        return reserve_meant(self.agreement, self.of_fund, self.scheme, asked)

    # ------------------------------------------------------------------ who takes it

    def sides(self, parts: Mapping[str, Money]) -> tuple[Part, ...]:
        """Return parts by the keys of partners and groups with their bearers, in the order of the agreement."""
        every: dict[str, Side] = {**self.agreement.partners, **self.agreement.groups}
        return tuple(
            Part(Bearer("group" if isinstance(side, Group) else "partner", key, side.short), parts[key])
            for key, side in every.items()
            if parts.get(key)
        )

    def schemes(self, parts: Mapping[str, Money]) -> tuple[Part, ...]:
        """Return parts by the keys of schemes, likewise."""
        named = self.agreement.schemes
        return tuple(Part(Bearer("scheme", key, named[key].name), parts[key]) for key in named if parts.get(key))

    def named(self, kind: Literal["reserve", "fund", "outside"], key: str, name: Words, amount: Money) -> tuple[Part, ...]:
        """Return what one other bearer takes, if anything."""
        return (Part(Bearer(kind, key, name), amount),) if amount else ()
