"""A contribution of the year before, raised by the stated rate, is the contribution of the year, to the penny or the pound it is stated in.

North Tyneside’s fund of 2022/23 is £30,774,007, “up 4.47 %”: from £29,457,267. The message states the true rate to two decimals. What was
given for one year only is not raised, and where the sums do not follow, one of the three is wrong.
"""

from __future__ import annotations

from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.lines import lines_of
from section75.facts.sums import pounds
from section75.facts.uplifted import uplifted
from section75.problems import Problem
from section75.rules.lines import source_of, span
from section75.rules.mutations import Mutation
from section75.rules.reading import percent

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.facts.base import Blank
    from section75.facts.dates import Year
    from section75.facts.lines import Contribution
    from section75.facts.uplifted import Uplifted
    from section75.facts.uplifts import Uplift
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "uplift"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "Arithmetic; the method by which contributions of later years are set is a term of the agreement (SI 2000/617, regulation 7(3)(b))."
)

_TYNESIDE: Final = """\
agreement:
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council}
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
"""
PASSES: Final = (
    f"""\
{_TYNESIDE}\
  contributions:
    2021/22: {{home: {{icb: 29457267}}}}
    2022/23: {{home: {{icb: 30774007}}}}
  uplifts: {{2022/23: {{rate: 4.47 %}}}}
""",
    f"""\
{_TYNESIDE}\
  contributions:
    2021/22: {{home: {{icb: 1000000, council: {{amount: 50000, recurrent: no}}}}}}
    2022/23: {{home: {{icb: 1028000}}}}
  uplifts: {{2022/23: {{rate: 2.8 %}}}}
""",
)
FAILS: Final = (
    f"""\
{_TYNESIDE}\
  contributions:
    2021/22: {{home: {{icb: 29457267}}}}
    2022/23: {{home: {{icb: 30774007}}}}
  uplifts: {{2022/23: {{rate: 4.74 %}}}}
""",
    f"""\
{_TYNESIDE}\
  contributions:
    2021/22: {{home: {{icb: 1000000.00}}}}
    2022/23: {{home: {{icb: 1028000.50}}}}
  uplifts: {{2022/23: {{rate: 2.8 %}}}}
""",
)
MUTATIONS: Final = (
    Mutation(
        {"uplifts.2027/28.rate": "5 %"},
        "uplifts.2027/28.rate",
        {
            "contributions": (
                "{2026/27: {reablement: {council: 1000000, icb: 1000000}}, 2027/28: {reablement: {council: 1040000, icb: 1040000}}}"
            ),
            "uplifts": "{2027/28: {rate: 4 %}}",
        },
    ),
)

POUND: Final = 100
"""Pence in a pound."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each year whose recurrent contributions are not those of the year before with the rate that concerns them.

    Where two additions of one year concern the same contribution nothing is said: the parts of a difference cannot be told apart.
    """
    for one in uplifted(facts.agreement) if facts.agreement else ():
        if facts.agreement and one.uplift.rate is not None and alone(facts.agreement, one):
            yield from _raised(facts.agreement, one)


def alone(agreement: Agreement, one: Uplifted) -> bool:
    """Return whether no other addition of the year concerns a contribution that this one concerns."""
    others = [other for other in agreement.uplifts[one.year] if other is not one.uplift]
    return not any(concerns(other, line) for other in others for line in recurrent(agreement, one.year, one.uplift))


def recurrent(agreement: Agreement, year: Year, uplift: Uplift) -> list[Contribution]:
    """Return the lines of a year that an addition concerns; dowries follow the people, and money of one year only is not raised."""
    return [line for line in lines_of(agreement) if line.year == year and line.recurrent and not line.dowry and concerns(uplift, line)]


def concerns(uplift: Uplift, line: Contribution) -> bool:
    """Return whether an addition concerns the line of a scheme and a source."""
    return (not uplift.schemes or line.scheme.key in uplift.schemes) and (not uplift.sources or source_of(line) in uplift.sources)


def _raised(agreement: Agreement, one: Uplifted) -> Iterator[Problem]:
    now, earlier = (recurrent(agreement, year, one.uplift) for year in (one.year, one.year.before))
    if one.difference is None or one.due is None or not isinstance(one.before, Money) or not isinstance(one.after, Money):
        return
    spare = sum((_half_of_unit(line.full) for line in now), Fraction(0))
    exact = one.before.pence * (1 + Fraction(one.uplift.rate or 0))
    if abs(one.after.pence - exact) > spare:  # half a penny may be rounded either way
        stated = percent(Fraction(one.uplift.rate or 0))
        true = f", and the true rate {percent(one.exact)}" if one.exact is not None and percent(one.exact) != stated else ""
        message = (
            f"{pounds(one.before)} ({span(earlier)}) with {stated} is {pounds(one.due)}, and {pounds(one.after)} is stated ({span(now)}): "
            f"the difference is {pounds(one.difference)}{true}."
        )
        yield Problem(one.uplift.place("rate"), ID, LEVEL, message, "Correct the contributions of either year, or the rate.")


def _half_of_unit(amount: Money | Blank) -> Fraction:
    """Return half of what an amount is stated in, in pence: whole pounds, or pence."""
    return Fraction(POUND if isinstance(amount, Money) and amount.pence % POUND == 0 else 1, 2)
