"""The arrangements are said to have been there since one date, or each date says of which agreement it is.

Warwickshire’s report of 2018 says that the agreement has been in operation since 2010, and its appendix that the existing agreements have
been in place since April 2014: an earlier one and the present one are mixed up.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import MONTHS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "since-when"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: the date of an agreement identifies it."
PASSES: Final = ("# Background {#b}\n\nThe agreement has been in operation since 2010. It was renewed in April 2014.\n",)
FAILS: Final = (
    """\
# Background {#b}

The agreement has been in operation since 2010.

The existing agreements have been in place since April 2014.
""",
)
MUTATIONS: Final = (
    Mutation(
        section("The partnership has been in place since 2010. The present arrangements have been in place since 2014."),
        IN_SECTION,
        paper="report",
    ),
)

SINCE: Final = re.compile(
    rf"\b(?:agreements?|arrangements?|partnership)\b[^.;]{{0,80}}\bsince (?:(?:[0-9]{{1,2}} )?(?:{MONTHS}) )?([12][0-9]{{3}})"
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each further date since which the arrangements are said to be there; those of bodies that are no partner are left out."""
    first = ""
    others = [name for body in subject.agreement.bodies.values() for name in (body.name, body.term)] if subject.agreement else []
    for said in subject.said if subject.document.kind == "report" else ():
        for found in SINCE.finditer(said.words):
            year, sentence = found[1], said.words[said.words.rfind(". ", 0, found.start()) + 1 : found.end()]
            if any(other in sentence for other in others):
                continue
            first = first or year
            if year != first:
                message = f"The arrangements are said to have been there since {first}, and here since {year}."
                yield Problem(said.place, ID, LEVEL, message, "Say of which agreement each date is.")
