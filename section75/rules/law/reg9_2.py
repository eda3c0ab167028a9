"""An NHS trust takes part in arrangements under regulation 9 only with the consent of those that commission from it.

The consents come before the agreement is made. A foundation trust needs none, and no consent is needed under regulation 8 alone. Consents
that are not known are blanks.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.arrangements import BY_COUNCIL, CONSENT, NOT_POOLED, TRUST, WITH_CONSENT
from section75.rules.mutations import Mutation
from section75.rules.required import unmet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "reg9-2"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 9(2), as amended by SI 2012/3094, regulation 12(7), and SI 2022/634: https://www.legislation.gov.uk/uksi/2000/617/regulation/9"
PASSES: Final = (
    BY_COUNCIL,
    BY_COUNCIL + TRUST,
    BY_COUNCIL + TRUST + "  " + CONSENT + "  executed_on: 27 March 2026\n",
)
FAILS: Final = (
    BY_COUNCIL + TRUST + "      consents: []\n",
    BY_COUNCIL + TRUST + "  " + CONSENT + "  executed_on: 1 February 2026\n",
)
MUTATIONS: Final = (
    Mutation(
        {"partners.icb.consents": "[]"},
        "partners.icb.consents",
        {
            **NOT_POOLED,
            **WITH_CONSENT,
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what is missing."""
    yield from unmet(facts, ID, LEVEL)
