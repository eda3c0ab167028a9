"""The register on a terminal: a line an agreement, and beneath it what is due next.

In: a `Register`. Out: bytes.
"""

from __future__ import annotations

from io import StringIO
from typing import TYPE_CHECKING, Final

from section75.facts.values import Money
from section75.text.wording import long_date, money_short

if TYPE_CHECKING:
    from section75.commands.register import Register
    from section75.facts.standing import Standing

WIDE: Final = 160
NEXT: Final = 3
"""How many of the next days a line tells."""
HEADINGS: Final = ("Agreement", "State", "Ends", "Next", "Contributions", "Blanks", "Problems")


def write(register: Register) -> bytes:
    """Return the table."""
    from rich.console import Console
    from rich.table import Table

    table = Table(title=f"Agreements as at {long_date(register.on)}", title_justify="left")
    for heading in HEADINGS:
        table.add_column(heading, overflow="fold", justify="right" if heading in HEADINGS[-2:] else "left")
    for standing in register.standings:
        table.add_row(*_cells(standing))
    page = StringIO()
    Console(file=page, width=WIDE).print(table)
    return page.getvalue().encode()


def _cells(standing: Standing) -> tuple[str, ...]:
    partners = ", ".join(str(partner.name) for partner in standing.agreement.partners.values())
    due = "\n".join(f"{long_date(one.day)}: {one.what}" for one in standing.milestones[:NEXT])
    sums = "\n".join(f"{one.year}: {money_short(one.total)}" for one in standing.money if isinstance(one.total, Money))
    ends = long_date(standing.ends) if standing.ends else "not known"
    return (f"{standing.agreement.title}\n{partners}", standing.state, ends, due, sums, str(standing.blanks), str(standing.problems))
