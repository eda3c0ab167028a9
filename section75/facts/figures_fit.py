"""Whether a file of figures fits its agreement: the right funds, schemes and sources, and every stated total the sum of its parts.

In: `Figures` and the `Agreement`. Out: `Problem`s. A wrong sum is told with both figures, their places and the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.context import RULE
from section75.facts.fund_statement import source_of
from section75.facts.stated_totals import ALL
from section75.facts.statements import Statement, covered
from section75.facts.sums import standing, unequal
from section75.problems import Place, Problem, one_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.base import Blank, Words
    from section75.facts.figures import Figures
    from section75.facts.fund_statement import FundStatement
    from section75.facts.statement_lines import IncomeLine, Sums

TOTALS: Final = {"received": "what was received", "spent": "what was spent", "committed": "what is committed", "forecast": "the forecasts"}


def misfits(figures: Figures, agreement: Agreement) -> Iterator[Problem]:
    """Yield what does not fit; sums are only compared where all else fits."""
    found = [*_of_fund(figures, agreement), *_of_year(figures, agreement)]
    if not found:
        found = [*_of_schemes(figures, agreement), *_of_movements(figures), *_outside(figures, agreement)]
    yield from found or _sums(Statement(agreement, figures))


def _of_fund(figures: Figures, agreement: Agreement) -> Iterator[Problem]:
    if not covered(figures, agreement):
        stated = figures.fund == ALL
        message = "No fund of the agreement is pooled." if stated else f"The fund “{figures.fund}” is not pooled."
        yield _problem(figures.place("fund"), message, "Report on a pooled fund.")


def _of_year(figures: Figures, agreement: Agreement) -> Iterator[Problem]:
    years = [str(year) for year in agreement.contributions]
    if str(figures.year) not in years:
        message = f"The agreement states no contributions for {figures.year}."
        yield _problem(figures.year.place, message, one_of(str(figures.year), years) if years else "State them in the agreement.")


def _of_schemes(figures: Figures, agreement: Agreement) -> Iterator[Problem]:
    funds = [fund.key for fund in covered(figures, agreement)]
    paid = {(line.scheme.key, source_of(line)) for line in _income(figures, agreement)}
    for key, said in figures.schemes.items():
        if agreement.schemes[key].fund not in funds:
            yield _problem(key.place, f"The scheme “{key}” is in no fund of this report.", "Report it with its own fund.")
            continue
        for source in said.received:
            if (key, source) not in paid:
                sources = [other for scheme, other in sorted(paid) if scheme == key]
                message = f"In {figures.year} “{source}” pays nothing for “{key}”."
                yield _problem(source.place, message, one_of(source, sources) if sources else "State the contribution in the agreement.")


def _income(figures: Figures, agreement: Agreement) -> Iterator[IncomeLine]:
    for fund in Statement(agreement, figures).funds:
        yield from fund.income


def _of_movements(figures: Figures) -> Iterator[Problem]:
    for movement in figures.movements:
        if movement.out_of.fund != movement.into.fund:
            message = f"“{movement.out_of.key}” and “{movement.into.key}” are in different funds."
            yield _problem(movement.place("into"), message, "Money is moved within one fund.")


def _outside(figures: Figures, agreement: Agreement) -> Iterator[Problem]:
    """Yield the funds that are named in a file that is about others."""
    funds = {fund.key for fund in covered(figures, agreement)}
    named: Iterable[Words] = (
        *(income.fund for income in figures.other_income),
        *(key for key in figures.reserves if key in agreement.funds),
        *(key for key in figures.totals if key != ALL),
        *figures.shared,
        *figures.balances,
    )
    for key in named:
        if key not in funds:
            yield _problem(key.place, f"The fund “{key}” is not one of this report.", one_of(key, funds))


# ------------------------------------------------------------------ sums


def _sums(statement: Statement) -> Iterator[Problem]:
    funds = {fund.fund.key: fund for fund in statement.funds}
    for key, stated in statement.figures.totals.items():
        sums = statement.total if key == ALL else funds[key].total
        for name, what in TOTALS.items():
            yield from _unequal(getattr(stated, name), _reckoned(sums, name), f"the sum of {what}", _parts(statement, key, name))
    for fund in funds.values():
        yield from _of_balance(fund)


def _reckoned(sums: Sums, name: str) -> Money | Blank:
    return sums.expected if name == "forecast" else getattr(sums, name)


def _parts(statement: Statement, key: Words, name: str) -> Iterator[Place | None]:
    """Yield where the parts of a total stand."""
    for scheme, said in statement.figures.schemes.items():
        if key in (ALL, statement.agreement.schemes[scheme].fund):
            yield said.received.place if name == "received" else said.place(name)


def _of_balance(fund: FundStatement) -> Iterator[Problem]:
    balance = fund.balance
    if balance is not None:
        how = "opening + received + other income + shared + drawn from reserves − paid into them − spent"
        places = (balance.place("opening"), fund.figures.place("schemes"))
        yield from _unequal(balance.closing, fund.closing, how, places)


def _unequal(stated: Money | Blank | None, reckoned: Money | Blank | None, how: str, parts: Iterable[Place | None]) -> Iterator[Problem]:
    if isinstance(stated, Money) and isinstance(reckoned, Money) and stated != reckoned:
        message, remedy = unequal(stated, reckoned, how)
        yield _problem(stated.place, message, f"{remedy}{standing(parts)}")


def _problem(place: Place | None, message: str, remedy: str) -> Problem:
    return Problem(place or Place(""), RULE, "error", message, remedy)
