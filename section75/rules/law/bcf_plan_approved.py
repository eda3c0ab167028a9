"""A Better Care Fund plan is agreed locally before it is approved nationally.

NHS England approves the plan where it has made that a condition of the money; it approves what the health and wellbeing board has agreed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "bcf-plan-approved"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "National Health Service Act 2006, section 223GA(4)(b): https://www.legislation.gov.uk/ukpga/2006/41/section/223GA"
_PLAN: Final = "agreement:\n  better_care_fund: yes\n  better_care_plan: {agreed: 12 March 2026, approved: WHEN}\n"
PASSES: Final = (_PLAN.replace("WHEN", "TBC"), _PLAN.replace("WHEN", "26 March 2026"))
FAILS: Final = (_PLAN.replace("WHEN", "1 March 2026"),)
MUTATIONS: Final = (
    Mutation(
        {"better_care_plan.approved": "1 March 2026"},
        "better_care_plan.approved",
        {"extent": "full", "better_care_fund": "yes", "better_care_plan": "{agreed: 12 March 2026, approved: 26 March 2026}"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield a national approval that is earlier than the local agreement."""
    plan = facts.agreement.better_care_plan if facts.agreement and facts.agreement.better_care_fund else None
    if plan is None or isinstance(plan, Blank):
        return
    if isinstance(plan.agreed, Day) and isinstance(plan.approved, Day) and plan.approved < plan.agreed:
        message = "The plan was approved nationally before it was agreed locally."
        yield Problem(plan.place("approved"), ID, LEVEL, message, "Check both dates.")
