"""The partners consult, jointly, those whom they see to be affected, and do so before the agreement is made.

Where consultation is said to be done, somebody was consulted, and it closed before the day of execution.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.dates import When
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg4-2"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 4(2): https://www.legislation.gov.uk/uksi/2000/617/regulation/4"
_HELD: Final = "consultation: {position: done, consulted: [carers], opened: May 2025, closed: %s, found: support}\n"
PASSES: Final = (
    f"agreement:\n  executed_on: 1 April 2026\n  {_HELD % 'June 2025'}",
    f"agreement:\n  executed_on: TBC\n  {_HELD % 'June 2025'}",
    "agreement:\n  executed_on: 1 April 2026\n  consultation: {position: done, consulted: TBC, closed: TBC}\n",
)
FAILS: Final = (
    f"agreement:\n  executed_on: 1 April 2026\n  {_HELD % '30 April 2026'}",
    f"agreement:\n  executed_on: 1 April 2026\n  {_HELD % 'May 2026'}",
    "agreement:\n  consultation: {position: done, consulted: [nobody], opened: May 2025, closed: June 2025}\n",
)
MUTATIONS: Final = (
    Mutation({"executed_on": "15 October 2025"}, "consultation.closed", also=("approval-before-signing",)),
    Mutation({"consultation.consulted": "[none]"}, "consultation.consulted"),
)

NOBODY: Final = frozenset({"none", "nobody", "no one", "no-one", "n/a", "not applicable", "nil"})


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield consultation with nobody, and consultation that ended, or began, when the agreement was made already."""
    agreement = facts.agreement
    if agreement is None or isinstance(agreement.consultation, Blank):
        return
    held = agreement.consultation
    if held.position not in ("done", "planned"):
        return
    if not isinstance(held.consulted, Blank) and all(one.strip().casefold() in NOBODY for one in held.consulted):
        message = f"Consultation is said to be {held.position}, and nobody is said to be consulted."
        yield Problem(held.place("consulted"), ID, LEVEL, message, "Name those who were consulted, or correct the position.")
    made = agreement.executed_on
    for name, when in (("opened", held.opened), ("closed", held.closed)):
        if isinstance(made, Day) and not isinstance(when, Blank) and _first(when) >= made:
            message = f"Consultation {name} when the agreement was made already, on {shown(made)}."
            yield Problem(held.place(name), ID, LEVEL, message, "Consult before the agreement is made, and check both dates.")


def _first(when: When) -> Day:
    return when if isinstance(when, Day) else when.first
