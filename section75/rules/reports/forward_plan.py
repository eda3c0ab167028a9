"""A key decision gives its number in the forward plan, or the rule that was complied with.

Cambridgeshire’s report of 2012 has the plan reference 2012/021; two papers of one decision of Croydon give 3323RES and 3323RESa;
Lancashire cites the standing order instead.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "forward-plan"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulations 9 to 11: notice of a key decision is published 28 clear days before it, or a rule of urgency is used."
)
PASSES: Final = (
    "report:\n  key_decision: {is_key: yes, reference: 2012/021}\n",
    "report:\n  key_decision: {is_key: yes, standing_order: 25}\n",
)
FAILS: Final = ("report:\n  key_decision: {is_key: yes}\n",)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each key decision without a reference or a rule."""
    for report in facts.reports.values():
        key = report.key_decision
        if not isinstance(key, Blank) and key.is_key and not key.reference and not key.standing_order:
            message = "It is a key decision, and neither its number in the forward plan nor a standing order is given."
            yield Problem(key.place("is_key"), ID, LEVEL, message, "State one: under “reference” or under “standing_order”.")
