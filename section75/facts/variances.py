"""The rules for overspends and underspends: the lists of steps that the funds and schemes state.

In: the funds and schemes of an `Agreement`. Out: `Rule`, with its steps; their words are those of `templates/steps`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from section75.facts.base import Words

if TYPE_CHECKING:
    from section75.facts.agreement import Agreement
    from section75.facts.finance import Fund
    from section75.facts.services import Scheme
    from section75.facts.step import Step


@dataclass(frozen=True)
class Rule:
    """How one overspend or underspend is dealt with, step by step."""

    which: str
    """`overspend` or `underspend`."""
    fund: Fund | None
    """The fund, where the rule is a fund's."""
    scheme: Scheme | None
    """The scheme, where it departs from its fund."""
    steps: tuple[Step, ...]
    """The steps, in order; none where none is stated."""
    of_fund: Fund | None = None
    """The fund concerned, also where the rule is a scheme's."""

    @property
    def key(self) -> Words:
        """A name for it, made from the keys."""
        of = f"fund-{self.fund.key}" if self.fund else f"scheme-{self.scheme.key if self.scheme else ''}"
        return Words(f"{of}-{self.which}")

    @property
    def closed(self) -> bool:
        """Whether its last step takes all that is left, so that nobody has to ask who bears the rest."""
        return bool(self.steps) and self.steps[-1].ends(self.which)

    @property
    def decided(self) -> bool:
        """Whether a step asks for a decision, which may not be reached."""
        return any(step.asks for step in self.steps)

    @property
    def open(self) -> bool:
        """Whether a step asks for a decision and does not say what holds if there is none."""
        return any(step.open for step in self.steps)

    @property
    def falls_back(self) -> bool:
        """Whether a step asks for a decision and says what holds if there is none."""
        return any(step.asks and not step.open for step in self.steps)

    @property
    def draws(self) -> bool:
        """Whether a step draws on a reserve, or pays into one."""
        return any(step.draws for step in self.steps)


def rules_of(agreement: Agreement) -> tuple[Rule, ...]:
    """Return every rule that is stated, and the unstated ones of pooled funds, which must have one."""
    return (
        *(rule for fund in agreement.funds.values() for rule in _of_fund(fund)),
        *(rule for scheme in agreement.schemes.values() for rule in _of_scheme(agreement, scheme) if rule.steps),
    )


def _of_fund(fund: Fund) -> tuple[Rule, ...]:
    both = (("overspend", fund.overspend), ("underspend", fund.underspend))
    return tuple(Rule(which, fund, None, steps, fund) for which, steps in both if steps or fund.kind == "pooled")


def _of_scheme(agreement: Agreement, scheme: Scheme) -> tuple[Rule, Rule]:
    fund = agreement.funds[scheme.fund] if scheme.fund else None
    return Rule("overspend", None, scheme, scheme.overspend, fund), Rule("underspend", None, scheme, scheme.underspend, fund)
