"""Where the duty to consult is said not to need consultation, a reason is given; and nothing is approved while it is only planned.

Lancashire’s report of 2017 says that consultation is a condition of the power, and then that none is needed: its reason, that service
users are not affected by the parties’ entering into the agreement, has to stand beside it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "consultation-position"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 4(2): the partners must first jointly consult those likely to be affected."
PASSES: Final = (
    """\
agreement:
  consultation: {position: no separate consultation, because: service users are not affected}
""",
    "agreement:\n  consultation: {position: planned}\nreport:\n  kind: propose\n",
)
FAILS: Final = (
    "agreement:\n  consultation: {position: no separate consultation}\n",
    "agreement:\n  consultation: {position: exempt}\n",
    "agreement:\n  consultation: {position: planned}\nreport:\n  kind: approve\n",
)
MUTATIONS: Final = (Mutation({"consultation": "{position: no separate consultation}"}, "consultation.position", paper="report"),)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield a position without its reason, and each approval before consultation."""
    if facts.agreement is None or isinstance(facts.agreement.consultation, Blank):
        return
    held = facts.agreement.consultation
    if held.position in ("no separate consultation", "exempt") and not held.because:
        message = f"The position on consultation is “{held.position}”, and no reason is given."
        yield Problem(held.place("position"), ID, LEVEL, message, "Give the reason under “because”.")
    for report in facts.reports.values():
        if held.position == "planned" and report.kind in ("approve", "renew"):
            message = "The report asks for approval, and consultation is only planned."
            yield Problem(report.place("kind"), ID, LEVEL, message, "Consult first, or propose instead of approving.")
