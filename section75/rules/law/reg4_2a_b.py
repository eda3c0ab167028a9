"""The exemption for the Better Care Fund is claimed only for a Better Care Fund agreement, and not before 1 April 2016.

Arrangements that the partners add by choice to such an agreement are not clearly within the exemption: `reg4-2a-b-mixed` asks about them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.base import Day
from section75.problems import Problem
from section75.rules.exemption import claimed
from section75.rules.mutations import Mutation
from section75.rules.prescribed import law_day

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg4-2a-b"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "SI 2000/617, regulation 4(2A)(b), inserted by SI 2015/1940, regulation 2: https://www.legislation.gov.uk/uksi/2015/1940/regulation/2"
)
_EXEMPT: Final = "  consultation: {position: exempt, because: it is made under section 223GA(3) for the Better Care Fund}\n"
PASSES: Final = (f"agreement:\n  better_care_fund: yes\n{_EXEMPT}",)
FAILS: Final = (
    f"agreement:\n{_EXEMPT}",
    f"agreement:\n  better_care_fund: yes\n  law_as_at: 31 March 2016\n{_EXEMPT}",
)
MUTATIONS: Final = (Mutation({"consultation": "{position: exempt, because: it is made under section 223GA(3)}"}, "consultation.because"),)

SINCE: Final = Day(2016, 4, 1)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield an exemption for the Better Care Fund where there is none, or was none yet."""
    agreement, held = facts.agreement, claimed(facts)
    if agreement is None or held is None:
        return
    day = law_day(facts)
    if not agreement.better_care_fund:
        message = "The exemption for the Better Care Fund is claimed, and this is not stated to be a Better Care Fund agreement."
        yield Problem(held.place("because"), ID, LEVEL, message, "Write “better_care_fund: yes” if it is one; if not, consult.")
    elif day and day < SINCE:
        message = "The exemption for the Better Care Fund began on 1 April 2016, after the date of the law."
        yield Problem(held.place("because"), ID, LEVEL, message, "Consult, or correct the date of the law.")
