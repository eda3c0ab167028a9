"""What is paid from a source with a published minimum is at least that minimum, year by year.

The Better Care Fund sets each board’s minimum contribution; Hillingdon’s NHS contribution to social care of 2025/26 had to rise by 3.93
%. The published figure is an input, stated under `least`; it is not derived from anything here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Money
from section75.facts.lines import lines_of
from section75.facts.sums import pounds
from section75.problems import Place, Problem
from section75.rules.lines import span, summed
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "nhs-minimum"
LEVEL: Final[Level] = "error"
FIRM: Final = "the least that must be paid in is set by law"
AUTHORITY: Final = "National Health Service Act 2006, section 223GA(2) and (3): the designated amount must go into pooled funds."

_SOURCES: Final = """\
agreement:
  sources:
    minimum: {paid_by: icb, name: NHS minimum contribution, least: {2026/27: 13970500}}
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
    away: {name: Away Service, fund: pool, lead: council}
  contributions:
    2026/27:
      home: {minimum: 6200000}
"""
PASSES: Final = (
    f"{_SOURCES}      away: {{minimum: 7770500}}\n",
    f"{_SOURCES}      away: {{minimum: TBC}}\n",
)
FAILS: Final = (
    f"{_SOURCES}      away: {{minimum: 7770050}}\n",
    f"{_SOURCES}      away: {{minimum: 7770500}}\n  better_care_plan: {{designated: {{2026/27: 13970501}}}}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"sources.minimum.least.2026/27": "1300000"},
        "sources.minimum.least.2026/27",
        {
            "sources": "{minimum: {paid_by: icb, name: NHS minimum contribution, least: {2026/27: 1200000}}}",
            "contributions.2026/27.reablement": "{council: 1200000, minimum: 1200000}",
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each year in which less is paid from a source than its published minimum."""
    if facts.agreement:
        yield from _minimums(facts.agreement)
        yield from _designated(facts.agreement)


def _minimums(agreement: Agreement) -> Iterator[Problem]:
    for source in agreement.sources.values():
        for year, least in source.least.items():
            lines = [line for line in lines_of(agreement) if line.year == year and line.source is source]
            paid = summed(lines)
            if lines and isinstance(paid, Money) and paid < least:
                message = (
                    f"{pounds(paid)} is contributed from {source.name} in {year} ({span(lines)}), and {pounds(least)} is the least: "
                    f"{pounds(least - paid)} is missing."
                )
                yield Problem(
                    least.place or Place("facts"), ID, LEVEL, message, "Contribute at least the published minimum, or correct it."
                )


def _designated(agreement: Agreement) -> Iterator[Problem]:
    """Yield each year in which NHS bodies put less into pooled funds than the designated amount of the Better Care Fund."""
    plan = agreement.better_care_plan
    pooled = {key for key, fund in agreement.funds.items() if fund.kind == "pooled"}
    for year, least in () if isinstance(plan, Blank) else plan.designated.items():
        lines = [line for line in lines_of(agreement) if line.year == year and line.payer.is_nhs and line.scheme.fund in pooled]
        paid = summed(lines)
        if lines and isinstance(paid, Money) and isinstance(least, Money) and paid < least:
            message = (
                f"NHS bodies put {pounds(paid)} into pooled funds in {year} ({span(lines)}), and {pounds(least)} is the designated "
                f"amount: {pounds(least - paid)} is missing."
            )
            yield Problem(least.place or Place("facts"), ID, LEVEL, message, "Contribute at least the designated amount, or correct it.")
