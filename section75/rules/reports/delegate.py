"""What is delegated is delegated to somebody, and whoever must be consulted is not the delegate.

Cambridgeshire in 2012 delegated to the Cabinet Member in consultation with the Executive Director; reports of Enfield likewise keep the
two apart. A post consulted with itself decides alone.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "delegate"
LEVEL: Final[Level] = "error"
AUTHORITY: Final = (
    "Local Government Act 2000, section 9E, and Local Government Act 1972, section 101: functions are delegated to a named "
    "officer or member."
)
PASSES: Final = (
    """\
report:
  recommendations:
    - {verb: Delegate, words: to sign the agreement, delegate: Cabinet Member, consulting: Executive Director}
""",
)
FAILS: Final = (
    """\
report:
  recommendations:
    - {verb: Delegate, words: to sign the agreement, delegate: Executive Director, consulting: Executive Director}
""",
    "report:\n  recommendations:\n    - {verb: Delegate, words: to sign the agreement}\n",
)
MUTATIONS: Final = (
    Mutation(
        {"report.recommendations.1.consulting": "Director of Adult Social Care"}, "report.recommendations.1.consulting", paper="report"
    ),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each delegation to nobody, or to the post that must be consulted."""
    for report in facts.reports.values():
        for limb in report.recommendations:
            if limb.verb == "Delegate" and not limb.delegate:
                yield Problem(limb.place("verb"), ID, LEVEL, "Something is delegated, and not to whom.", "Name the post under “delegate”.")
            if both := set(map(str, limb.delegate)) & set(map(str, limb.consulting)):
                message = f"{', '.join(sorted(both))} would consult itself."
                yield Problem(limb.place("consulting"), ID, LEVEL, message, "Name another post to be consulted.")
