"""The contributions to one fund in one year are all stated before what people are charged, or all after it.

Both ways are in use in real agreements. A share worked out from a gross sum and a net one is right for neither partner.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.lines import lines_of
from section75.problems import Problem
from section75.rules.lines import at
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "gross-or-net"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Care Act 2014, section 14: the council charges, and its charges are its income; shares compare like with like."

_FUND: Final = """\
agreement:
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
"""
PASSES: Final = (
    f"{_FUND}  contributions: {{2026/27: {{home: {{icb: {{amount: 6000, charges: net}}, council: {{amount: 4000, charges: net}}}}}}}}\n",
    f"{_FUND}  contributions: {{2026/27: {{home: {{icb: 600000, council: {{amount: 400000, charges: gross}}}}}}}}\n",
)
FAILS: Final = (f"{_FUND}  contributions: {{2026/27: {{home: {{icb: 600000, council: {{amount: 400000, charges: net}}}}}}}}\n",)
MUTATIONS: Final = (
    Mutation({"contributions.2026/27.reablement.icb": "{amount: 1200000, charges: net}"}, "contributions.2026/27.reablement.icb.amount"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield the first line of a fund and a year that is stated the other way than the first of all."""
    seen: dict[tuple[object, object], bool] = {}
    told: set[tuple[object, object]] = set()
    for line in lines_of(facts.agreement) if facts.agreement else ():
        of = (line.scheme.fund or line.scheme.key, line.year)
        if line.dowry:
            continue
        if seen.setdefault(of, line.net) != line.net and of not in told:
            told.add(of)
            ways = ("net", "gross") if line.net else ("gross", "net")
            message = f"This contribution of {line.year} is {ways[0]} of charges, and another to the same fund is {ways[1]}."
            yield Problem(at(line), ID, LEVEL, message, "State all of them gross, or all of them net.")
