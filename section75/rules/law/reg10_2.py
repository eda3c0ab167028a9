"""A group that decides something is a joint committee, or officers who act under their own delegated powers.

Regulation 10(2) lets partners form a joint committee to manage the arrangements. A group that only advises has no power to decide.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg10-2"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 10(2): https://www.legislation.gov.uk/uksi/2000/617/regulation/10"
_BOARD: Final = "agreement:\n  governance:\n    board: {name: Home Board, short: the Board, role: oversees the service, kind: advisory"
PASSES: Final = (
    _BOARD + "}\n",
    _BOARD.replace("advisory", "committee") + ", may: [approve the budget]}\n",
)
FAILS: Final = (_BOARD + ", may: [approve the budget]}\n",)
MUTATIONS: Final = (
    Mutation({"governance.board.kind": "advisory", "governance.board.may": "[approve the budget]"}, "governance.board.may"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each advisory group that may decide something."""
    for board in facts.agreement.governance.values() if facts.agreement else ():
        if board.kind == "advisory" and board.may:
            message = f"The {board.name} only advises, and is given decisions."
            remedy = "Say that it is a committee, or officers with delegated powers, or take the decisions out."
            yield Problem(board.place("may"), ID, LEVEL, message, remedy)
