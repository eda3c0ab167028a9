"""Charging functions of a council among the arrangements, and whether the services charged for are where regulation 6(k) and (l) ask.

In: the facts of a partnership. Out: charging functions that regulation 6(a)(i) excludes, each with the council’s functions of providing
what is charged for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.citing import cited
from section75.rules.prescribed import in_pool_or_by_nhs, items, side, subjects, under

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.services import Function
    from section75.rules import Facts
    from section75.rules.prescribed import Stretched

CARE: Final = ("18 to 19",)
PREVENTION: Final = ("2(1)",)


def charges(facts: Facts, row: str, services: tuple[str, ...]) -> Iterator[tuple[Stretched, list[Function]]]:
    """Yield each charging function of a row, with the functions of the arrangements under which what is charged for is provided."""
    for found in under(facts, row, "excluded"):
        yield found, _served(facts.agreement, found.function, services) if facts.agreement else []


def let_in(agreement: Agreement, served: list[Function]) -> bool:
    """Return whether some of the services are within arrangements of regulation 7(1) or 8(1)."""
    return any(in_pool_or_by_nhs(agreement, function) for function in served)


def _served(agreement: Agreement, charging: Function, services: tuple[str, ...]) -> list[Function]:
    """Return the council’s functions that provide; before the Care Act 2014 any other, since the words of that time were not read."""
    others = [function for function in subjects(agreement) if side(function) == "council"]
    if str(charging.act) != "Care Act 2014":
        return [function for function in others if function is not charging]
    return [function for function in others if str(function.act) == str(charging.act) and _provides(function, services)]


def _provides(function: Function, services: tuple[str, ...]) -> bool:
    """Return whether a function cites sections under which services are provided; a subsection about charges is none."""
    named = list(cited(services))
    every = [one for one in cited(items(function)) if one.within != "(3)" and not one.named]
    return any(one.first <= other.last and other.first <= one.last for one in every for other in named)
