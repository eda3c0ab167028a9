"""A pooled fund without any exercise of functions still has a text on the sharing of information.

Regulation 7 does not ask for one, as regulations 8 and 9 do; the law of data protection does not go away for that.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.arrangements import BY_NHS, NONE_DELEGATED, POOLED, without
from section75.rules.mutations import Mutation
from section75.rules.required import choice, left_out

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg7-no-i"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulations 7 to 9 compared; UK GDPR, article 26: https://www.legislation.gov.uk/uksi/2000/617/regulation/7"
)
_NO_SCHEDULE: Final = ("not_used: [data-protection]", "not_used: [data-protection], leave_out: [schedule-information-sharing]")
PASSES: Final = (POOLED, without(BY_NHS, "data-protection").replace(*_NO_SCHEDULE))
FAILS: Final = (without(POOLED, "data-protection").replace(*_NO_SCHEDULE),)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{leave_out: [schedule-information-sharing], not_used: [data-protection]}"},
        "clauses.not_used.0",
        NONE_DELEGATED,
        also=("broken-reference",),
    ),
)
LIKE: Final = "reg8-2-i"
"""The requirement with which the texts deal."""


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield that no text deals with it, where nothing is delegated."""
    agreement = facts.agreement
    if agreement and agreement.arrangement.pooled and not agreement.arrangement.delegated and left_out(facts.meetings, LIKE):
        message = "No text of the agreement deals with the sharing of information."
        yield Problem(choice(agreement, facts.meetings, LIKE), ID, LEVEL, message, "Keep the clause on data protection.")
