"""Draw: take it from a reserve; or, where money is left, pay it into one."""

from typing import ClassVar

from section75.facts.base import Line, Money
from section75.facts.step import Step
from section75.facts.taking import Case, Taking, Unworkable, total


class Draw(Step):
    """Take it from a reserve, or pay it into one."""

    verb: ClassVar[str] = "draw"

    draw: Line
    """The reserve: a key of `reserves`, or words for the reserve of the fund."""

    def ends(self, which: str) -> bool:
        """Only where money is left: a reserve can run out, but there is always room in it."""
        return which == "underspend" and self.up_to is None

    @property
    def draws(self) -> bool:
        """Whether it draws on a reserve: it does."""
        return True

    def take(self, case: Case) -> Taking:
        """Take what is in the reserve, and no more than is left of it; pay in as much as may be."""
        room = case.room(self)
        path, name = case.reserve(self.draw)
        if case.which == "underspend":
            return Taking(case.named("reserve", path, name, room))
        if isinstance(case.ledger.reserves.get(path), Money):
            given = case.ledger.use(case.ledger.reserves, room, [path])
            return Taking(case.named("reserve", path, name, total(given.values())))
        raise Unworkable(f"The sum in {name} is not stated.", f"State {path}.")
