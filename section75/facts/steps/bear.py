"""Bear: one partner alone, or each for the money that is its own."""

from typing import Annotated, ClassVar

from section75.facts.base import Choice, Money, Words
from section75.facts.partners import Group, Partner, Side
from section75.facts.sharing import BY_CONTRIBUTION
from section75.facts.step import Step, ThingOrWord
from section75.facts.taking import Amounts, Case, Taking, Unworkable, gathered, spread, total


class Bear(Step):
    """Let one partner, or each for itself, bear it."""

    verb: ClassVar[str] = "bear"

    bear: Annotated[Side | Words, ThingOrWord(("each", "host", "lead"), "partners", "groups")]
    """The key of a partner; `each`, by whose money it is; `host`, of the fund; or `lead`, of the scheme."""

    @property
    def bearer(self) -> Side | None:
        """The partner, where one is named."""
        return self.bear if isinstance(self.bear, Partner | Group) else None

    @property
    def how(self) -> Annotated[Words, Choice("each", "host", "lead", "one")]:
        """Who: each, the host, the lead, or one that is named."""
        return self.bear if isinstance(self.bear, Words) else Words("one")

    def take(self, case: Case) -> Taking:
        """Lay it on the one; or, scheme by scheme, on its lead, or on those whose money its lines are."""
        room = case.room(self, capped=True)
        if self.how in ("one", "host"):
            return Taking(case.sides(self._kept(case, {self._alone(case): room}, case.scope)))
        by_scheme = {key: self._kept(case, self._of_scheme(case, key, part), (key,)) for key, part in spread(room, case.left).items()}
        return Taking(case.sides(gathered(by_scheme.values())), of={key: total(parts.values()) for key, parts in by_scheme.items()})

    def _alone(self, case: Case) -> str:
        if self.bearer:
            return self.bearer.key
        if case.of_fund is None:
            raise Unworkable("A scheme that is paid from no fund has no host.", "Name the partner that bears it.")
        return case.of_fund.host.key

    def _of_scheme(self, case: Case, scheme: str, room: Money) -> Amounts:
        return {case.agreement.schemes[scheme].lead.key: room} if self.how == "lead" else case.parts(BY_CONTRIBUTION, room, (scheme,))

    def _kept(self, case: Case, parts: Amounts, schemes: tuple[str, ...]) -> Amounts:
        return case.capped(parts, schemes) if self.capped else parts
