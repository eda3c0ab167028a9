"""Share: the partners bear the amount between them, or have it back, in shares."""

from typing import Annotated, ClassVar

from section75.facts.base import Choice, Decide, Line, Many, Money, Words
from section75.facts.sharing import Borne, Shared
from section75.facts.step import Step
from section75.facts.taking import Amounts, Case, Taking, gathered, spread, total


class ShareOut(Step):
    """Share it among partners."""

    verb: ClassVar[str] = "share"

    share: Shared
    """How: equally, by contribution, or named shares."""
    counting: Annotated[Words, Choice("all", "recurrent", "variable")] = Words("all")
    """Which contributions count where it is shared by contribution."""
    each_scheme: Decide = False
    """Whether it is worked out for each scheme by itself, from what is contributed to that scheme, and not for the whole fund."""
    unless_agreed: Many[Line] = ()
    """The posts that may agree, before the money is spent, that the limit does not hold."""

    @property
    def how(self) -> Annotated[Words, Choice("equally", "by contribution", "named")]:
        """How: equally, by contribution, or in named shares."""
        return self.share.how

    @property
    def portions(self) -> tuple[Borne, ...]:
        """The named shares."""
        return self.share.portions

    def ends(self, which: str) -> bool:  # noqa: ARG002 - the same for both
        """Whether it takes all that is left: not where only some contributions count, of which there may be none."""
        return self.up_to is None and self.counting == "all"

    def take(self, case: Case) -> Taking:
        """Share what there is room for; for the whole fund at once, or scheme by scheme."""
        room = case.room(self, capped=True)
        if not self.each_scheme:
            return Taking(case.sides(self._parts(case, room, case.scope)))
        by_scheme = {key: self._parts(case, part, (key,)) for key, part in spread(room, case.left).items()}
        return Taking(case.sides(gathered(by_scheme.values())), of={key: total(parts.values()) for key, parts in by_scheme.items()})

    def _parts(self, case: Case, room: Money, schemes: tuple[str, ...]) -> Amounts:
        parts = case.parts(self.share, room, schemes, self.counting)
        return case.capped(parts, schemes) if self.capped else parts
