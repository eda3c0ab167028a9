"""A Special Health Authority is no NHS body of section 75, and cannot be a partner.

The names here are those of the authorities that there are, and of one that was renamed; another is known by the words of its name.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.law_examples import PARTNERS
from section75.rules.mutations import Mutation
from section75.rules.prescribed import SPECIAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg3-sha"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "National Health Service Act 2006, section 75(8): https://www.legislation.gov.uk/ukpga/2006/41/section/75"
PASSES: Final = (PARTNERS,)
FAILS: Final = (f"{PARTNERS}    third: {{name: NHS Blood and Transplant, short: NHSBT, type: other}}\n",)
MUTATIONS: Final = (
    Mutation(
        {"partners.third": "{name: NHS Blood and Transplant, short: NHSBT, type: other, address: Bristol}"},
        "partners.third.name",
        {"extent": "full"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each partner whose name is that of a Special Health Authority."""
    for partner in facts.agreement.partners.values() if facts.agreement else ():
        if SPECIAL.search(partner.name):
            message = f"{partner.name} is a Special Health Authority, which section 75 leaves out."
            yield Problem(partner.place("name"), ID, LEVEL, message, "Name it under bodies, if it is to be named at all.")
