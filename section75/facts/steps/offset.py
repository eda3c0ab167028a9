"""Offset: set the amount against something else first, such as underspends of other schemes.

A scheme with a list of its own for underspends keeps its underspend for that list, unless the step names the scheme.
In a list for underspends it is the other way round: the step meets what no list for overspends has met.
"""

from typing import Annotated, ClassVar

from section75.facts.base import Line, Many, Money, Words
from section75.facts.step import OneOf, Step
from section75.facts.taking import Case, Part, Taking, plain, total

PLACES = ("fund", "every fund", "outside")


class Offset(Step):
    """Set the amount against something else first."""

    verb: ClassVar[str] = "offset"

    offset: Line
    """What it is set against: underspends of other schemes of the fund."""
    against: Many[Annotated[Words, OneOf(PLACES, "funds", "schemes")]] = (Words("fund"),)
    """Where that is, in order: other schemes of the fund; those of every pooled fund; outside any fund; or funds and schemes by key."""

    def ends(self, which: str) -> bool:  # noqa: ARG002 - the same for both
        """Never: there may be nothing to set it against."""
        return False

    def take(self, case: Case) -> Taking:
        """Use what is there, place by place."""
        parts: list[Part] = []
        room = case.room(self)
        for place in self.against:
            left = room - total(part.amount for part in parts)
            parts += self._outside(case, left) if place == "outside" else self._of_schemes(case, place, left)
        return Taking(tuple(parts))

    def _outside(self, case: Case, room: Money) -> tuple[Part, ...]:
        found = case.ledger.use(case.ledger.found, room, [plain(self.offset)])
        return case.named("outside", plain(self.offset), self.offset, total(found.values()))

    def _of_schemes(self, case: Case, place: Words, room: Money) -> tuple[Part, ...]:
        keys = [key for key in self._schemes(case, place) if key not in case.left]
        if case.which == "underspend":
            return case.schemes(case.ledger.meet(room, keys))
        return case.schemes(case.ledger.use(case.ledger.underspends, room, keys))

    def _schemes(self, case: Case, place: Words) -> set[str]:
        """Return the keys of the schemes of a place."""
        every = case.agreement.funds
        named = [case.of_fund] if place == "fund" else [fund for fund in every.values() if place in (fund.key, *_pooled(fund.kind))]
        found = {key for fund in named for key in case.schemes_of(fund)} - case.ledger.kept
        return found | ({str(place)} & set(case.agreement.schemes))


def _pooled(kind: str) -> tuple[str, ...]:
    return ("every fund",) if kind == "pooled" else ()
