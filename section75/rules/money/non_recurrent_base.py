"""Where money of one year only is in a fund that is shared by contribution, the rule says whether that money counts.

The model agreement for people who leave long-stay beds shares a surplus in proportion to contributions, non-recurrent payments left out.
With `counting: recurrent`, or `counting: all`, the base is stated; left out, the partners may each think of another one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.facts.lines import lines_of
from section75.facts.steps.share import ShareOut
from section75.problems import Problem
from section75.rules.lines import holders
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator

    from section75.facts.agreement import Agreement
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "non-recurrent-base"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "Craft of drafting: a share “by contribution” needs a base that all partners work out alike."

_FUND: Final = """\
agreement:
  schemes:
    home: {name: Home Service, fund: pool, lead: council}
  contributions: {2026/27: {home: {icb: 600000, council: {amount: 400000, recurrent: no}}}}
  funds:
    pool: {name: Pooled Fund, kind: pooled, host: council, underspend: [{share: by contribution"""
PASSES: Final = (
    f"{_FUND}, counting: recurrent}}, {{share: equally}}]}}\n",
    f"{_FUND}, counting: all}}]}}\n",
)
FAILS: Final = (f"{_FUND}}}]}}\n",)
MUTATIONS: Final = (
    Mutation({"contributions.2026/27.reablement.council": "{amount: 1200000, recurrent: no}"}, "funds.reablement.underspend.1.share"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each sharing by contribution that does not say whether money of one year counts, where there is such money."""
    if facts.agreement is None:
        return
    for holder in holders(facts.agreement):
        if not _once(facts.agreement, holder.key):
            continue
        for step in (*holder.overspend, *holder.underspend):
            if isinstance(step, ShareOut) and step.how == "by contribution" and "counting" not in step.model_fields_set:
                message = f"This is shared by contribution, and {holder.name} has contributions of one year only."
                remedy = "Say “counting: recurrent” to leave them out, or “counting: all”."
                yield Problem(step.place("share"), ID, LEVEL, message, remedy)


def _once(agreement: Agreement, key: str) -> bool:
    """Return whether a fund or a scheme has money of one year only."""
    return any(not line.recurrent for line in lines_of(agreement) if key in (line.scheme.key, line.scheme.fund))
