"""A pool manager moves no more money between the schemes of a fund in a year than the agreement allows.

Real agreements set the limit as a sum for the year and leave what is larger to the partners or their board: within it the manager decides,
beyond it somebody else must have. A movement that was approved by others does not count.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Money, Words
from section75.facts.sums import pounds
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.figure_parts import Movement
    from section75.facts.figures import Figures
    from section75.facts.finance import Fund
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "virements"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 7(3)(g) and (4)(a): the pool manager manages the fund on behalf of the partners, as they agreed."
)

_FUND: Final = """\
agreement:
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council, virement: 250000}
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
    away: {name: Away Service, fund: pool, lead: council}
  contributions: {2026/27: {home: {icb: 600000}, away: {council: 400000}}}
figures:
  kind: quarterly
  fund: pool
  year: 2026/27
  quarter: 2
  movements:
    - {out_of: home, into: away, amount: 200000, approved_by: manager, approved_on: 1 May 2026, because: fewer people came}
"""
_MORE: Final = "    - {out_of: away, into: home, amount: 50001, approved_on: 1 July 2026, because: more people came, approved_by: "
PASSES: Final = (_FUND, f"{_FUND}{_MORE}partners}}\n")
FAILS: Final = (f"{_FUND}{_MORE}manager}}\n", _FUND.replace(", virement: 250000", ""))
MUTATIONS: Final = (Mutation({"figures.movements.0.amount": "20001"}, "figures.movements.0.amount", base="mill", paper="figures"),)

MANAGER: Final = "manager"
"""The word by which a movement is said to be the pool manager's own."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each fund of which its manager has moved more than the limit since the start of the year, once for each file of figures."""
    for fund in facts.agreement.funds.values() if facts.agreement else ():
        if not isinstance(fund.virement, Blank):
            for figures in facts.figures.values():
                yield from _moved(figures, fund)


def _moved(figures: Figures, fund: Fund) -> Iterator[Problem]:
    limit = fund.virement if isinstance(fund.virement, Money) else Money(0)
    moved = [movement for movement in figures.movements if movement.out_of.fund == fund.key and _own(movement)]
    total = sum((movement.amount for movement in moved), Money(0))
    if moved and total > limit:
        message = (
            f"The manager of {fund.name} has moved {pounds(total)} between schemes in {figures.year}, and may move {pounds(limit)}: "
            f"{pounds(total - limit)} too much."
        )
        yield Problem(moved[-1].place("amount"), ID, LEVEL, message, "Say who approved what is beyond the limit.")


def _own(movement: Movement) -> bool:
    return isinstance(movement.approved_by, Words) and movement.approved_by == MANAGER
