"""A recommendation that lists the other parties lists all of them.

Lancashire’s report of 2017 names six clinical commissioning groups in its first recommendation: one left out would not be authorised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "parties-recommended"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The decision authorises an agreement with the bodies that it names, and with no others."
SIX: Final = """\
agreement:
  law_as_at: 13 July 2017
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS Fenton and South Hill CCG, short: Fenton and South Hill CCG, type: clinical commissioning group}
    greater: {name: NHS Greater Dale CCG, short: Greater Dale CCG, type: clinical commissioning group}
    west: {name: NHS West Hill CCG, short: West Hill CCG, type: clinical commissioning group}
    coast: {name: NHS Fell and Wye CCG, short: Fell and Wye CCG, type: clinical commissioning group}
    east: {name: NHS East Hill CCG, short: East Hill CCG, type: clinical commissioning group}
    bay: {name: NHS Moor Bay CCG, short: Moor Bay CCG, also_known_as: Hill North, type: clinical commissioning group}
  groups:
    ccgs: {name: Clinical Commissioning Groups, short: the CCGs, one: CCG, members: [icb, greater, west, coast, east, bay]}
    five: {name: Clinical Commissioning Groups, short: the Groups, one: Group, members: [icb, greater, west, coast, east]}
report:
"""
"""Six groups and a council, as in the real case."""
PASSES: Final = (
    f"{SIX}  recommendations: [{{verb: Agree, words: to commence negotiations with the following, lists: ccgs}}]\n",
    f"{SIX}  recommendations: [{{verb: Agree, words: to commence negotiations with all of them}}]\n",
)
FAILS: Final = (f"{SIX}  recommendations: [{{verb: Agree, words: to commence negotiations with the following, lists: five}}]\n",)
MUTATIONS: Final = (
    Mutation(
        {"report.recommendations.0.lists": "some"},
        "report.recommendations.0.lists",
        {
            "extent": "full",
            "partners.trust": "{name: Meadowshire Community NHS Trust, type: nhs trust, short: the Trust}",
            "partners.mental": "{name: Meadowshire Partnership NHS Trust, type: nhs trust, short: the Partnership Trust}",
            "groups": (
                "{all: {name: NHS Bodies, short: the NHS Bodies, one: NHS Body, members: [icb, trust, mental]}, "
                "some: {name: NHS Partners, short: the NHS Partners, one: NHS Partner, members: [icb, trust]}}"
            ),
            "report.recommendations.0": "{verb: Agree, words: to make the agreement with the following, lists: all}",
            "partners.icb.short": "the Integrated Care Board",
        },
        paper="report",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each list of parties in a recommendation that leaves out a partner of the same side."""
    if facts.agreement is None:
        return
    for report in facts.reports.values():
        for limb in report.recommendations:
            if limb.lists is None:
                continue
            listed = {partner.key for partner in limb.lists.members}
            side = any(partner.is_council for partner in limb.lists.members)
            for partner in facts.agreement.partners.values():
                if partner.is_council == side and partner.key not in listed:
                    message = f"The recommendation lists {limb.lists.short} without {partner.name}, a party to the agreement."
                    yield Problem(limb.place("lists"), ID, LEVEL, message, "List every party, or take it out of the partners.")
