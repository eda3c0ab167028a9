"""A combined county authority takes part for NHS functions that other arrangements have given it, or as its own order says.

Section 75(7G) to (7L) treats it as it does a combined authority; the order that set it up may apply section 75
to its functions of public health.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.law_examples import PARTNERS
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg3-cca"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "National Health Service Act 2006, section 75(7G) to (7L); SI 2024/232, regulation 24, for an example: https://www.legislation.gov.uk/uksi/2024/232/regulation/24"
_THIRD: Final = "    third: {name: Hill Combined Authority, short: the Authority, type: combined county authority%s}\n"
PASSES: Final = (PARTNERS, PARTNERS + _THIRD % ", acts_under: the delegation agreement of 1 March 2026 with NHS Hill ICB")
FAILS: Final = (PARTNERS + _THIRD % "",)
MUTATIONS: Final = (
    Mutation(
        {"partners.third": "{name: Meadow Authority, short: the Authority, type: combined county authority, address: Meadowbridge}"},
        "partners.third.type",
        {"extent": "full"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each combined county authority of which it is not said under which arrangements it acts."""
    for partner in facts.agreement.partners.values() if facts.agreement else ():
        if partner.type == "combined county authority" and not partner.acts_under:
            message = (
                f"{partner.name} may take part only for NHS functions that it exercises under other arrangements, and none are stated."
            )
            yield Problem(
                partner.place("type"), ID, LEVEL, message, "State the arrangements, or the order that set it up, under acts_under."
            )
