"""Nobody writes that responsibility or liability of local authorities passes to another: arrangements leave it where it is.

Partners may share cost between themselves; what they answer for in law does not move.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.rules.liability import moved
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level, Problem
    from section75.rules import Facts

ID: Final = "s75-5-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "National Health Service Act 2006, section 75(5)(b): https://www.legislation.gov.uk/ukpga/2006/41/section/75"
PASSES: Final = (
    "agreement:\n  improvement: responsibility stays with the Council\n",
    "agreement:\n  improvement: no liability of the Council passes to another\n",
)
FAILS: Final = (
    "agreement:\n  improvement: the liability of the Council for these functions transfers to the provider\n",
    "agreement:\n  improvement: the Council transfers its statutory responsibilities\n",
)
MUTATIONS: Final = (
    Mutation({"improvement": "the liability of the Council for its functions is transferred to its partner"}, "improvement"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each of the words of the facts that say so."""
    yield from moved(facts, ID, LEVEL, nhs=False)
