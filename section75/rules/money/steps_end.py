"""A list of steps for an overspend or an underspend can end, and no step stands behind one that takes all that is left.

Rotherham’s waterfall of 2015 runs through underspends, a risk pool, uncommitted allocations and money outside the pool: each may be
empty, so a last step must say who bears the rest. That shares sum to the amount, and that caps hold, is how the forecast is worked out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from section75.problems import Problem
from section75.rules.lines import holders
from section75.rules.mutations import Mutation

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from section75.facts.step import Step
    from section75.problems import Level
    from section75.rules import Facts

ID: Final = "steps-end"
LEVEL: Final[Level] = "warning"
AUTHORITY: Final = "SI 2000/617, regulation 7(3)(b) and (g): each contribution, how it may be varied, and how the fund is managed."

_FUND: Final = "agreement:\n  funds:\n    pool:\n      name: Pooled Fund\n      kind: pooled\n      host: council\n"
PASSES: Final = (
    f"""\
{_FUND}\
      overspend:
        - offset: underspends of the other schemes
        - draw: the risk pool
        - share: by contribution
          up_to: its contribution
        - decide: partners
""",
    f"{_FUND}      underspend: [{{draw: the risk pool, up_to: 500000}}, {{share: by contribution}}]\n",
)
FAILS: Final = (
    f"{_FUND}      overspend: [{{offset: underspends of the other schemes}}, {{draw: the risk pool}}]\n",
    f"{_FUND}      overspend: [{{share: equally, up_to: 200000}}]\n",
    f"{_FUND}      overspend: [{{share: equally}}, {{draw: the risk pool}}]\n",
    f"{_FUND}      underspend: [{{draw: the risk pool}}, {{share: by contribution}}]\n",
)
MUTATIONS: Final = (
    Mutation({"funds.reablement.overspend": "[{draw: the reserve of the fund, up_to: £100k}]"}, "funds.reablement.overspend.0"),
)


def check_facts(facts: Facts) -> Iterator[Problem]:
    """Yield each list that leaves something to nobody, and each step that nothing can reach."""
    if facts.agreement is None:
        return
    for holder in holders(facts.agreement):
        for which, steps in (("overspend", holder.overspend), ("underspend", holder.underspend)):
            yield from _list(steps, which, f"the {which} of {holder.name}")


def _list(steps: Sequence[Step], which: str, of: str) -> Iterator[Problem]:
    if steps and not steps[-1].ends(which):
        message = f"The last step for {of} may leave something, and nobody is said to have it."
        yield Problem(steps[-1].place(), ID, LEVEL, message, "Add a step without a limit: share, bear or decide.")
    first = next((order for order, step in enumerate(steps) if step.ends(which)), len(steps))
    for step in steps[first + 1 :]:
        message = f"A step before this one takes all of {of} that is left."
        yield Problem(step.place(), ID, LEVEL, message, "Give the step before it a limit, or take this one out.")
