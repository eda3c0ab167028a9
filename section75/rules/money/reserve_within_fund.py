"""A reserve or risk pool is no larger than the funds it serves.

Rotherham, 2015/16: a risk pool of £0.5m beside funds of £23.316m. That a reserve’s opening sum, with what was paid in and less what was
drawn, is its closing sum is held when a pool manager’s figures are read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.lines import lines_of
from section75.facts.sums import pounds
from section75.problems import Place, Problem
from section75.rules.lines import summed
from section75.rules.money_examples import ROTHERHAM
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reserve-within-fund"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Arithmetic: a reserve to which a step refers is part of the fund concerned, as the schedule of risk shares says."
PASSES: Final = (f"{ROTHERHAM}  reserves: {{risk_pool: {{name: the risk pool, funds: [first, second], amount: £0.5m}}}}\n",)
FAILS: Final = (
    f"{ROTHERHAM}  reserves: {{risk_pool: {{name: the risk pool, funds: [first, second], amount: £50m}}}}\n",
    ROTHERHAM.replace("host: icb}", "host: icb, reserve: 13245001}"),
)
MUTATIONS: Final = (Mutation({"funds.reablement.reserve": "5,000,000"}, "funds.reablement.reserve"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each reserve that is more than its funds in a year for which they are known."""
    if facts.agreement is None:
        return
    for fund in facts.agreement.funds.values():
        if fund.reserve:
            yield from _larger(facts.agreement, fund.reserve, (fund,), f"the reserve of {fund.name}")
    for reserve in facts.agreement.reserves.values():
        if isinstance(reserve.amount, Money):
            yield from _larger(facts.agreement, reserve.amount, reserve.funds, str(reserve.name))


def _larger(agreement: Agreement, amount: Money, funds: tuple[Fund, ...], what: str) -> Iterator[Problem]:
    keys = {fund.key for fund in funds}
    for year in agreement.contributions:
        lines = [line for line in lines_of(agreement) if line.year == year and line.scheme.fund in keys]
        total = summed(lines)
        if lines and isinstance(total, Money) and amount > total:
            names = " and ".join(str(fund.name) for fund in funds)
            message = f"{pounds(amount)} is in {what}, and the whole of {names} in {year} is {pounds(total)}."
            yield Problem(amount.place or Place("facts"), ID, LEVEL, message, "Check the reserve and the contributions.")
            return
