"""Lines of contributions as rules of money read them: their sums, and where they are stated.

In: lines, or an agreement. Out: exact sums in pounds and pence, places for messages, and what has steps and payments of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.facts.base import Blank, Money
from section75.problems import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.facts.lines import Contribution
    from section75.facts.services import Scheme


def holders(agreement: Agreement) -> tuple[Fund | Scheme, ...]:
    """Return what may have steps and payments of its own: the funds, then the schemes."""
    funds: tuple[Fund | Scheme, ...] = tuple(agreement.funds.values())
    return (*funds, *agreement.schemes.values())


def summed(lines: Iterable[Contribution]) -> Money | Blank:
    """Return what lines come to; a blank if one of them is."""
    total: Money | Blank = Money(0)
    for line in lines:
        total = total + line.amount
    return total


def at(line: Contribution) -> Place:
    """Return where a line is stated."""
    return line.amount.place or Place("facts")


def span(lines: Sequence[Contribution]) -> str:
    """Return where lines are stated, from the first to the last, for a message: `agreement.yaml:12 to 18`."""
    places = sorted({at(line) for line in lines})
    first, last = places[0], places[-1]
    return f"{first.file}:{first.line}" + (f" to {last.line}" if last.line != first.line else "")


def source_of(line: Contribution) -> str:
    """Return the key of the grant that a line comes from, or of the partner whose own money it is."""
    return line.source.key if line.source else line.payer.key
