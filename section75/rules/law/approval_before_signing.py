"""Each partner has decided to make the agreement, under its own constitution, before it is made."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "approval-before-signing"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Local Government Act 2000, sections 9D and 9E, and the constitution of each body (not read): https://www.legislation.gov.uk/ukpga/2000/22/part/1A"
_GIVEN: Final = (
    "agreement:\n  executed_on: 30 March 2026\n  approvals:\n    - {partner: council, body: Cabinet, given: WHEN, minute: TBC}\n"
)
PASSES: Final = (_GIVEN.replace("WHEN", "TBC"), _GIVEN.replace("WHEN", "10 March 2026"))
FAILS: Final = (_GIVEN.replace("WHEN", "2 April 2026"),)
MUTATIONS: Final = (Mutation({"approvals.1.given": "1 May 2026"}, "approvals.1.given"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each decision that is later than the date of the agreement."""
    made = facts.agreement.executed_on if facts.agreement else None
    for approval in facts.agreement.approvals if facts.agreement else ():
        for field in ("given", "on"):
            day = getattr(approval, field)
            if isinstance(day, Day) and isinstance(made, Day) and day > made:
                message = f"The {approval.body} decided after the agreement was made."
                yield Problem(approval.place(field), ID, LEVEL, message, "Check both dates: the decision comes first.")
