"""Worked examples: how a list of steps deals with an amount, row by row.

In: what became of one overspend or underspend in a forecast. Out: `ExampleRow`s, of which each says who takes how much and what is then
left; and the `Example`s that funds illustrate their lists with.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Annotated

from section75.facts.base import Blank, By, Choice, Money, Words, Year
from section75.facts.forecast import Met, forecast
from section75.facts.taking import NOTHING, Unworkable
from section75.facts.variances import rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.facts.variances import Rule


@dataclass(frozen=True, slots=True)
class ExampleRow:
    """One row: what one bearer takes in one step."""

    step: int
    """The place of the step in its list; 0 for what comes before the first: a partner's fault, or what other lists have dealt with."""
    kind: Annotated[Words, Choice("partner", "group", "reserve", "scheme", "fund", "outside", "decision", "nobody", "other lists")]
    """What takes it. A step that takes nothing has one row, of nobody."""
    name: Words | None
    """Its name, where it has one."""
    sum: Money
    """In pounds."""
    left: Money
    """What is then left, in pounds."""


@dataclass(frozen=True, slots=True)
class Example:
    """What one list does in an illustration."""

    rule: Rule
    year: Year
    met: Met | Blank
    """What became of the amount; a blank where a contribution that is needed is not known."""
    rows: tuple[ExampleRow, ...] = ()

    @property
    def amount(self) -> Money | Blank:
        """The overspend or underspend, in pounds."""
        return self.met.amount

    @property
    def left(self) -> Money | Blank:
        """What nobody bears, in pounds."""
        return self.met.residual


def examples(agreement: Agreement) -> tuple[Example, ...]:
    """Return an example for each list that an illustration of its fund concerns, and to which other lists leave something."""
    return tuple(example for fund in agreement.funds.values() if fund.illustration for example in _of_fund(agreement, fund))


def _of_fund(agreement: Agreement, fund: Fund) -> Iterator[Example]:
    shown = fund.illustration
    if shown is None:
        return
    try:
        made = forecast(agreement, shown.year, *(_by_words(figures) for figures in (shown.forecast, shown.found, shown.fault)))
    except Unworkable as why:
        blank = Blank(f"the worked example: {why.message[:1].lower()}{why.message[1:-1]}", shown.path)
        yield from (Example(rule, shown.year, blank) for rule in rules_of(agreement) if rule.fund is fund and rule.which == "overspend")
        return
    for met in made.lists:
        if met.rule.of_fund is fund and met.offset < met.amount:
            yield Example(met.rule, shown.year, met, tuple(rows(met)))


def _by_words(figures: By[Words, Money]) -> dict[str, Money]:
    return {str(words): amount for words, amount in figures.items()}


def rows(met: Met) -> Iterator[ExampleRow]:
    """Yield a row for each bearer of each step; a step that takes nothing of what is left has one of its own."""
    left = met.amount
    if met.rule.which == "underspend" and met.offset:
        left -= met.offset
        yield ExampleRow(0, Words("other lists"), None, met.offset, left)
    before = len(met.steps) - sum(taken.step in met.rule.steps for taken in met.steps)
    for place, taken in enumerate(met.steps, 1 - before):
        for part in taken.by:
            left -= part.amount
            yield ExampleRow(place, Words(part.bearer.kind), part.bearer.name, part.amount, left)
        if taken.undecided:
            left -= taken.undecided
            yield ExampleRow(place, Words("decision"), None, taken.undecided, left)
        if left and not taken.by and not taken.undecided:
            yield ExampleRow(place, Words("nobody"), None, NOTHING, left)
    if met.rule.which == "overspend" and met.offset:
        yield ExampleRow(len(met.rule.steps) + 1, Words("other lists"), None, met.offset, left - met.offset)
