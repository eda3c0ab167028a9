"""Decide: leave the amount to a decision of a body, or to the partners; with or without what holds if there is none."""

from typing import Annotated, ClassVar

from section75.facts.base import Words
from section75.facts.governance import Board
from section75.facts.sharing import Shared
from section75.facts.step import Step, ThingOrWord
from section75.facts.taking import Case, Taking


class DecideStep(Step):
    """Leave the rest to a decision."""

    verb: ClassVar[str] = "decide"

    decide: Annotated[Board | Words, ThingOrWord(("partners",), "governance")]
    """The key of a body, or `partners` for all of them in writing."""
    otherwise: Shared | None = None
    """How it is shared if nothing is decided or agreed."""

    @property
    def body(self) -> Board | None:
        """The body that decides, where it is not the partners themselves."""
        return self.decide if isinstance(self.decide, Board) else None

    @property
    def asks(self) -> bool:
        """Whether it asks for a decision: it does."""
        return True

    @property
    def open(self) -> bool:
        """Whether it leaves the amount open: it does, unless it says what holds otherwise."""
        return self.otherwise is None

    def take(self, case: Case) -> Taking:
        """Leave it open, or share it as holds if nothing is decided."""
        room = case.room(self)
        if self.otherwise is None:
            return Taking(undecided=room)
        return Taking(case.sides(case.parts(self.otherwise, room, case.scope)))
