"""What is added to the contributions is divided as the partners agreed: so much more from each than in the year before.

Dorset’s public health service split its uplift 60:40 between two councils. The difference between the years, partner by partner, is the
exact share of the amount; odd pence go to the largest remainders.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.partners import Partner
from section75.facts.sums import unequal
from section75.facts.uplifted import uplifted
from section75.problems import Problem
from section75.rules.lines import source_of, span
from section75.rules.money.uplift import alone, recurrent
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from section75.facts.agreement import Agreement
    from section75.facts.base import Blank
    from section75.facts.lines import Contribution
    from section75.facts.uplifted import Addition, Uplifted
    from section75.facts.uplifts import Uplift
    from section75.problems import Level
    from section75.rules import Facts

    Lines = Sequence[Contribution]

ID: Final = "uplift-split"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic; what each partner contributes must be stated and agreed (SI 2000/617, regulation 7(3)(b))."

_DORSET: Final = """\
agreement:
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
"""
PASSES: Final = (
    f"""\
{_DORSET}\
  contributions:
    2015/16: {{home: {{council: 1200000, icb: 800000}}}}
    2016/17: {{home: {{council: 1260000, icb: 840000}}}}
  uplifts: {{2016/17: {{amount: 100000, shares: {{council: 60 %, icb: 40 %}}}}}}
""",
)
FAILS: Final = (
    f"""\
{_DORSET}\
  contributions:
    2015/16: {{home: {{council: 1200000, icb: 800000}}}}
    2016/17: {{home: {{council: 1250000, icb: 850000}}}}
  uplifts: {{2016/17: {{amount: 100000, shares: {{council: 60 %, icb: 40 %}}}}}}
""",
    f"""\
{_DORSET}\
  contributions:
    2015/16: {{home: {{council: 1200000, icb: 800000}}}}
    2016/17: {{home: {{council: 1260000, icb: 840000}}}}
  uplifts: {{2016/17: {{amount: 110000}}}}
""",
)
MUTATIONS: Final = (
    Mutation(
        {"uplifts.2027/28.amount": "90000"},
        "uplifts.2027/28.amount",
        {
            "contributions": (
                "{2026/27: {reablement: {council: 1000000, icb: 1000000}}, 2027/28: {reablement: {council: 1040000, icb: 1040000}}}"
            ),
            "uplifts": "{2027/28: {amount: 80000}}",
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each difference between two years that is not the amount added, or a partner's share of it."""
    for one in uplifted(facts.agreement) if facts.agreement else ():
        if facts.agreement and one.uplift.amount is not None and alone(facts.agreement, one):
            yield from _compared(facts.agreement, one, one.uplift.amount)


def _compared(agreement: Agreement, one: Uplifted, amount: Money) -> Iterator[Problem]:
    before, now = (recurrent(agreement, year, one.uplift) for year in (one.year.before, one.year))
    if not before or not now:
        return
    yield from _difference(one.uplift, amount, before, now)
    for part in one.parts:
        own = [[line for line in lines if part.of.key in (source_of(line), line.payer.key)] for lines in (before, now)]
        if own[1]:
            yield from _difference(one.uplift, part.sum, own[0], own[1], _named(part))


def _named(part: Addition) -> str:
    return str(part.of.short if isinstance(part.of, Partner) else part.of.name)


def _difference(uplift: Uplift, due: Money, before: Lines, now: Lines, whose: str = "") -> Iterator[Problem]:
    earlier, later = _full(before), _full(now)
    if isinstance(earlier, Money) and isinstance(later, Money) and later - earlier != due:
        how = f"what the contributions{f' of {whose}' if whose else ''} rise by ({span([*before, *now])})"
        message, remedy = unequal(due, later - earlier, how)
        yield Problem(uplift.place("shares" if whose else "amount"), ID, LEVEL, message, remedy)


def _full(lines: Lines) -> Money | Blank:
    """Return what lines come to for a full year."""
    total: Money | Blank = Money(0)
    for line in lines:
        total = total + line.full
    return total
