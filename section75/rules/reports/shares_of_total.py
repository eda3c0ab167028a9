"""A share multiplied by the number of sharers is the total, to the penny; a part of a spend is its share.

Four London boroughs shared one budget equally: Havering prints £1,115,079.95 x 4 = £4,460,319.80 and a total of £4,460,319.20; Redbridge
prints £1,115,079.75. The exact quarter is £1,115,079.80. Lancashire in 2017 puts half of £6.2m at approximately £3m, which an approximate
figure may.
"""

from __future__ import annotations

import re
from fractions import Fraction
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.reading import AMOUNT, half_of_last_figure, number_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.services import Activity
    from section75.problems import Level
    from section75.rules import Facts, Subject

ID: Final = "shares-of-total"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = "Arithmetic; each partner’s legal commitment is its own figure (SI 2000/617, regulation 7(3))."
PASSES: Final = (
    "# Money {#money}\n\nEach pays £1,115,079.80 x 4 = £4,460,319.20.\n",
    "# Money {#money}\n\nThe total of £4,460,319.20 is shared equally between four boroughs, £1,115,079.80 each.\n",
    """\
agreement:
  schemes:
    home:
      name: the Home Service
      lead: council
      activity: {approximate: yes, spend: £6.2m, council_spend: £3m}
      placements: {split: {council: 50 %, icb: 50 %}, approved_by: council, sourced_by: council}
""",
)
FAILS: Final = (
    "# Money {#money}\n\nEach pays £1,115,079.95 x 4 = £4,460,319.20.\n",
    "# Money {#money}\n\nThe total of £4,460,319.20 is shared equally between four boroughs, £1,115,079.95 each.\n",
    "# Money {#money}\n\nFour equal shares of £1,115,079.75 make £4,460,319.20.\n",
    "# Money {#money}\n\nThe four boroughs pay £1,115,079.95 each, £4,460,319.20 in total.\n",
    """\
agreement:
  schemes:
    home:
      name: the Home Service
      lead: council
      activity: {spend: £6.2m, council_spend: £3m}
      placements: {split: {council: 50 %, icb: 50 %}, approved_by: council, sourced_by: council}
""",
)
MUTATIONS: Final = (Mutation(section("Two equal shares of £1,100,000 make £2,400,000."), IN_SECTION, paper="report"),)

SHARERS: Final = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10}
MANY: Final = rf"(?P<sharers>[0-9]{{1,3}}|{'|'.join(SHARERS)})"
ONE: Final = rf"(?P<share>{AMOUNT})"
ALL: Final = rf"(?P<total>{AMOUNT})"
PRINTED: Final = tuple(
    re.compile(form, re.IGNORECASE)
    for form in (
        rf"{ONE} ?[x×*] ?{MANY} ?= ?{ALL}",
        rf"{ALL}[^.£]{{0,60}}?\b(?:shared|split|divided) equally (?:between|among|by) (?:the )?{MANY}\b[^.£]{{0,60}}?{ONE} each\b",
        rf"\b{MANY} (?:equal )?(?:shares|parts|contributions|payments) of {ONE}[^.£]{{0,40}}?{ALL}",
        rf"\b{MANY} (?:partners|parties|councils|boroughs|authorities)\b[^.£]{{0,40}}?{ONE} each\b[^.£]{{0,40}}?{ALL} (?:in total|in all)",
    )
)
"""The ways in which papers print a share, the number of sharers and the total."""
APPROXIMATE: Final = Fraction(1, 20)
"""By how much of it an approximate figure may miss what the shares come to."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each product that is not printed right, with one penny to spare for each sharer."""
    for said in subject.said:
        for found in (found for form in PRINTED for found in form.finditer(said.words)):
            share, sharers, total = found["share"], SHARERS.get(found["sharers"].casefold()) or int(found["sharers"]), found["total"]
            one, all_ = number_in(share), number_in(total)
            penny = Fraction(1, 100) if half_of_last_figure(share) < 1 else half_of_last_figure(share) * sharers
            if one is not None and all_ is not None and abs(one * sharers - all_) > penny:
                message = f"{share} x {sharers} is £{float(one * sharers):,.2f}, not {total}."
                yield Problem(said.place, ID, LEVEL, message, "Work the share out from the total, and print both from it.")


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each spend of the council that is not its share of what all partners spend."""
    for scheme in facts.agreement.schemes.values() if facts.agreement else ():
        if scheme.activity is None or scheme.placements is None or isinstance(scheme.placements.split, Blank):
            continue
        share = next((part.share for part in scheme.placements.split if getattr(part.bearer, "is_council", False)), None)
        if share is not None:
            yield from _spend(scheme.activity, share)


def _spend(activity: Activity, share: Fraction) -> Iterator[Problem]:
    if isinstance(activity.spend, Blank) or isinstance(activity.council_spend, Blank):
        return
    due = activity.spend.pence * share
    spare = due * APPROXIMATE if activity.approximate else 1
    if abs(due - activity.council_spend.pence) > spare:
        message = f"The council’s share of the spend is £{float(due) / 100:,.2f}, and its own spend is stated as another amount."
        remedy = "Correct one, or say “approximate: yes” if both are."
        yield Problem(activity.place("council_spend"), ID, LEVEL, message, remedy)
