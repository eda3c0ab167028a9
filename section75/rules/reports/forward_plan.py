"""A key decision gives its number in the forward plan, or the rule that was complied with, and the same number everywhere.

Cambridgeshire’s report of 2012 has the plan reference 2012/021; two papers of one decision of Croydon give 3323RES and 3323RESa;
Lancashire cites the standing order instead. Whether notice was given in time is asked by `cab-02`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank
from section75.problems import Problem
from section75.rules.mutations import IN_SECTION, Mutation, section

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts, Subject

ID: Final = "forward-plan"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = (
    "SI 2012/2089, regulations 9 to 11: notice of a key decision is published 28 clear days before it, or a rule of urgency is used."
)
PASSES: Final = (
    """\
report:
  meeting: {body: Cabinet, date: 17 April 2012}
  key_decision: {is_key: yes, reference: 2012/021}
---
# Background {#b}

Its forward plan reference is 2012/021.
""",
    "report:\n  key_decision: {is_key: yes, reference: 2012/021}\n",
    "report:\n  key_decision: {is_key: yes, standing_order: 25}\n",
)
FAILS: Final = (
    "report:\n  key_decision: {is_key: yes}\n",
    """\
report:
  key_decision: {is_key: yes, reference: 3323RES}
---
# Background {#b}

The decision was published under key decision reference 3323RESa.
""",
)
MUTATIONS: Final = (Mutation(section("The forward plan reference is 2026/008."), IN_SECTION, paper="report"),)

CITED: Final = re.compile(
    r"\b(?:forward plan|key decision|plan)(?: ref(?:erence|\.)?| number| no\.?)+:? (?:is |was |of )?(?P<number>[0-9][0-9A-Za-z/-]*)",
    re.IGNORECASE,
)


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each number that the paper gives and that is not the one in the facts."""
    key = subject.report.key_decision if subject.report else None
    if key is None or isinstance(key, Blank) or not key.reference:
        return
    for said in subject.said:
        for found in CITED.finditer(said.words):
            if found["number"] != key.reference:
                message = f"The number in the forward plan is given as {found['number']}, and in the facts as {key.reference}."
                yield Problem(said.place, ID, LEVEL, message, "Check which paper is the one decided on, and give one number.")


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each key decision without a reference or a rule."""
    for report in facts.reports.values():
        key = report.key_decision
        if isinstance(key, Blank) or not key.is_key:
            continue
        if not key.reference and not key.standing_order:
            message = "It is a key decision, and neither its number in the forward plan nor a standing order is given."
            yield Problem(key.place("is_key"), ID, LEVEL, message, "State one: under “reference” or under “standing_order”.")
