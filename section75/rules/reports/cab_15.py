"""A decision that is said to be no key decision says why.

If scrutiny thinks that a decision should have been key, it can require a report to the full council; the reason given at the time is the
answer. Hillingdon and Southampton recorded decisions on whole services as not key and gave none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.decisions import DECIDES, by_executives
from section75.rules.mutations import Mutation
from section75.rules.report_examples import NOT_KEY

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "cab-15"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulation 18: a report to the council on a decision that was not treated as key, and the reasons for that."
)
PASSES: Final = (
    "report:\n  key_decision: {is_key: no, because: it moves no money and changes no service}\n",
    "report:\n  key_decision: {is_key: yes, reference: 2026/014}\n",
)
FAILS: Final = ("report:\n  key_decision: {is_key: no}\n",)
MUTATIONS: Final = (Mutation({"report.key_decision": "{is_key: no}"}, "report.key_decision.is_key", NOT_KEY, paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each decision that is said not to be key, without a reason."""
    for report in by_executives(facts):
        key = report.key_decision
        if not isinstance(key, Blank) and not key.is_key and not key.because and report.kind in DECIDES:
            message = "The decision is said to be no key decision, and no reason is given."
            yield Problem(key.place("is_key"), ID, LEVEL, message, "Give the reason under “because”.")
