"""A total that the partners state elsewhere, in a report or a plan, is what the contributions come to.

Rotherham, 2015/16: a pool of £13.245m and one of £10.071m make £23.316m, in fifteen schemes. North Tyneside, 2022/23: £30,774,007. A
wrong sum is refused with both figures, their places and the difference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.lines import lines_of
from section75.facts.stated_totals import ALL
from section75.facts.sums import unequal
from section75.problems import Place, Problem
from section75.rules.lines import span, summed
from section75.rules.money_examples import ROTHERHAM
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.dates import Year
    from section75.facts.lines import Contribution
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "stated-totals"
LEVEL: Final[Level] = "error"
FIRM: Final = "a sum and its parts cannot both be right"
AUTHORITY: Final = "Arithmetic; the contributions are what the agreement must state (SI 2000/617, regulation 7(3)(b))."
PASSES: Final = (f"{ROTHERHAM}  stated_totals: {{2015/16: {{all: £23.316m, first: £13.245m, second: £10.071m, council: 10316000}}}}\n",)
FAILS: Final = (
    f"{ROTHERHAM}  stated_totals: {{2015/16: {{all: £23.361m}}}}\n",
    f"{ROTHERHAM}  stated_totals: {{2015/16: {{first: £13.245m, icb: 13000000.01}}}}\n",
)
MUTATIONS: Final = (
    Mutation({"stated_totals.2026/27.all": "£2.5m"}, "stated_totals.2026/27.all", {"stated_totals": "{2026/27: {all: £2.4m}}"}),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each stated total that is not the sum of its contributions; where one of these is not known, nothing is said."""
    if facts.agreement is None:
        return
    for year, totals in facts.agreement.stated_totals.items():
        for key, stated in totals.items():
            lines = _lines(facts.agreement, year, key)
            reckoned = summed(lines)
            if lines and isinstance(reckoned, Money) and reckoned != stated:
                message, remedy = unequal(stated, reckoned, f"the sum of the contributions ({span(lines)})")
                yield Problem(stated.place or Place("facts"), ID, LEVEL, message, remedy)


def _lines(agreement: Agreement, year: Year, key: str) -> list[Contribution]:
    """Return the lines that a total is of; that of a partner, or of all, is of the pooled funds, if there are any."""
    lines = [line for line in lines_of(agreement) if line.year == year]
    pooled = {name for name, fund in agreement.funds.items() if fund.kind == "pooled"}
    common = [line for line in lines if line.scheme.fund in pooled] if pooled else lines
    if key == ALL:
        return common
    if key in agreement.partners:
        return [line for line in common if line.payer.key == key]
    if key in agreement.sources:
        return [line for line in common if line.source and line.source.key == key]
    return [line for line in lines if key in (line.scheme.key, line.scheme.fund)]
