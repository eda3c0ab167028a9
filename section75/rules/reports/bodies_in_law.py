"""Every partner is a body that was there at the date of the law.

Primary care trusts ended on 31 March 2013, clinical commissioning groups on 30 June 2022; integrated care boards came next. Herefordshire
needed a novation when its partner changed; Lancashire’s list of 2017 names a group under its new and its old name; Southampton’s trusts
merged.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.prescribed import law_day
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.passing import Passing
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "bodies-in-law"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "Health and Social Care Act 2012, sections 33 and 34; Health and Care Act 2022, sections 1 and 19. Dates: templates/law/bodies."
)
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
MUTATIONS: Final = (Mutation({"partners.icb.type": "clinical commissioning group"}, "partners.icb.type", paper="report"),)

REMEDY: Final = "Name the body that had its functions then, or correct the date of the law."


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each partner of a type that there was not at the date of the law."""
    at = law_day(facts)
    if facts.agreement is None or at is None:
        return
    for partner in facts.agreement.partners.values():
        lives = [body for body in facts.dated.passing if body.type == partner.type]
        if lives and not any(body.there_on(at) for body in lives):
            message = f"There was no {partner.type} on {shown(at)}{_succeeded(lives[0])}."
            yield Problem(partner.place("type"), ID, LEVEL, message, REMEDY)


def _succeeded(body: Passing) -> str:
    """Return what took the place of a body, for a message; nothing where nothing did."""
    last = f": the last day was {shown(body.until)}" if body.until else ""
    return f"{last}, and {body.successor} took its place ({body.authority})" if body.successor else ""
