"""The register as rows: the same cells for every form that has columns.

In: a `Register`. Out: the headings, and a row of values for each agreement: words, days, pounds, whole numbers or nothing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from section75.facts.values import Money

if TYPE_CHECKING:
    from datetime import date

    from section75.commands.register import Register
    from section75.facts.standing import Standing

    Cell = str | date | Decimal | int | None

FIRST: Final = ("Agreement", "Title", "Partners", "State", "Begins", "Ends")
DAYS: Final = {
    "Next review": "review",
    "Notice by": "last day for notice to end it",
    "Extension by": "last day to decide an extension",
    "Decision by": "last day for that decision",
    "Agenda by": "agenda of that decision",
    "Key decision notice by": "notice of a key decision to extend or replace it",
}
LAST: Final = ("Blanks", "Problems")


def headings(register: Register) -> tuple[str, ...]:
    """Return the heading of each column; money has one for each year, in pounds."""
    return (*FIRST, *DAYS, *(f"£ {year}" for year in register.years), *LAST)


def row(standing: Standing, register: Register) -> tuple[Cell, ...]:
    """Return the cells of one agreement."""
    agreement = standing.agreement
    partners = "; ".join(str(partner.name) for partner in agreement.partners.values())
    first = (str(standing.key), str(agreement.title), partners, str(standing.state), standing.begins, standing.ends)
    totals = {one.year: one.total for one in standing.money}
    money = (totals.get(year) for year in register.years)
    pounds = tuple(Decimal(one.pence) / 100 if isinstance(one, Money) else None for one in money)
    return (*first, *map(standing.next_day, DAYS.values()), *pounds, int(standing.blanks), int(standing.problems))
