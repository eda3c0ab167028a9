"""Every partner is an NHS body or a local authority; a company, a charity or any other body may provide services and cannot be a partner.

A federation of practices, a community interest company, the police or a school can be named under `bodies`, and hold a contract.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.law_examples import PARTNERS
from section75.rules.mutations import Mutation
from section75.rules.prescribed import active, outsiders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg3-oth"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Follows from SI 2000/617, regulation 3: https://www.legislation.gov.uk/uksi/2000/617/regulation/3"
PASSES: Final = (PARTNERS,)
FAILS: Final = (f"{PARTNERS}    third: {{name: Hill Carers, short: Hill Carers, type: charity}}\n",)
MUTATIONS: Final = (
    Mutation(
        {"partners.third": "{name: Meadow Carers, short: Meadow Carers, type: charity, address: Meadowbridge}"},
        "partners.third.type",
        {"extent": "full"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each partner that is neither, and neither exercises functions nor has any; reg3-2 finds those that do."""
    for partner in outsiders(facts):
        if not active(facts, partner):
            message = f"{partner.name} is neither an NHS body nor a local authority, and cannot be a partner under section 75."
            yield Problem(partner.place("type"), ID, LEVEL, message, "Name it under bodies: it may provide services, or attend meetings.")
