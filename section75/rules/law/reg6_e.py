"""Functions of housing are those that regulation 6 names, and belong to a housing authority.

They are grants for adaptations, the allocation of housing and help for the homeless. In an area with two tiers the
district council has them, and a county council has not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.prescribed import heads_at, naming, strayed, subjects

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg6-e"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2000/617, regulation 6(e); Housing Act 1985, section 1 (unverified): https://www.legislation.gov.uk/uksi/2000/617/regulation/6"
)
_HOUSING: Final = """\
agreement:
  partners:
    council: {name: Hill Council, short: the Council, type: %s}
    icb: {name: NHS Hill ICB, short: the ICB, type: integrated care board}
  functions:
    nursing: {of: icb, act: National Health Service Act 2006, sections: [3, 3A], covers: arranging community nursing}
    support: {of: council, act: "Housing Grants, Construction and Regeneration Act 1996", sections: [%s], covers: giving grants}
"""
PASSES: Final = (_HOUSING % ("unitary council", "Part I"), _HOUSING % ("district council", "19, 23, 126"))
FAILS: Final = (_HOUSING % ("county council", "Part I"), _HOUSING % ("unitary council", "23, 130"))
MUTATIONS: Final = (
    Mutation({"functions.adult_care.act": "Housing Act 1996", "functions.adult_care.sections": "[193]"}, "functions.adult_care.of"),
    Mutation(
        {"functions.adult_care.act": "Housing Act 1996", "functions.adult_care.sections": "[193, 8]"},
        "functions.adult_care.sections.1",
        {"partners.council.type": "unitary council"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield housing functions of a county council, and sections that the paragraph does not name."""
    yield from strayed(facts, ID, LEVEL)
    for function in subjects(facts.agreement) if facts.agreement else ():
        of_county = any(partner.type == "county council" for partner in function.of.members)
        if of_county and any(head.row == ID for head in naming(function, heads_at(facts))):
            message = f"Functions under the {function.act} are those of a housing authority, which a county council is not."
            yield Problem(function.place("of"), ID, LEVEL, message, "State the district council whose function it is, as a partner.")
