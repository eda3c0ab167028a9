"""No arrangement includes surgery, radiotherapy, terminations, endoscopy, laser or other invasive treatment, or emergency ambulances.

Transport of patients that is no emergency is not excluded, nor is care after an operation.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.law_examples import NHS_ACT, nhs_function
from section75.rules.mutations import Mutation
from section75.rules.prescribed import at, spoken_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg5-a-x"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 5(a): https://www.legislation.gov.uk/uksi/2000/617/regulation/5"
PASSES: Final = (
    nhs_function(NHS_ACT, "[3, 3A]", "arranging rehabilitation after surgery, at home or in a GP surgery"),
    nhs_function(NHS_ACT, "[3, 3A]", "arranging non-emergency ambulances and non-invasive treatment"),
)
FAILS: Final = (
    nhs_function(NHS_ACT, "[3, 3A]", "arranging minor surgery in the community"),
    nhs_function(NHS_ACT, "[3, 3A]", "arranging an emergency ambulance service"),
)
MUTATIONS: Final = (
    Mutation({"functions.community_health.covers": "arranging community services and endoscopy"}, "functions.community_health.covers"),
    Mutation({"schemes.reablement.services": "[reablement at home, minor surgery]"}, "schemes.reablement.services.1"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each NHS function, and each service of a scheme that has one, in which an excluded treatment is named."""
    for said, head in spoken_of(facts, ID):
        message = f"“{said}” names a treatment or service that arrangements may not include: {head.authority}."
        yield Problem(at(said), ID, LEVEL, message, "Take it out; the NHS body arranges it outside the agreement.")
