"""Where the exemption for the Better Care Fund is claimed, every arrangement of the agreement is paid from a pooled fund.

Section 223GA(3) of the National Health Service Act 2006 is about money that must be placed in a pooled fund. Functions that one partner
exercises for another outside any pool are not arrangements under it, so that the exemption does not reach them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.exemption import claimed
from section75.rules.mutations import Mutation
from section75.rules.prescribed import pooled

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg4-2a-b-mixed"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(2A)(b), and National Health Service Act 2006, section 223GA(3) (a reading): "
    "https://www.legislation.gov.uk/uksi/2015/1940/regulation/2"
)
_EXEMPT: Final = """\
agreement:
  better_care_fund: yes
  consultation: {position: exempt, because: it is made under section 223GA(3) for the Better Care Fund}
  funds: {pool: {name: Home Fund, kind: KIND, host: council}}
  schemes:
    home: {name: Home First, fund: pool, lead: council, functions: [nursing, support], delegated: nursing}
"""
PASSES: Final = (
    _EXEMPT.replace("KIND", "pooled"),
    _EXEMPT.replace("KIND", "aligned").replace(", delegated: nursing", ""),
    _EXEMPT.replace("KIND", "aligned").replace(
        "{position: exempt, because: it is made under section 223GA(3) for the Better Care Fund}", "{position: done}"
    ),
)
FAILS: Final = (_EXEMPT.replace("KIND", "aligned"),)
MUTATIONS: Final = (
    Mutation(
        {"consultation": "{position: exempt, because: it is made under section 223GA(3) for the Better Care Fund}"},
        "schemes.reablement",
        {
            "extent": "full",
            "better_care_fund": "yes",
            "better_care_plan": "{agreed: 12 March 2026, approved: 26 March 2026}",
            "funds.reablement.kind": "not pooled",
        },
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each scheme in which functions are exercised for another partner outside any pooled fund."""
    agreement = facts.agreement
    if agreement is None or not claimed(facts):
        return
    for scheme in {exercise.scheme.key: exercise.scheme for exercise in agreement.arrangement.exercises}.values():
        if not pooled(agreement, scheme):
            message = f"The exemption for the Better Care Fund is claimed, and {scheme.name} is paid from no pooled fund."
            yield Problem(scheme.place(), ID, LEVEL, message, "Consult on it, or check that the exemption reaches it.")
