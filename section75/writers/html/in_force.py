"""What stands at the head of every page of an agreement: the clause or schedule in force there.

In: the number and the heading of a clause, schedule or execution part. Out: words for one line of small type.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from section75.document.tree import plain
from section75.writers.html.inline import kept

if TYPE_CHECKING:
    from section75.document.tree import Inline

LINE = 70
"""Characters of 9 point Arial that fill most of one line between the margins."""
CUT = "…"


def provision(number: str, heading: tuple[Inline, ...]) -> str:
    """Return number and heading, cut after a whole word where they are longer than a line.

    >>> from section75.document.tree import Text
    >>> provision("9. ", (Text("Statutory responsibilities"),))
    '9. Statutory responsibilities'
    >>> provision("Schedule 4: ", (Text("Money and " * 8),))
    'Schedule 4: Money and Money and Money and Money and Money and Money…'
    """
    words = f"{number}{plain(kept(heading))}".strip()
    if len(words) <= LINE:
        return words
    return words[: LINE - len(CUT) + 1].rpartition(" ")[0].rstrip(" ,;:–-") + CUT
