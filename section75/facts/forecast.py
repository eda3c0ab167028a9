"""A forecast: who would pay what if schemes spent more or less than is contributed to them.

In: an `Agreement`, a year, and what schemes are expected to spend. Out: `Forecast`. For each list of steps, what is taken, what is left
to a decision and what nobody bears always make up its overspend or underspend, to the penny.

Lists for overspends come first, in the order of the agreement: funds, then schemes that depart from theirs. What they use of a reserve,
of an underspend or of money found outside is not there for the next. An underspend that no overspend has used then follows its own list.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal

from section75.facts.base import Blank, Money, Words, Year
from section75.facts.implied import steps_of_fund, steps_of_scheme
from section75.facts.lines import lines_of
from section75.facts.steps.fault import FaultStep
from section75.facts.taking import NOTHING, Amounts, Bearer, Case, Ledger, Part, Unworkable, gathered, plain, spread, total
from section75.facts.variances import Rule

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from section75.facts.agreement import Agreement
    from section75.facts.lines import Contribution
    from section75.facts.partners import Side
    from section75.facts.services import Scheme
    from section75.facts.step import Step

Which = Literal["overspend", "underspend"]


@dataclass(frozen=True, slots=True)
class SchemeForecast:
    """One scheme: what is contributed to it, and what it is expected to spend."""

    scheme: Scheme
    budget: Money
    forecast: Money

    @property
    def variance(self) -> Money:
        """Forecast less budget: more than nothing for an overspend."""
        return self.forecast - self.budget


@dataclass(frozen=True, slots=True)
class Taken:
    """What one step took."""

    step: Step
    by: tuple[Part, ...]
    """Who or what took how much."""
    undecided: Money
    """What it leaves to a decision."""
    left: Money
    """What the steps after it have to deal with."""

    @property
    def taken(self) -> Money:
        """What it took; not what it leaves to a decision."""
        return total(part.amount for part in self.by)


@dataclass(frozen=True, slots=True)
class Met:
    """How one overspend is met, or one underspend used."""

    rule: Rule
    amount: Money
    """All of it."""
    schemes: tuple[Part, ...]
    """The schemes it comes from."""
    offset: Money
    """What other lists have dealt with: of an underspend, what overspends used; of an overspend, what underspends met at the end."""
    steps: tuple[Taken, ...]
    residual: Money
    """What nobody bears, or what nothing is said of."""
    stopped: str = ""
    """Why the list could not be followed to its end."""

    @property
    def undecided(self) -> Money:
        """What is left to a decision."""
        return total(taken.undecided for taken in self.steps)

    @property
    def taken(self) -> Money:
        """What its steps took."""
        return total(taken.taken for taken in self.steps)


@dataclass(frozen=True, slots=True)
class PartnerTotal:
    """What one partner or group bears and keeps, all lists together."""

    bearer: Bearer
    bears: Money
    """Of overspends."""
    receives: Money
    """Of underspends."""

    @property
    def net(self) -> Money:
        """What it bears, less what it receives."""
        return self.bears - self.receives


@dataclass(frozen=True, slots=True)
class Forecast:
    """All of it."""

    year: Year
    schemes: tuple[SchemeForecast, ...]
    overspends: tuple[Met, ...]
    underspends: tuple[Met, ...]
    partners: tuple[PartnerTotal, ...]
    unused: tuple[Words, ...] = ()
    """What was said to be found, or to be caused by fault, and no step took in full."""

    @property
    def lists(self) -> tuple[Met, ...]:
        """Overspends, then underspends."""
        return (*self.overspends, *self.underspends)

    @property
    def settled(self) -> bool:
        """Whether every list says who bears or keeps all of it, if only by a decision."""
        return not any(met.residual or met.stopped for met in self.lists)

    @property
    def others(self) -> tuple[PartnerTotal, ...]:
        """What reserves, money found outside and funds bear and keep, all lists together; other schemes of an offset are left out."""
        found: dict[Bearer, list[Money]] = {}
        for column, lists in enumerate((self.overspends, self.underspends)):
            for part in (part for met in lists for taken in met.steps for part in taken.by):
                if part.bearer.kind in ("reserve", "outside", "fund"):
                    both = found.setdefault(part.bearer, [NOTHING, NOTHING])
                    both[column] += part.amount
        return tuple(PartnerTotal(bearer, *both) for bearer, both in found.items())

    def of(self, rule: Rule) -> Met | None:
        """Return what became of the amount of one list, if there was any."""
        return next((met for met in self.lists if met.rule.key == rule.key), None)


def forecast(
    agreement: Agreement,
    year: Year,
    spending: Mapping[str, Money],
    found: Mapping[str, Money] | None = None,
    fault: Mapping[str, Money] | None = None,
) -> Forecast:
    """Return who would pay what. `spending` is by scheme; a scheme left out spends what is contributed to it.

    `found` is what is found outside the funds, by the words of the step that takes it; `fault` what each partner's fault has caused.
    All in pounds. Raises `Unworkable` where a contribution that is needed is not known.
    """
    lines = tuple(line for line in lines_of(agreement) if line.year == year)
    schemes = tuple(_schemes(agreement, lines, year, spending))
    ledger = _ledger(agreement, lines, schemes, found or {}, fault or {})
    over = [_follow(agreement, ledger, rule, amounts) for rule, amounts in _lists(agreement, "overspend", schemes)]
    under = [_follow(agreement, ledger, rule, amounts) for rule, amounts in _lists(agreement, "underspend", schemes)]
    return Forecast(
        year,
        schemes,
        tuple(_after(met, left) for met, left in zip(over, ledger.unmet, strict=True)),
        tuple(under),
        tuple(_totals(agreement, over, under)),
        tuple(Words(words) for purse in (ledger.found, ledger.fault) for words, left in sorted(purse.items()) if left),
    )


# ------------------------------------------------------------------ what there is


def _schemes(agreement: Agreement, lines: tuple[Contribution, ...], year: Year, spending: Mapping[str, Money]) -> Iterable[SchemeForecast]:
    for key, scheme in agreement.schemes.items():
        own = [line.amount for line in lines if line.scheme.key == key]
        known = [amount for amount in own if isinstance(amount, Money)]
        if key in spending and (not own or len(known) < len(own)):
            remedy = f"State contributions.{year}.{key}."
            raise Unworkable(f"What is contributed to {scheme.name} in {year} is not known.", remedy)
        if len(known) == len(own):
            yield SchemeForecast(scheme, total(known), spending.get(key, total(known)))


def _ledger(
    agreement: Agreement,
    lines: tuple[Contribution, ...],
    schemes: tuple[SchemeForecast, ...],
    found: Mapping[str, Money],
    fault: Mapping[str, Money],
) -> Ledger:
    stated: dict[str, Money | Blank | None] = {f"reserves.{key}": reserve.amount for key, reserve in agreement.reserves.items()}
    stated |= {f"{fund.path}.reserve": fund.reserve for fund in agreement.funds.values()}
    stated |= {f"{scheme.path}.reserve": scheme.reserve for scheme in agreement.schemes.values()}
    return Ledger(
        lines,
        {one.scheme.key: -one.variance for one in schemes if one.variance < NOTHING},
        frozenset(key for key, scheme in agreement.schemes.items() if steps_of_scheme(scheme, "underspend")),
        {path: amount for path, amount in stated.items() if isinstance(amount, Money)},
        {plain(words): amount for words, amount in found.items()},
        dict(fault),
    )


def _lists(agreement: Agreement, which: Which, schemes: tuple[SchemeForecast, ...]) -> Iterable[tuple[Rule, Amounts]]:
    """Yield each list that has an amount to deal with, in the order of the agreement, and the amount by scheme."""
    amounts = {one.scheme.key: one.variance if which == "overspend" else -one.variance for one in schemes}
    amounts = {key: amount for key, amount in amounts.items() if amount > NOTHING}
    own = {key: steps for key in amounts if (steps := steps_of_scheme(agreement.schemes[key], which))}
    for fund in agreement.funds.values():
        part = {key: amount for key, amount in amounts.items() if agreement.schemes[key].fund == fund.key and key not in own}
        if part:
            yield Rule(which, fund, None, steps_of_fund(fund, which), fund), part
    for key, scheme in agreement.schemes.items():
        if key in amounts and (key in own or not scheme.fund):
            fund_of = agreement.funds[scheme.fund] if scheme.fund else None
            yield Rule(which, None, scheme, own.get(key, ()), fund_of), {key: amounts[key]}


# ------------------------------------------------------------------ what becomes of it


def _follow(agreement: Agreement, ledger: Ledger, rule: Rule, amounts: Amounts) -> Met:
    """Follow one list to its end, or to the step that cannot be worked out."""
    over = rule.which == "overspend"
    left = dict(amounts) if over else {key: ledger.underspends[key] for key in amounts}
    before, whole = total(left.values()), total(amounts.values())
    case = Case(agreement, ledger, "overspend" if over else "underspend", rule.fund, rule.scheme, left)
    taken, stopped = [], ""
    for step in _steps(rule, ledger):
        try:
            taken.append(_one(step, case))
        except Unworkable as fault:
            stopped = str(fault)
            break
    if over:
        ledger.unmet.append(left)
    return Met(rule, whole, case.schemes(amounts), whole - before, tuple(taken), case.total, stopped if case.total else "")


def _steps(rule: Rule, ledger: Ledger) -> tuple[Step, ...]:
    """Return the steps of a list; what a partner's fault has caused comes first, as the clause says, unless a step says when."""
    first = rule.which == "overspend" and any(ledger.fault.values()) and not any(isinstance(step, FaultStep) for step in rule.steps)
    return (FaultStep(fault=Words("the clause on overspends")), *rule.steps) if first else rule.steps


def _one(step: Step, case: Case) -> Taken:
    """Let one step take its part, and take that off what is left of each scheme."""
    taking = step.take(case)
    for key, part in (spread(taking.total, case.left) if taking.of is None else taking.of).items():
        case.left[key] -= part
    return Taken(step, taking.by, taking.undecided, case.total)


def _after(met: Met, left: Amounts) -> Met:
    """Return an overspend after the lists for underspends: they may have met what it left."""
    residual = total(left.values())
    return replace(met, offset=met.residual - residual, residual=residual, stopped=met.stopped if residual else "")


def _totals(agreement: Agreement, over: Iterable[Met], under: Iterable[Met]) -> Iterable[PartnerTotal]:
    bears, receives = _by_side(over), _by_side(under)
    sides: tuple[Side, ...] = (*agreement.partners.values(), *agreement.groups.values())
    for side in sides:
        kind: Literal["partner", "group"] = "partner" if side.key in agreement.partners else "group"
        bearer = Bearer(kind, side.key, side.short)
        if kind == "partner" or bearer.key in (*bears, *receives):
            yield PartnerTotal(bearer, bears.get(side.key, NOTHING), receives.get(side.key, NOTHING))


def _by_side(lists: Iterable[Met]) -> Amounts:
    parts = (part for met in lists for taken in met.steps for part in taken.by if part.bearer.kind in ("partner", "group"))
    return gathered({part.bearer.key: part.amount} for part in parts)


__all__ = ["Forecast", "Met", "Taken", "forecast"]
