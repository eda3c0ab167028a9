"""The rules for overspends and underspends, with every key in them replaced by what it stands for.

In: the steps of the funds and schemes of an `Agreement`. Out: `Rule`, with its `Taken` steps; the words are the templates'.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.base import Share, Words
from section75.facts.finance import Bear, Draw, Offset, ShareOut

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.finance import DecideStep, Fund
    from section75.facts.governance import Board
    from section75.facts.money import Money
    from section75.facts.partners import Side
    from section75.facts.services import Scheme


@dataclass(frozen=True, slots=True)
class Borne:
    """One bearer's stated share."""

    bearer: Side
    share: Share


@dataclass(frozen=True, slots=True)
class Taken:
    """One step, told by `kind`: offset, draw, equally, by contribution, shares, each, bear, decide or agree."""

    kind: str
    up_to: Money | Words | None
    """The most that it takes, if it is limited."""
    what: Words | None = None
    """What an offset is set against, or the reserve of a draw."""
    portions: tuple[Borne, ...] = ()
    """Who bears it in which shares."""
    bearer: Side | None = None
    """Who bears it alone."""
    body: Board | None = None
    """The body that decides."""


@dataclass(frozen=True)
class Rule:
    """How one overspend or underspend is dealt with, step by step."""

    which: str
    """`overspend` or `underspend`."""
    fund: Fund | None
    """The fund, where the rule is a fund's."""
    scheme: Scheme | None
    """The scheme, where it departs from its fund."""
    steps: tuple[Taken, ...]
    """The steps, in order; none where none is stated."""

    @property
    def key(self) -> Words:
        """A name for it, made from the keys."""
        of = f"fund-{self.fund.key}" if self.fund else f"scheme-{self.scheme.key if self.scheme else ''}"
        return Words(f"{of}-{self.which}")

    @property
    def closed(self) -> bool:
        """Whether its last step takes all that is left, so that nobody has to ask who bears the rest."""
        return bool(self.steps) and self.steps[-1].up_to is None

    @property
    def decided(self) -> bool:
        """Whether a step leaves something to a decision, which may not be reached."""
        return any(step.kind in ("decide", "agree") for step in self.steps)

    @property
    def draws(self) -> bool:
        """Whether a step draws on a reserve, or pays into one."""
        return any(step.kind == "draw" for step in self.steps)


def rules_of(agreement: Agreement) -> tuple[Rule, ...]:
    """Return every rule that is stated, and the unstated ones of pooled funds, which must have one."""
    return (
        *(rule for fund in agreement.funds.values() for rule in _of_fund(agreement, fund)),
        *(rule for scheme in agreement.schemes.values() for rule in _of_scheme(agreement, scheme)),
    )


def _of_fund(agreement: Agreement, fund: Fund) -> tuple[Rule, ...]:
    both = (("overspend", fund.overspend), ("underspend", fund.underspend))
    return tuple(Rule(which, fund, None, _taken(agreement, steps)) for which, steps in both if steps or fund.kind == "pooled")


def _of_scheme(agreement: Agreement, scheme: Scheme) -> tuple[Rule, ...]:
    both = (("overspend", scheme.overspend), ("underspend", scheme.underspend))
    return tuple(Rule(which, None, scheme, _taken(agreement, steps)) for which, steps in both if steps)


def _taken(agreement: Agreement, steps: tuple[Offset | Draw | ShareOut | Bear | DecideStep, ...]) -> tuple[Taken, ...]:
    return tuple(_step(agreement, step) for step in steps)


def _step(agreement: Agreement, step: Offset | Draw | ShareOut | Bear | DecideStep) -> Taken:
    match step:
        case Offset():
            return Taken("offset", step.up_to, what=step.offset)
        case Draw():
            return Taken("draw", step.up_to, what=step.draw)
        case ShareOut():
            return _shared(agreement, step)
        case Bear():
            return _borne(agreement, step)
        case _:
            body = agreement.governance.get(step.decide)
            return Taken("decide" if body else "agree", step.up_to, body=body)


def _shared(agreement: Agreement, step: ShareOut) -> Taken:
    if step.share.how != "named":
        return Taken(step.share.how, step.up_to)
    named = ((_side(agreement, bearer), share) for bearer, share in step.share.named.items())
    portions = tuple(Borne(bearer, share) for bearer, share in named if bearer and isinstance(share, Share))
    return Taken("shares", step.up_to, portions=portions)


def _borne(agreement: Agreement, step: Bear) -> Taken:
    bearer = _side(agreement, step.bear)
    return Taken("bear" if bearer else "each", step.up_to, bearer=bearer)


def _side(agreement: Agreement, key: str) -> Side | None:
    return agreement.partners.get(key) or agreement.groups.get(key)
