"""Reserves of a single fund or scheme on which steps draw, or into which they pay.

In: the lists of steps of an `Agreement`. Out: `Purse`s, each once. What the map `reserves` holds may serve several funds and is left out.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.steps.draw import Draw
from section75.facts.taking import reserve_meant
from section75.facts.variances import rules_of

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.facts.money import Money
    from section75.facts.services import Scheme


@dataclass(frozen=True, slots=True)
class Purse:
    """One such reserve."""

    fund: Fund | None
    """The fund of which it is part."""
    scheme: Scheme | None
    """The scheme, where it has no fund or a reserve of its own."""
    amount: Money | None
    """The sum in it at the start, in pounds; none where it is not stated."""


def purses_of(agreement: Agreement) -> tuple[Purse, ...]:
    """Return the reserves, in the order in which lists first name them."""
    found: dict[str, Purse] = {}
    for rule in rules_of(agreement):
        for step in rule.steps:
            if isinstance(step, Draw):
                path, _ = reserve_meant(agreement, rule.of_fund, rule.scheme, step.draw)
                of = path.removesuffix(".reserve")
                fund = rule.of_fund if rule.of_fund and rule.of_fund.path == of else None
                scheme = rule.scheme if rule.scheme and rule.scheme.path == of else None
                if fund or scheme:
                    found.setdefault(path, Purse(fund, scheme, fund.reserve if fund else scheme.reserve if scheme else None))
    return tuple(found.values())
