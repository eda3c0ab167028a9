"""A combined authority takes part as an NHS body does, and only for NHS functions that other arrangements have given it.

It is no local authority of regulation 3. Section 75(7A) to (7F) treats it as an NHS body where it exercises an NHS function under section
7A or 65Z5; the agreement says which arrangements these are.
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

ID: Final = "reg3-ca"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "National Health Service Act 2006, section 75(7A) to (7F): https://www.legislation.gov.uk/ukpga/2006/41/section/75"
_THIRD: Final = "    third: {name: Hill Combined Authority, short: the Authority, type: combined authority%s}\n"
PASSES: Final = (PARTNERS, PARTNERS + _THIRD % ", acts_under: the delegation agreement of 1 March 2026 with NHS Hill ICB")
FAILS: Final = (PARTNERS + _THIRD % "",)
MUTATIONS: Final = (
    Mutation(
        {"partners.third": "{name: Meadow Authority, short: the Authority, type: combined authority, address: Meadowbridge}"},
        "partners.third.type",
        {"extent": "full"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each combined authority of which it is not said under which arrangements it acts."""
    for partner in facts.agreement.partners.values() if facts.agreement else ():
        if partner.type == "combined authority" and not partner.acts_under:
            message = (
                f"{partner.name} may take part only for NHS functions that it exercises under other arrangements, and none are stated."
            )
            yield Problem(
                partner.place("type"), ID, LEVEL, message, "State the arrangements, or the order that set it up, under acts_under."
            )
