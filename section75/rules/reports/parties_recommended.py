"""A recommendation that lists the other parties lists all of them.

Lancashire’s report of 2017 names six clinical commissioning groups in its first recommendation: one left out would not be authorised.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "parties-recommended"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "The decision authorises an agreement with the bodies that it names, and with no others."
PASSES: Final = (
    """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS North Hill CCG, short: North Hill CCG, type: clinical commissioning group}
    south: {name: NHS South Hill CCG, short: South Hill CCG, type: clinical commissioning group}
  law_as_at: 13 July 2017
  groups:
    ccgs: {name: Clinical Commissioning Groups, short: the CCGs, one: CCG, members: [icb, south]}
    some: {name: Clinical Commissioning Groups, short: the Groups, one: Group, members: [icb]}
report:
  recommendations: [{verb: Agree, words: to begin talks with the following, lists: ccgs}]
""",
    """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS North Hill CCG, short: North Hill CCG, type: clinical commissioning group}
    south: {name: NHS South Hill CCG, short: South Hill CCG, type: clinical commissioning group}
  law_as_at: 13 July 2017
  groups:
    ccgs: {name: Clinical Commissioning Groups, short: the CCGs, one: CCG, members: [icb, south]}
    some: {name: Clinical Commissioning Groups, short: the Groups, one: Group, members: [icb]}
report:
  recommendations: [{verb: Agree, words: to make an agreement with NHS North Hill CCG and NHS South Hill CCG}]
""",
)
FAILS: Final = (
    """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: NHS North Hill CCG, short: North Hill CCG, type: clinical commissioning group}
    south: {name: NHS South Hill CCG, short: South Hill CCG, type: clinical commissioning group}
  law_as_at: 13 July 2017
  groups:
    ccgs: {name: Clinical Commissioning Groups, short: the CCGs, one: CCG, members: [icb, south]}
    some: {name: Clinical Commissioning Groups, short: the Groups, one: Group, members: [icb]}
report:
  recommendations: [{verb: Agree, words: to begin talks with the following, lists: some}]
""",
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
