"""A report calls each party by a name that the agreement gives it, and makes nobody a party who is none.

Lancashire’s report of 2017 lists six clinical commissioning groups as parties, one under a new and an old name; Warwickshire’s of 2018 has
two forms of the name of one trust, with its words in another order. A decision authorises an agreement with the body that it names.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.organisations import Organisation, named_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.problems import Level, Place
    from section75.rules import Subject

ID: Final = "parties-named"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "The decision authorises an agreement with the bodies that it names; a body has one name in law, that of its order or constitution."
)
TRUST: Final = """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, initials: HCC, type: county council}
    icb: {name: Dale and Hill Partnership NHS Trust, short: DHPT, also_known_as: Dale and Hill Partnership Trust, type: nhs trust}
  bodies:
    city: {name: Dale City Council, short: the City Council, type: metropolitan borough council}
report:
  kind: extend
  title: Example
---
# Background {#b}

"""
PASSES: Final = (
    f"{TRUST}The agreement between Hill County Council and the Dale & Hill Partnership Trust ends. Dale City Council has one like it.\n",
    f"{TRUST}The Council extends its agreement with DHPT. The trust and the council agree.\n",
)
FAILS: Final = (
    f"{TRUST}This extends the agreement between Hill County Council and Dale & Hill NHS Partnership Trust.\n",
    f"{TRUST}The Council has a partnership agreement with Vale Teaching Hospitals NHS Foundation Trust.\n",
)
MUTATIONS: Final = (
    Mutation(
        section("The Council has a partnership agreement with Vale Teaching Hospitals NHS Foundation Trust."), IN_SECTION, paper="report"
    ),
)

PARTY: Final = re.compile(
    r"\b(?:agreement|arrangement|partnership)s?\b[^.;]{0,60}?\b(?:with|between)\b(?P<parties>[^.;]{1,160})", re.IGNORECASE
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each name once that is nearly a party’s, and each body that is spoken of as a party and is none."""
    if subject.report is None or subject.agreement is None or subject.document.title != subject.report.title:
        return  # the record of the decision and the notice repeat what the report says
    known = tuple(_known(subject.agreement))
    seen: set[str] = set()
    for said in subject.said:
        spans = [found.span("parties") for found in PARTY.finditer(said.words)]
        for organisation in named_in(said.words):
            if organisation.words in seen or any(one.says(organisation) for one in known):
                continue
            seen.add(organisation.words)
            near = next((one for one in known if one.is_nearly(organisation)), None)
            as_party = any(start <= organisation.at < end for start, end in spans)
            yield from _fault(organisation, near, said.place, as_party=as_party)


def _fault(organisation: Organisation, near: Organisation | None, place: Place, *, as_party: bool) -> Iterator[Problem]:
    if near:
        message = f"“{organisation.words}” is no name that the agreement has for {near.words}."
        yield Problem(place, ID, LEVEL, message, "Write its name, or add this one under “also_known_as” if it bears it.")
    elif as_party:
        message = f"“{organisation.words}” is spoken of as a party, and the agreement has no partner or body of that name."
        yield Problem(place, ID, LEVEL, message, "Correct the name, or state the body under “bodies” if the arrangement is another’s.")


def _known(agreement: Agreement) -> Iterator[Organisation]:
    """Yield every name of the partners, groups and bodies of an agreement; the first of each is its own."""
    for partner in agreement.partners.values():
        others = (partner.successor,) if partner.successor else ()
        names = (partner.name, partner.short, *partner.also_known_as, *partner.formerly, *partner.succeeds, *others)
        yield from (Organisation(str(name)) for name in names)
    for group in agreement.groups.values():
        yield from (Organisation(str(name)) for name in (group.name, group.short, group.one, *group.also_known_as))
    for body in agreement.bodies.values():
        yield from (Organisation(str(name)) for name in (body.name, body.short))
