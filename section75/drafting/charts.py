"""Charts of money, each drawn from a table of amounts.

In: a figure, and the cells of the table beside it. Out: the figure drawn; nothing, where an amount is not known or there is too little
to show; or the problem that the table does not add up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.drafting.drawing import finished
from section75.facts.base import Fault, Money
from section75.facts.money import money
from section75.pictures.bars import Bar, Part, bars
from section75.pictures.waterfall import Step
from section75.pictures.waterfall import waterfall as chart
from section75.problems import Place, Problem
from section75.text.wording import money as in_full
from section75.text.wording import money_short

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from section75.document.tree import Block
    from section75.drafting.drawing import Cells, Row

_THOUSAND: Final = 1000 * 100
_MOST_TOLD: Final = 4
"""Bars that an alternative text tells; of more it tells the first and the last."""


def _amounts(cells: Iterable[str]) -> tuple[Money, ...] | None:
    """Return the amounts that cells hold, or nothing where one holds none."""
    try:
        return tuple(money(words) for words in cells)
    except Fault:
        return None


def _wrong(figure: Block, of: str, said: Money, made: Money) -> Problem:
    apart = in_full(said - made if said > made else made - said)
    message = f"The table of this picture says {in_full(said)} for {of}, and its rows make {in_full(made)}: {apart} apart."
    return Problem(figure.place or Place(""), "figure", "error", message, "Let the total be the sum of the rows.")


# ------------------------------------------------------------------ contributions: who gives; a column of amounts a year; a row of totals


def contributions(figure: Block, table: Cells) -> Block | Problem | None:
    """Return stacked bars, one for each column of amounts; a row that gives nothing at all has no place in them."""
    wholes = _amounts(table.totals[-1][1:]) if table.totals else None
    givers = {row[0]: amounts for row in table.body if (amounts := _amounts(row[1:])) is not None}
    if wholes is None or len(givers) < len(table.body):
        return None
    giving = {name: amounts for name, amounts in givers.items() if any(amounts)}
    columns = [(year, whole, parts) for year, whole, *parts in zip(table.head[1:], wholes, *giving.values(), strict=True)]
    for year, whole, parts in columns:
        if (made := sum(parts, Money(0))) != whole:
            return _wrong(figure, year, whole, made)
    words = _words(amount for _, whole, parts in columns for amount in (whole, *parts))
    rows = [Bar(year, tuple(Part(amount.pence, words(amount)) for amount in parts), words(whole)) for year, whole, parts in columns]
    total = table.totals[-1][0]
    facts = [_told(year, [*zip(giving, parts, strict=True), (total, whole)]) for year, whole, parts in columns]
    told = facts if len(facts) <= _MOST_TOLD else [facts[0], facts[-1]]
    return finished(figure, told, lambda title, words: bars(tuple(giving), rows, title, words))


def _words(amounts: Iterable[Money]) -> Callable[[Money], str]:
    """Return how the amounts of one picture are all written: short where that is exact for each of them, and otherwise in full."""
    return money_short if all(money_short(amount) != in_full(amount) for amount in amounts if amount.pence >= _THOUSAND) else in_full


def _told(year: str, amounts: Iterable[tuple[str, Money]]) -> str:
    return f"{year}: " + ", ".join(f"{name} {in_full(amount)}" for name, amount in amounts if amount)


# ------------------------------------------------------------------ waterfall: the step; who or what meets it; the sum; what is then left


def waterfall(figure: Block, table: Cells) -> Block | Problem | None:
    """Return a waterfall: the first row is the whole, each other row a part of it; a row of totals is a part that nobody bears yet."""
    if len(table.head) != _COLUMNS or not table.body:
        return None
    rows = (*table.body, *table.totals)
    amounts = _amounts(row[_SUM] for row in rows)
    if amounts is None:
        return None
    whole, *parts = amounts
    if (made := sum(parts, Money(0))) != whole:
        return _wrong(figure, rows[0][0], whole, made)
    first = Step(rows[0][0], whole.pence, in_full(whole))
    steps = [_step(row, amount, open_=row in table.totals) for row, amount in zip(rows[1:], parts, strict=True)]
    facts = [f"{step.placed}: {step.words}" for step in (first, *steps) if step.size]
    return finished(figure, facts, lambda title, words: chart(first, steps, title, words))


_COLUMNS: Final = len(("step", "met by", "sum", "left"))
_BY: Final = 1
_SUM: Final = 2


def _step(row: Row, amount: Money, *, open_: bool) -> Step:
    """Return a step that takes its sum; what nobody bears has no place among the steps."""
    if open_:
        return Step(row[_BY] or row[0], amount.pence, in_full(amount), open=True)
    return Step(row[_BY] or row[0], amount.pence, f"−{in_full(amount)}", row[0] if row[_BY] else "")
