"""A contribution to a scheme that begins or ends inside a financial year says which part of the year it is for.

The dowry of a person who leaves a bed runs from the day of the move: so many weeks of the weekly cost. A sum for a whole year, put
against a scheme of nine months, is a quarter too much. That the part is the full year’s sum by the day is worked out when the facts are
read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.facts.lines import lines_of
from section75.problems import Problem
from section75.rules.lines import at
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.lines import Contribution
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "part-year"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Arithmetic: days of the year, 365 or 366; the rounding rule of the schedule of contributions."

_SCHEME: Final = """\
agreement:
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: pool, lead: council, starts: 1 July 2026}
"""
PASSES: Final = (
    f"{_SCHEME}  contributions: {{2026/27: {{home: {{icb: {{full_year: 2866667, starts: 1 July 2026}}}}}}, 2027/28: {{home: {{}}}}}}\n",
    f"{_SCHEME}  contributions: {{2026/27: {{home: {{icb: {{amount: 2150000, starts: 1 July 2026, ends: 31 March 2027}}}}}}}}\n",
)
FAILS: Final = (
    f"{_SCHEME}  contributions: {{2026/27: {{home: {{icb: 2866667}}}}}}\n",
    f"{_SCHEME}  contributions: {{2026/27: {{home: {{icb: {{amount: 2150000, starts: 1 June 2026, ends: 31 March 2027}}}}}}}}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"contributions.2026/27.reablement.council": "1200000"},
        "contributions.2026/27.reablement.council",
        {
            "schemes.reablement.starts": "1 July 2026",
            "contributions.2026/27.reablement": (
                "{council: {amount: 1200000, starts: 1 July 2026, ends: 31 March 2027}, "
                "icb: {amount: 1200000, starts: 1 July 2026, ends: 31 March 2027}}"
            ),
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each contribution for more of a year than its scheme runs."""
    for line in lines_of(facts.agreement) if facts.agreement else ():
        if not line.dowry:
            yield from _line(line)


def _line(line: Contribution) -> Iterator[Problem]:
    starts, ends = line.scheme.starts, line.scheme.ends
    first = (line.part.starts if line.part else None) or line.year.first
    last = (line.part.ends if line.part else None) or line.year.last
    remedy = "State under “starts” and “ends” for which days the sum is."
    if isinstance(starts, Day) and first < starts <= line.year.last:
        message = f"The contribution is for {line.year} from {shown(first)}, and {line.scheme.name} starts on {shown(starts)}."
        yield Problem(at(line), ID, LEVEL, message, remedy)
    if isinstance(ends, Day) and line.year.first <= ends < last:
        message = f"The contribution is for {line.year} to {shown(last)}, and {line.scheme.name} ends on {shown(ends)}."
        yield Problem(at(line), ID, LEVEL, message, remedy)
