"""What a report says of its equality analysis agrees with the facts of that analysis: whether there is one, its dates, what became of it.

Lancashire’s report of 2017 says that the analysis was first done in November 2014, with the report on reshaping the services, and has been
refreshed: the analysis must be an update, and of that paper. Its report of 2015 says the same of the same analysis, at another date.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from section75.facts.base import Blank, Day
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import MONTHS, shown
from section75.rules.reports.equality_attached import ANALYSIS, UNDONE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.base import Month
    from section75.facts.equality import EqualityAnalysis
    from section75.facts.report import Report
    from section75.problems import Level
    from section75.rules import Facts, Subject

ID: Final = "equality-agrees"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "Equality Act 2010, section 149; R (Brown) v Secretary of State for Work and Pensions [2008] EWHC 3158 (Admin): regard is had "
    "before and when the decision is taken, and not after."
)
UPDATE: Final = """\
agreement:
  lineage:
    reshaping: {title: "Reshaping Services: A Case for Change", kind: report, of: council, when: November 2014, effect: precedes}
equality:
  kind: update
  previous: reshaping
---
# Equality {#e}

"""
PASSES: Final = (
    f"{UPDATE}The equality analysis, first carried out in November 2014, has been updated and refreshed.\n",
    """\
equality:
  answers: [{question: proposal, says: one team plans each discharge, by: "Jo Bloggs, Director", on: 2 February 2026}]
""",
)
FAILS: Final = (
    f"{UPDATE}The equality analysis was first carried out in October 2014.\n",
    "equality:\n  kind: new\n---\n# Equality {#e}\n\nThe equality analysis has been updated and refreshed.\n",
    "equality:\n  kind: new\n---\n# Equality {#e}\n\nAn equality analysis is not needed.\n",
    "equality:\n  kind: update\n",
    """\
equality:
  answers: [{question: proposal, says: one team plans each discharge, by: "Jo Bloggs, Director", on: 6 February 2026}]
""",
    """\
report:
  no_implications: [equality]
equality:
  answers: [{characteristic: age, question: effect, says: journeys are longer, by: "Jo Bloggs, Director", on: 2 February 2026}]
""",
)
MUTATIONS: Final = (Mutation({"equality.kind": "update"}, "equality.kind", paper="report"),)

REFRESHED: Final = re.compile(rf"{ANALYSIS}[^.;]{{0,120}}?\b(?:updated|refreshed|reviewed and revised)\b", re.IGNORECASE)
DONE: Final = re.compile(
    rf"{ANALYSIS}[^.;]{{0,80}}?\b(?:first|originally)\b[^.;]{{0,40}}?\b(?:in|on|of) (?:[0-9]{{1,2}} )?"
    rf"(?P<month>{MONTHS}) (?P<year>[12][0-9]{{3}})",
    re.IGNORECASE,
)
SAYS_SOMETHING: Final = ("effect", "mitigation", "rating")
"""The answers by which an officer says that there is something to tell."""


def check(subject: Subject) -> Iterator[Problem]:
    """Yield each sentence of the report that the facts of its analysis contradict."""
    analysis = subject.facts.equality
    if subject.report is None or analysis is None or analysis.report != subject.report:
        return
    for said in subject.said:
        for message, remedy in _contradicted(said.words, analysis):
            yield Problem(said.place, ID, LEVEL, message, remedy)


def _contradicted(words: str, analysis: EqualityAnalysis) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a sentence, and what to do."""
    if undone := UNDONE.search(words):
        yield f"The report says “{undone.group()}”, and there is an analysis for it.", "Correct the report, or take equality.yaml out."
    if analysis.kind == "new" and (found := REFRESHED.search(words)):
        yield f"The report says “{found.group()}”, and the analysis is said to be new.", "Say “kind: update”, or correct the report."
    when = analysis.previous.when if analysis.previous else None
    found = DONE.search(words)
    if found and when and not isinstance(when, Blank) and _month(when) != (found["month"].casefold(), int(found["year"])):
        month, year = _month(when)
        told = f"{found['month']} {found['year']}"
        yield (
            f"The report says that the analysis was first done in {told}; the earlier one is of {month.title()} {year}.",
            "Correct one of them.",
        )


def _month(when: Day | Month) -> tuple[str, int]:
    return MONTHS.split("|")[when.month - 1].casefold(), when.year


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield what the analysis and the report whose decision it informs say differently."""
    analysis = facts.equality
    if analysis is None:
        return
    if analysis.kind == "update" and analysis.previous is None:
        message = "The analysis is an update, and what it updates is not stated."
        yield Problem(analysis.place("kind"), ID, LEVEL, message, "Name it under “previous” by its key in the lineage, or say “kind: new”.")
    yield from _late(analysis, analysis.report)
    told = [answer for answer in analysis.answers if answer.question in SAYS_SOMETHING]
    if told and "equality" in analysis.report.no_implications:
        message = "The report has no implications for equality, and officers have answered what the effects are."
        yield Problem(analysis.report.place("no_implications"), ID, LEVEL, message, "Take equality out of “no_implications”.")
    marked = [appendix for appendix in analysis.report.appendices if appendix.equality]
    for appendix in marked[1:]:
        message = f"Appendices {marked[0].label} and {appendix.label} are both marked as the equality analysis."
        yield Problem(appendix.place("equality"), ID, LEVEL, message, "Mark one.")


def _late(analysis: EqualityAnalysis, report: Report) -> Iterator[Problem]:
    """Yield each answer that was given after the decision, and so could not inform it."""
    met = report.meeting.date
    for answer in analysis.answers:
        if isinstance(met, Day) and answer.on > met:
            message = f"The answer is of {shown(answer.on)}, after the decision of {shown(met)}."
            yield Problem(answer.place("on"), ID, LEVEL, message, "Check both dates: what is answered later has not informed the decision.")
