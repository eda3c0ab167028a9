"""The same money is not counted in two pools, nor more of a grant than there is.

Rotherham’s partners asked of their two pools whether any sum stood in both. The same source with the same amount in schemes of two funds
may be a coincidence, so it only warns; so does a source from which more is put in than its stated grant.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.lines import lines_of
from section75.facts.sums import pounds
from section75.problems import Place, Problem
from section75.rules.lines import at, source_of, span, summed
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.lines import Contribution
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "counted-twice"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Arithmetic; the conditions of each grant: money that is spent once can be shown once."

_POOLS: Final = """\
agreement:
  sources:
    grant: {paid_by: council, name: Care Grant, grant: {2015/16: 3300000}}
  funds:
    first: {name: First Pool, kind: pooled, host: icb}
    second: {name: Second Pool, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: first, lead: council}
    away: {name: Away Service, fund: second, lead: council}
  contributions:
    2015/16:
"""
PASSES: Final = (
    f"{_POOLS}      home: {{grant: 1500000, council: 200000}}\n      away: {{grant: 1800000, council: 200000}}\n",
    f"{_POOLS}      home: {{icb: 610250, council: 610250}}\n",
)
FAILS: Final = (
    f"{_POOLS}      home: {{grant: 1500000}}\n      away: {{grant: 1500000}}\n",
    f"{_POOLS}      home: {{council: 245300}}\n      away: {{council: 245300}}\n",
    f"{_POOLS}      home: {{grant: 1500000}}\n      away: {{grant: 1900000}}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"sources.grant.grant.2026/27": "1100000"},
        "sources.grant.grant.2026/27",
        {
            "sources": "{grant: {paid_by: council, name: Care Grant, grant: {2026/27: 1300000}}}",
            "contributions.2026/27.reablement": "{grant: 1200000, icb: 1200000}",
        },
    ),
)

ROUND: Final = 1_000_00
"""Pence in a thousand pounds: two equal round sums of a partner's own budget are no sign of anything."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each sum that stands in two funds, and each grant of which more is put in than there is."""
    if facts.agreement:
        yield from _twice(facts.agreement)
        yield from _over(facts.agreement)


def _twice(agreement: Agreement) -> Iterator[Problem]:
    for one, other in combinations(lines_of(agreement), 2):
        amount = other.amount
        if not isinstance(amount, Money) or not isinstance(one.amount, Money) or one.scheme.fund == other.scheme.fund:
            continue
        if one.year == other.year and one.amount == amount and source_of(one) == source_of(other) and _telling(one, amount):
            message = (
                f"{pounds(amount)} from {_named(other)} in {other.year} stands for {one.scheme.name} ({span([one])}) and for "
                f"{other.scheme.name}, which are of different funds."
            )
            yield Problem(at(other), ID, LEVEL, message, "Take it out of one, if it is the same money.")


def _telling(line: Contribution, amount: Money) -> bool:
    """Return whether a line, standing twice, may be the same money."""
    return bool(amount) and not line.dowry and (line.source is not None or amount.pence % ROUND != 0)


def _named(line: Contribution) -> str:
    return str(line.source.name if line.source else line.payer.short)


def _over(agreement: Agreement) -> Iterator[Problem]:
    for source in agreement.sources.values():
        for year, grant in source.grant.items():
            lines = [line for line in lines_of(agreement) if line.year == year and line.source is source]
            total = summed(lines)
            if lines and isinstance(total, Money) and total > grant:
                message = (
                    f"{pounds(total)} is contributed from {source.name} in {year} ({span(lines)}), and {pounds(grant)} is all there is: "
                    f"{pounds(total - grant)} too much."
                )
                yield Problem(grant.place or Place("facts"), ID, LEVEL, message, "Correct the contributions, or the grant.")
