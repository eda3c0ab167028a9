"""Contain: the partner that provides the service keeps within its means, and bears what it does not."""

from typing import Annotated, ClassVar

from section75.facts.base import Reference
from section75.facts.partners import Side
from section75.facts.step import Step
from section75.facts.taking import Case, Taking


class Contain(Step):
    """Let the provider contain it within the service."""

    verb: ClassVar[str] = "contain"

    contain: Annotated[Side, Reference("partners", "groups")]
    """The partner that contains it."""

    def take(self, case: Case) -> Taking:
        """Lay it on the provider."""
        return Taking(case.sides({self.contain.key: case.room(self)}))
