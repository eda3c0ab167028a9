"""The partners say why the arrangements are likely to improve the exercise of the functions, and do not say that they will not.

The condition comes before the making of any arrangement. Better provision to the people served counts as improvement (section 75(7)).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg4-1"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 4(1); National Health Service Act 2006, section 75(1) and (7): https://www.legislation.gov.uk/uksi/2000/617/regulation/4"
PASSES: Final = ("agreement:\n  improvement: one team will plan each discharge\n", "agreement:\n  improvement: TBC\n")
FAILS: Final = (
    "agreement:\n  improvement: none\n",
    "agreement:\n  improvement: no improvement is expected in the first year\n",
    "agreement:\n  improvement: the way in which functions are exercised will not change\n",
)
MUTATIONS: Final = (Mutation({"improvement": "not applicable"}, "improvement"),)

NOTHING: Final = re.compile(r"(?:none|nil|nothing|no|n/?a|not applicable)\.?", re.IGNORECASE)
DENIED: Final = re.compile(
    r"\bno (?:likely )?improvement\b|\bnot (?:likely to )?(?:lead to (?:an|any) )?improve|\bwill not change\b", re.IGNORECASE
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield a statement of improvement that says nothing, or says that there is none."""
    if facts.agreement is None or isinstance(facts.agreement.improvement, Blank):
        return
    said = facts.agreement.improvement
    if NOTHING.fullmatch(said.strip()) or DENIED.search(said):
        message = "Arrangements may be made only if they are likely to lead to an improvement, and this says that none is seen."
        yield Problem(
            facts.agreement.place("improvement"), ID, LEVEL, message, "Say what will be better and why, or write TBC until it is known."
        )
