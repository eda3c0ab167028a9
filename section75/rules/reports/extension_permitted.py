"""An extension asked for is one that the agreement permits: so many steps of the stated length.

Croydon, December 2023: the report asks to extend to March 2025 while the option runs to 31 July 2025; the decision of 2025 runs to 31
July 2027.
"""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Final

from section75.facts.base import Day, Period
from section75.problems import Problem
from section75.rules.mutations import Mutation
from section75.rules.reading import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from section75.facts.term import Term
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "extension-permitted"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "The agreement’s own clause on extension; an extension beyond it needs a deed of variation by all partners."
OPTION: Final = """\
report:
  kind: extend
  recommendations: [{verb: Agree, words: to extend the agreement, extends: asked}]
agreement:
  term:
    commencement: 1 August 2021
    expiry: 31 July 2023
    extension: {length: 2 years, times: 2}
  lineage:
"""
"""Two years, with an option of two years twice, as in the real case."""
ASKED: Final = "    asked: {title: the extension, kind: deed, when: TBC, effect: extends, by: 2 years, ends: "
PASSES: Final = (f"{OPTION}{ASKED}31 July 2025}}\n", f"{OPTION}{ASKED}31 July 2027}}\n")
FAILS: Final = (f"{OPTION}{ASKED}31 March 2025}}\n", f"{OPTION}{ASKED}31 July 2029}}\n")
MUTATIONS: Final = (
    Mutation(
        {"lineage.asked.ends": "31 March 2030", "lineage.asked.by": "1 year"},
        "report.recommendations.0.extends",
        {
            "term.extension": "{length: 2 years}",
            "lineage": "{asked: {title: the extension, kind: deed, when: TBC, effect: extends, by: 2 years, ends: 31 March 2031}}",
            "report.recommendations.0": "{verb: Agree, words: to extend the agreement, extends: asked}",
        },
        paper="report",
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each extension that a report asks for beyond or beside the steps that the agreement permits."""
    if facts.agreement is None or not isinstance(facts.agreement.term.expiry, Day):
        return
    expiry = facts.agreement.term.expiry
    for report in facts.reports.values():
        for limb in report.recommendations:
            asked = limb.extends.ends if limb.extends else None
            if asked and asked > expiry and asked not in (steps := _steps(facts.agreement.term, expiry)):
                permitted = " or ".join(map(shown, steps)) or "no day"
                message = f"The report asks to extend to {shown(asked)}; the agreement permits {permitted}."
                yield Problem(limb.place("extends"), ID, LEVEL, message, "Ask for a step that it permits, or for a deed of variation.")


def _steps(term: Term, expiry: Day) -> list[date]:
    """Return the last days to which an agreement may be extended."""
    right = term.extension
    if right is None or right.length.unit not in ("month", "quarter", "year"):
        return []
    first = expiry + timedelta(days=1)
    return [Period(right.length.n * step, right.length.unit).after(first) - timedelta(days=1) for step in range(1, right.most + 1)]
