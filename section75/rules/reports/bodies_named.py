"""What came before a partner is named as what it was: as former, with a date of its time, or with what took its place.

Herefordshire needed a novation when a clinical commissioning group took the place of its primary care trust; in Southampton trusts merged.
A paper written from last year’s goes on naming the old body as if it were there. What came before a partner is stated under its `succeeds`
or `formerly`; bodies of the whole country are judged by tl-b.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.dated_law import day_of
from section75.rules.mutations import IN_SECTION, Mutation, section
from section75.rules.passing import PAST, STORY, sentences
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Subject

ID: Final = "bodies-named"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "The order or scheme by which each body took the place of another, stated with the partner."
PASSES: Final = (
    """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb: {name: Hill and Dale NHS Foundation Trust, short: the Trust, type: nhs foundation trust, succeeds: [Dale NHS Trust]}
report:
  meeting: {body: Cabinet, date: 5 February 2026}
---
# Background {#b}

The former Dale NHS Trust began the service. Dale NHS Trust wrote its plan in 2019.
""",
)
FAILS: Final = (
    """\
agreement:
  partners:
    council: {name: Hill County Council, short: the Council, type: county council}
    icb:
      name: Hill and Dale NHS Foundation Trust
      short: the Trust
      type: nhs foundation trust
      succeeds: [Hill NHS Trust, Dale NHS Trust]
report:
  meeting: {body: Cabinet, date: 5 February 2026}
---
# Background {#b}

Dale NHS Trust provides the service.
""",
)
MUTATIONS: Final = (
    Mutation(section("NHS Dale Trust provides the service."), IN_SECTION, {"partners.icb.succeeds": "[NHS Dale Trust]"}, paper="report"),
)

YEAR: Final = re.compile(r"\b(?:19|20)[0-9]{2}\b")
REMEDY: Final = "Name the body that has its functions, or say that it is the former one."


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each body once, where it is first named after its end as if it were still there."""
    day = day_of(subject)
    if day is None or subject.document.kind != "report":
        return
    gone = {name: (words, heir) for name, words, heir in _gone(subject)}
    for said in subject.said if gone else ():
        for sentence in sentences(said.words):
            if PAST.search(sentence) or STORY.search(sentence) or any(int(year) < day.year for year in YEAR.findall(sentence)):
                continue
            for name in [name for name, (words, _) in gone.items() if words.search(sentence)]:
                message = f"{name} is named as if it were there on {shown(day)}; {gone.pop(name)[1]} took its place."
                yield Problem(said.place, ID, LEVEL, message, REMEDY)


def _gone(subject: Subject) -> Iterator[tuple[str, re.Pattern[str], str]]:
    """Yield the bodies that came before partners: the name, what finds it, and the partner."""
    for partner in subject.agreement.partners.values() if subject.agreement else ():
        now = {str(partner.name), str(partner.short), *map(str, partner.also_known_as)}
        for name in (*partner.succeeds, *partner.formerly):
            if str(name) not in now:
                yield str(name), re.compile(rf"\b{re.escape(name)}\b"), str(partner.name)
