"""Functions are those of NHS bodies and local authorities that regulation 3 prescribes, and one of them exercises them.

Local authorities are the councils of counties, districts, county boroughs and London boroughs, the Common Council of the City of London
and the Council of the Isles of Scilly. A unitary or metropolitan council is one of a county or a district.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.prescribed import outsiders

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "reg3-2"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "SI 2000/617, regulation 3, as amended by SI 2003/629: https://www.legislation.gov.uk/uksi/2000/617/regulation/3"
_FACTS: Final = """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS Hill ICB, short: the ICB, type: integrated care board}
    third: {name: Hill Care Limited, short: Hill Care, type: company}
  functions:
    nursing: {of: icb, act: National Health Service Act 2006, sections: [3, 3A], covers: arranging community nursing}
    support: {of: %s, act: Care Act 2014, sections: 18, covers: meeting needs}
  schemes:
    home: {name: Home First, lead: %s, functions: [nursing, support], delegated: nursing}
"""
PASSES: Final = (_FACTS % ("council", "council"),)
FAILS: Final = (_FACTS % ("council", "third"), _FACTS % ("third", "council"))
MUTATIONS: Final = (
    Mutation(
        {
            "partners.third": "{name: Meadow Care, short: Meadow Care, type: company, address: Meadowbridge}",
            "functions.more": "{of: third, act: Care Act 2014, sections: [18], covers: meeting needs}",
        },
        "functions.more.of",
        {"extent": "full"},
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each function of a body that is not prescribed, and each scheme that such a body leads."""
    agreement = facts.agreement
    for partner in outsiders(facts) if agreement else ():
        for function in agreement.functions.values() if agreement else ():
            if partner in function.of.members:
                message = (
                    f"{partner.name} is neither an NHS body nor a local authority, and has no functions that arrangements may include."
                )
                yield Problem(function.place("of"), ID, LEVEL, message, "State whose function it is.")
        for scheme in agreement.schemes.values() if agreement else ():
            if scheme.lead is partner and scheme.delegated:
                message = f"{partner.name} is neither an NHS body nor a local authority, and cannot exercise the functions of either."
                yield Problem(scheme.place("lead"), ID, LEVEL, message, "Let a partner lead it, and name this body as provider.")
