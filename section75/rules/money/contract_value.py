"""A yearly value, times the years, is the total that is stated; with an uplift in it the total is more.

Cambridgeshire, 2024: £1,250,090 a year for two years is £2,500,180. Peterborough puts £5.65m over four years: whether an uplift is in
such a total must be said, or nobody can check it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Money
from section75.facts.sums import pounds, unequal
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.contract_value import ContractValue
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "contract-value"
LEVEL: Final[Level] = "error"
FIRM: Final = "a total and its parts cannot both be right"
AUTHORITY: Final = "Arithmetic; what is approved is the whole of the term."

_HOME: Final = "agreement:\n  schemes:\n    home: {name: Home First, lead: council, contract_value: "
PASSES: Final = (
    f"{_HOME}{{per_year: £1250090, years: 2, total: £2500180}}}}\n",
    f"{_HOME}{{per_year: £1.4m, years: 4, total: £5.65m, with_uplift: yes}}}}\n",
)
FAILS: Final = (
    f"{_HOME}{{per_year: £1250090, years: 2, total: £2500090}}}}\n",
    f"{_HOME}{{per_year: £1.4m, years: 4, total: £5.6m, with_uplift: yes}}}}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"schemes.reablement.contract_value.total": "£1.9m"},
        "schemes.reablement.contract_value.total",
        {"schemes.reablement.contract_value": "{per_year: 900000, years: 2, total: £1.8m}"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each total that is not the yearly value for all the years."""
    for scheme in facts.agreement.schemes.values() if facts.agreement else ():
        if scheme.contract_value:
            yield from _total(scheme.contract_value)


def _total(value: ContractValue) -> Iterator[Problem]:
    product, total = value.product, value.total
    if total is None or not isinstance(product, Money):
        return
    if value.with_uplift and total <= product:
        message = f"{pounds(total)} is said to hold an uplift, and the yearly value for all the years is {pounds(product)} already."
        yield Problem(value.place("total"), ID, LEVEL, message, "Correct one of them, or take “with_uplift” out.")
    elif not value.with_uplift and total != product:
        message, remedy = unequal(total, product, "the yearly value for all the years")
        yield Problem(value.place("total"), ID, LEVEL, message, f"{remedy[:-1]}, or say “with_uplift: yes” if an uplift is in it.")
