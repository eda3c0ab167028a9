"""The Act and the section that give the power are called by their names.

Lancashire in 2017, and Stockton, print “National Health Services Act”; Sefton “National Health Act 2006”; Medway “Section 75 of the
Health and Social Care Act”. Sections 75, 76 and 256 are different powers, all in use: only section 75 allows a pooled fund.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "statute-names"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "National Health Service Act 2006 (c. 41), sections 75, 76 and 256."
PASSES: Final = (
    "# Power {#power}\n\nThe power is section 75 of the National Health Service Act 2006.\n",
    "# Power {#power}\n\nThe Council pays a grant under section 76.\n",
)
FAILS: Final = (
    "# Power {#power}\n\nThe power is in the National Health Services Act 2006.\n",
    "# Power {#power}\n\nThe power is in the National Health Act 2006.\n",
    "# Power {#power}\n\nThis is under Section 75 of the Health and Social Care Act 2012.\n",
    "# Power {#power}\n\nThe money stays in a pooled fund under section 256.\n",
)
MUTATIONS: Final = (
    Mutation(section("The board oversees what is done under the National Health Services Act 2006."), IN_SECTION, paper="report"),
)

WRONG: Final = {
    "National Health Service Act 2006": re.compile(r"National Health Services Act|National Health Act|\bNHS Services Act", re.IGNORECASE),
    "section 75 of the National Health Service Act 2006": re.compile(
        r"section 75 of the (?:Health and Social Care|Care|Health) Act", re.IGNORECASE
    ),
    "section 75 for a pooled fund": re.compile(r"pooled (?:fund|budget)s? (?:under|made under|within) section (?:76|256)\b", re.IGNORECASE),
}


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each wrong name of the Act or the section."""
    for said in subject.said:
        for right, wrong in WRONG.items():
            for words in wrong.findall(said.words):
                yield Problem(said.place, ID, LEVEL, f"“{words}” is not the name of the power.", f"Write: {right}.")
