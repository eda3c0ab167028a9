"""Enquiries about adults at risk may be included, and the council remains answerable for them, as the clause on safeguarding says.

Section 79 of the Care Act 2014 bars these functions from another way of delegation, and not from this one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.citing import cited
from section75.rules.mutations import Mutation
from section75.rules.prescribed import items, side, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.services import Function
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg6-safe"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "National Health Service Act 2006, section 75(5); Care Act 2014, sections 42 to 47 and 79 (unverified): https://www.legislation.gov.uk/ukpga/2014/23/section/79"
_FACTS: Final = """\
agreement:
  functions:
    nursing: {of: icb, act: National Health Service Act 2006, sections: [3, 3A], covers: arranging community nursing}
    support: {of: council, act: Care Act 2014, sections: [18, 42], covers: meeting needs and making enquiries}
"""
PASSES: Final = (_FACTS,)
FAILS: Final = (f"{_FACTS}  clauses: {{leave_out: [safeguarding]}}\n",)
MUTATIONS: Final = (
    Mutation(
        {"clauses": "{not_used: [safeguarding]}"}, "clauses.not_used.0", {"functions.adult_care.sections": "[18, 42]", "extent": "full"}
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield the leaving out of the clause on safeguarding where a function of safeguarding is part of the arrangements."""
    if facts.agreement is None or not any(_safeguards(function) for function in subjects(facts.agreement)):
        return
    for left in (*facts.agreement.clauses.leave_out, *facts.agreement.clauses.not_used):
        if left == "safeguarding":
            message = "Functions of safeguarding are included, and the clause by which the council remains answerable for them is left out."
            yield Problem(
                left.place or facts.agreement.place("clauses"),
                ID,
                LEVEL,
                message,
                "Keep the clause, or leave these functions with the council.",
            )


def _safeguards(function: Function) -> bool:
    """Return whether it is a council’s function under sections 42 to 47 of the Care Act 2014."""
    (named,) = cited(["42 to 47"])
    return side(function) == "council" and str(function.act) == "Care Act 2014" and any(one.meets(named) for one in cited(items(function)))
