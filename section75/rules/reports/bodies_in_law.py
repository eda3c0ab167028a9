"""Every partner is a body that was there at the date of the law.

Primary care trusts ended on 31 March 2013, clinical commissioning groups on 30 June 2022; integrated care boards came next. Herefordshire
needed a novation when its partner changed; Lancashire’s list of 2017 names a group under its new and its old name; Southampton’s trusts
merged.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "bodies-in-law"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Health and Social Care Act 2012, sections 33 and 34; Health and Care Act 2022, sections 13 and 14."
PASSES: Final = (
    "agreement:\n  law_as_at: 1 July 2024\n",
    """\
agreement:
  law_as_at: 13 July 2017
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS Hill CCG, short: the CCG, type: clinical commissioning group}
""",
)
FAILS: Final = (
    "agreement:\n  law_as_at: 13 July 2017\n",
    """\
agreement:
  law_as_at: 1 July 2024
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS Hill CCG, short: the CCG, type: clinical commissioning group}
""",
)

LIVES: Final = {
    "primary care trust": (date.min, date(2013, 3, 31)),
    "strategic health authority": (date.min, date(2013, 3, 31)),
    "clinical commissioning group": (date(2012, 10, 1), date(2022, 6, 30)),
    "nhs england": (date(2012, 10, 1), date.max),
    "integrated care board": (date(2022, 7, 1), date.max),
}
"""The first and the last day of bodies of a type; the first groups and the Board were made in October 2012."""
REMEDY: Final = "Name the body that had its functions then, or correct the date of the law."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each partner of a type that there was not at the date of the law."""
    if facts.agreement is None or isinstance(facts.agreement.law_as_at, Blank):
        return
    at = facts.agreement.law_as_at
    for partner in facts.agreement.partners.values():
        first, last = LIVES.get(partner.type, (date.min, date.max))
        if not first <= at <= last:
            message = f"There was no {partner.type} on {shown(at)}."
            yield Problem(partner.place("type"), ID, LEVEL, message, REMEDY)
