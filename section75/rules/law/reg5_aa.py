"""A trust provides services that a commissioner arranges; it does not arrange them.

Regulation 5(aa) lets in the function of providing, pursuant to arrangements made by an integrated care board or NHS England, what
regulation 5(a) lets these bodies arrange.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.prescribed import at, by_trust, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg5-aa"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 5(aa), inserted by SI 2012/3094, regulation 12(5): https://www.legislation.gov.uk/uksi/2012/3094/regulation/12"
)
_TRUST: Final = """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: Hill NHS Foundation Trust, short: the Trust, type: nhs foundation trust}
  functions:
    nursing: {of: icb, act: National Health Service Act 2006, sections: 43, covers: %s community nursing}
    support: {of: council, act: Care Act 2014, sections: 18, covers: meeting needs for care and support}
"""
PASSES: Final = (_TRUST % "providing",)
FAILS: Final = (_TRUST % "arranging", _TRUST % "commissioning")
MUTATIONS: Final = (
    Mutation(
        {"functions.community_health.covers": "arranging community rehabilitation"},
        "functions.community_health.covers",
        {
            "partners.icb.type": "nhs foundation trust",
            "partners.icb.name": "Meadowshire NHS Foundation Trust",
            "functions.community_health.covers": "providing community rehabilitation",
        },
    ),
)

ARRANGING: Final = re.compile(r"^\s*(?:the function of )?(?:arranging|commissioning)\b", re.IGNORECASE)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of a trust that is stated as one of arranging."""
    for function in subjects(facts.agreement) if facts.agreement else ():
        covers = function.covers
        if by_trust(function) and not isinstance(covers, Blank) and ARRANGING.search(covers):
            message = "A trust has the function of providing services that a commissioner arranges, and this is one of arranging them."
            yield Problem(at(covers), ID, LEVEL, message, "Say what the trust provides, or state whose function it is.")
