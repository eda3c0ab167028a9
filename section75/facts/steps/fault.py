"""Fault: what a partner's fault has caused falls on that partner."""

from typing import ClassVar

from section75.facts.base import Line
from section75.facts.step import Step
from section75.facts.taking import Case, Taking


class FaultStep(Step):
    """Let the partner whose fault caused it bear it."""

    verb: ClassVar[str] = "fault"
    serves: ClassVar[tuple[str, ...]] = ("overspend",)

    fault: Line
    """What counts as fault: spending without an approval that the agreement requires."""

    def ends(self, which: str) -> bool:  # noqa: ARG002 - it stands in one kind of list
        """Never: there may be no fault."""
        return False

    def take(self, case: Case) -> Taking:
        """Lay on each partner what its fault has caused."""
        fault = case.ledger.fault
        return Taking(case.sides(case.ledger.use(fault, case.room(self), list(fault))))
